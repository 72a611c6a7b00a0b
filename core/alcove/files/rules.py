"""Which files and folders are left out by default, and the words that say why."""

import os
from collections.abc import Container
from pathlib import Path, PurePosixPath

HIDDEN = "hidden (its name begins with a dot)"
CACHE = "cache folder (it holds a CACHEDIR.TAG)"
ENVIRONMENT = "Python environment (it holds a pyvenv.cfg)"
GENERATED = "folder of downloaded or generated code"
TEMPORARY = "temporary file of an editor or a download"

_GENERATED = frozenset((b"node_modules", b"__pycache__", b"bower_components", b"CVS"))
_TEMPORARY_STARTS = (b"~$", b".~")
_TEMPORARY_ENDS = (b"~", b".swp", b".tmp", b".part", b".partial", b".crdownload", b".download")

# https://bford.info/cachedir/
_CACHE_TAG = b"CACHEDIR.TAG"
_CACHE_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"


def excluded_by_name(name: bytes, *, is_folder: bool) -> str | None:
    """The rule that leaves out an entry with this name, or None."""
    if name.startswith(b"."):
        return HIDDEN
    if is_folder:
        return GENERATED if name in _GENERATED else None
    if name.startswith(_TEMPORARY_STARTS) or name.endswith(_TEMPORARY_ENDS):
        return TEMPORARY
    return None


def excluded_by_content(folder: bytes, names: Container[bytes]) -> str | None:
    """The rule that leaves out a folder because of what lies in it, or None.

    Args:
        folder: path of the folder.
        names: of the entries in it.
    """
    if b"pyvenv.cfg" in names:
        return ENVIRONMENT
    if _CACHE_TAG in names and _is_cache_tag(folder + b"/" + _CACHE_TAG):
        return CACHE
    return None


def explain_exclusion(path: Path, folder: Path) -> tuple[str, Path] | None:
    """The rule that keeps `path` below `folder` out of the index, and the entry it applies to."""
    entry = folder
    for name in PurePosixPath(path.relative_to(folder)).parts:
        entry = entry / name
        is_folder = entry != path or (entry.is_dir() and not entry.is_symlink())
        rule = excluded_by_name(bytes(Path(name)), is_folder=is_folder)
        if rule is None and is_folder and entry.is_dir():
            rule = excluded_by_content(bytes(entry), _names_in(entry))
        if rule is not None:
            return rule, entry
    return None


def _names_in(folder: Path) -> set[bytes]:
    try:
        return {bytes(Path(entry.name)) for entry in folder.iterdir()}
    except OSError:
        return set()  # the scan could not enter it either, and lists it with that reason


def _is_cache_tag(path: bytes) -> bool:
    try:
        with Path(os.fsdecode(path)).open("rb") as file:
            return file.read(len(_CACHE_SIGNATURE)) == _CACHE_SIGNATURE
    except OSError:
        return False
