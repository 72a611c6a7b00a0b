"""Where the packaged programs begin: by the name they are called, or with a module to run."""

import os
import sys
from pathlib import Path

from alcove.system.frozen import run_wanted_module

# Qt finds its plugins without these. The user's would bring others' plugins to ours, and those that
# PyInstaller sets, but on Linux, ours to the programs that open what was found.
for _name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)


def main() -> None:
    """Be the search window, or the command line."""
    if Path(sys.argv[0]).stem == "alcove-desktop":
        from alcove_desktop.start import main as begin
    else:
        from alcove.cli import main as begin
    begin()


if __name__ == "__main__" and not run_wanted_module(sys.argv[1:]):
    main()
