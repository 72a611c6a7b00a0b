"""List the folders of code and data that the reader loads late, which must stay readable."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from alcove.system.frozen import is_frozen, shipped


def library_folders() -> Iterator[Path]:
    """Yield the standard library and the folder of each package that is imported by now.

    Only code: of a folder that packages are installed to, just the imported packages, since a
    user's documents may lie beside them. The system's fonts are not included: the texts of our 84
    PDFs are the same without them.
    """
    if is_frozen():
        yield from (shipped(), Path(sys.executable))  # the executable contains our modules
        return
    yield Path(os.__file__).parent
    yield from (Path(entry) for entry in sys.path if Path(entry).name == "lib-dynload")
    packages = [module for name, module in sys.modules.items() if "." not in name]
    for package in packages:
        yield from map(Path, getattr(package, "__path__", ()))
