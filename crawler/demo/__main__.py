"""Serve the demo's sites until interrupted: `python -m crawler.demo --port 8000 [--seed 7] [--reports 60]`.

The first line of stdout is the port; then one `--resolve` argument for each site.
"""

import argparse
import signal
import sys
import threading

from crawler.demo.serving import REPORTS, SEED, serve


def main() -> int:
    """Run until the process is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m crawler.demo", description="Serve the demo's sites on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--reports", type=int, default=REPORTS)
    options = parser.parse_args()
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with serve(options.port, seed=options.seed, reports=options.reports) as demo:
        lines = [str(demo.port), *(f"--resolve {rule}" for rule in demo.resolve_rules)]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
