"""Where the packaged programs begin: by the name they are called, or with a module to run."""

import sys
from pathlib import Path

from alcove.frozen import run_wanted_module


def main() -> None:
    """Be the search window, or the command line."""
    if Path(sys.argv[0]).stem == "alcove-desktop":
        from alcove_desktop.start import main as begin
    else:
        from alcove.cli import main as begin
    begin()


if __name__ == "__main__" and not run_wanted_module(sys.argv[1:]):
    main()
