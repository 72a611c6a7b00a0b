"""The folders of the code and data that reading loads late: they stay readable in the reader."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from alcove.system.frozen import is_frozen, shipped


def library_folders() -> Iterator[Path]:
    """Yield the standard library and the folder of each package that is imported by now.

    Programs only: of a folder that packages are installed to, just those packages, since somebody's
    documents may lie beside them. The system's fonts are not among them: the texts of our 84 PDFs
    are the same without.
    """
    if is_frozen():
        yield from (shipped(), Path(sys.executable))  # which holds our modules
        return
    yield Path(os.__file__).parent
    yield from (Path(entry) for entry in sys.path if Path(entry).name == "lib-dynload")
    packages = [module for name, module in sys.modules.items() if "." not in name]
    for package in packages:
        yield from map(Path, getattr(package, "__path__", ()))
