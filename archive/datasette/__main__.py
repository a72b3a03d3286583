"""`python -m archive.datasette FOLDER HOST PORT [--open]`: the process that `serve_command` names."""

import sys
from pathlib import Path

from archive.datasette.serve import serve

if __name__ == "__main__":
    folder, host, port, *options = sys.argv[1:]
    serve(Path(folder), host=host, port=int(port), open_browser="--open" in options)
