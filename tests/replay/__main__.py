"""Serve the captured sites until interrupted: `python -m tests.replay --port 0 [--host forum.example …]`.

The first line of stdout is the port; the second the `--resolve` arguments for the crawler.
"""

import argparse
import signal
import sys
import threading

from tests.replay.answers import SHARED
from tests.replay.server import Replay


def main() -> int:
    """Run until the standard input ends or the process is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m tests.replay")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--host", action="append", help="serve this captured host only; may be repeated")
    parser.add_argument("--alias", action="append", default=[], metavar="NAME=HOST", help="a further name of a host")
    parser.add_argument("--scenario", action="append", default=[], metavar="HOST=STATE")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.stderr.write(f"there are no captured sites at {SHARED}\n")
        return 1
    aliases = dict(pair.split("=", 1) for pair in options.alias)
    with Replay(options.host, aliases=aliases, port=options.port) as replay:
        for pair in options.scenario:
            replay.scenario(*pair.split("=", 1))
        sys.stdout.write(f"{replay.port}\n{' '.join(replay.resolve_arguments)}\n")
        sys.stdout.flush()
        stop = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        signal.signal(signal.SIGINT, lambda *_: stop.set())
        stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
