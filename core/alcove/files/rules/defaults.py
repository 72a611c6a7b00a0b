"""Built-in exclusions: hidden, temporary and generated entries, caches, version control folders."""

from collections.abc import Container

from alcove.errors import ReadError
from alcove.paths import entry_in
from alcove.sandbox.open_file import open_regular

HIDDEN = "hidden (its name begins with a dot)"
CACHE = "cache folder (it holds a CACHEDIR.TAG)"
ENVIRONMENT = "Python environment (it holds a pyvenv.cfg)"
GENERATED = "folder of downloaded or generated code"
TEMPORARY = "temporary file of an editor or a download"
VERSION_CONTROL = "folder of a version control system"
LIBRARY = "Alcove's own library"
FILE_TYPE = "by file type"

_FOLDERS = dict.fromkeys((b"node_modules", b"__pycache__", b"bower_components"), GENERATED)
_FOLDERS |= dict.fromkeys(
    (b".git", b".hg", b".svn", b".bzr", b".jj", b".sl", b"_darcs", b"CVS"), VERSION_CONTROL
)
_TEMPORARY_STARTS = (b"~$", b".~")
_TEMPORARY_ENDS = (b"~", b".swp", b".tmp", b".part", b".partial", b".crdownload", b".download")

# https://bford.info/cachedir/
_CACHE_TAG = b"CACHEDIR.TAG"
_CACHE_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"


def by_name(name: bytes, *, is_folder: bool, hidden: bool) -> str | None:
    """Return the default rule that leaves out an entry with this name, or None.

    Args:
        name: the entry's own name.
        is_folder: whether it is a folder.
        hidden: whether the user wants hidden entries.
    """
    if is_folder and name in _FOLDERS:
        return _FOLDERS[name]
    if not hidden and name.startswith(b"."):
        return HIDDEN
    if not is_folder and (name.startswith(_TEMPORARY_STARTS) or name.endswith(_TEMPORARY_ENDS)):
        return TEMPORARY
    return None


def by_content(folder: bytes, names: Container[bytes]) -> str | None:
    """Return the default rule that leaves out a folder because of its content, or None.

    Args:
        folder: its path.
        names: names of the entries in it.
    """
    if b"pyvenv.cfg" in names:
        return ENVIRONMENT
    if _CACHE_TAG in names and _is_cache_tag(entry_in(folder, _CACHE_TAG)):
        return CACHE
    return None


def _is_cache_tag(path: bytes) -> bool:
    try:
        with open_regular(path) as descriptor, open(descriptor, "rb", closefd=False) as file:
            return file.read(len(_CACHE_SIGNATURE)) == _CACHE_SIGNATURE
    except (OSError, ReadError):
        return False  # unreadable, so it marks nothing
