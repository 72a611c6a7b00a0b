"""Lets kreuzberg do what it does only once, before the walls of the reader are complete.

kreuzberg 4.10.4 carries its PDF library inside itself and, for the first PDF, writes it to
`kreuzberg-pdfium` in the temporary folder. Left alone it could not do so within our limits, and it
takes any file there of the right size for its own, whoever put it there. It also makes a folder
for what its OCR caches, used or not.
"""

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import kreuzberg

# Where Rust looks for temporary files: std::env::temp_dir, and GetTempPath2 on Windows.
_TEMPORARY = ("TMP", "TEMP") if sys.platform == "win32" else ("TMPDIR",)


def unpack_kreuzberg() -> Path:
    """Have kreuzberg write what it must to a folder that nobody else can write to.

    To be called while the process has one thread. On Linux it forks: kreuzberg starts threads,
    and Landlock does not hold threads that run already.

    Returns:
        The folder; it is used again by the next process of the same user.

    Raises:
        OSError: kreuzberg could not write to it.
    """
    folder = _private_folder(f"alcove-kreuzberg-{kreuzberg.__version__}")
    os.environ |= dict.fromkeys((*_TEMPORARY, "KREUZBERG_CACHE_DIR"), str(folder))
    if sys.platform == "linux":
        _start_in_helper()
    else:
        start_kreuzberg()
    if not any(folder.glob("kreuzberg-pdfium/*pdfium*")):
        raise OSError("kreuzberg could not unpack its PDF library")
    return folder


def start_kreuzberg() -> None:
    """Load the PDF library, start the threads, look up the OCR: once for a process."""
    with suppress(kreuzberg.KreuzbergError):  # there is no PDF in it, only the mark of one
        config = kreuzberg.ExtractionConfig(use_cache=False)
        kreuzberg.extract_bytes_sync(b"%PDF-1.4", "application/pdf", config)
    kreuzberg.list_ocr_backends()


if sys.platform == "linux":

    def _start_in_helper() -> None:
        """Start it in a copy of this process that ends at once; what it wrote to disk is left."""
        helper = os.fork()
        if helper == 0:
            try:
                start_kreuzberg()
            finally:
                os._exit(0)
        os.waitpid(helper, 0)


if sys.platform == "win32":

    def _private_folder(name: str) -> Path:
        """Make a folder, or find the one that was made before; the place of all is the user's."""
        folder = Path(tempfile.gettempdir(), name)
        folder.mkdir(exist_ok=True)
        return folder

else:

    def _private_folder(name: str) -> Path:
        """Make a folder that only this user can write to, or find the one that was made before."""
        folder = Path(tempfile.gettempdir(), f"{name}-{os.getuid()}")
        with suppress(FileExistsError):
            folder.mkdir(mode=stat.S_IRWXU)
        found = folder.lstat()
        ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        if ours and not stat.S_IMODE(found.st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            return folder
        return Path(tempfile.mkdtemp(prefix=f"{name}-"))  # somebody else was there first
