"""Run kreuzberg's one-time setup before the reader's sandbox is complete.

kreuzberg 4.10.4 carries its PDF library inside itself and, for the first PDF, writes it to
`kreuzberg-pdfium` in the temporary folder. The sandbox would not let it do so; and kreuzberg
accepts any file there of the right size as its own, whoever wrote it. It also makes a folder for
its OCR cache, used or not.
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
    """Let kreuzberg write its files to a folder that no other user can write to.

    Call this while the process has one thread. On Linux it forks: kreuzberg starts threads, and
    Landlock does not confine threads that already run.

    Returns:
        The folder; the same user's next process uses it again.

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
    """Load the PDF library, start the threads, find the OCR backends: once for a process."""
    with suppress(kreuzberg.KreuzbergError):  # the input is only the signature of a PDF
        config = kreuzberg.ExtractionConfig(use_cache=False)
        kreuzberg.extract_bytes_sync(b"%PDF-1.4", "application/pdf", config)
    kreuzberg.list_ocr_backends()


if sys.platform == "linux":

    def _start_in_helper() -> None:
        """Start kreuzberg in a fork that ends at once; the files that it wrote stay on disk."""
        helper = os.fork()
        if helper == 0:
            try:
                start_kreuzberg()
            finally:
                os._exit(0)
        os.waitpid(helper, 0)


if sys.platform == "win32":

    def _private_folder(name: str) -> Path:
        """Return a folder, made if missing; Windows' temporary folder belongs to the user."""
        folder = Path(tempfile.gettempdir(), name)
        folder.mkdir(exist_ok=True)
        return folder

else:

    def _private_folder(name: str) -> Path:
        """Return a folder that only this user can write to, made if missing."""
        folder = Path(tempfile.gettempdir(), f"{name}-{os.getuid()}")
        with suppress(FileExistsError):
            folder.mkdir(mode=stat.S_IRWXU)
        status = folder.lstat()
        ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
        if ours and not stat.S_IMODE(status.st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            return folder
        return Path(tempfile.mkdtemp(prefix=f"{name}-"))  # another user may write to the usual one
