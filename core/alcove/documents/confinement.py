"""What the reader process may use. Landlock and a tighter seccomp filter belong here as well."""

import os
import sys

MEMORY = 1 << 30  # bytes of address space: kreuzberg with two threads takes 832 MB of it
MEMORY_WITH_OCR = 2 << 30  # Tesseract takes 1.15 GB for a page of A4
_OPEN_FILES = 64
_NICENESS = 10

# Read by libraries when they are loaded, so they are set before the process starts.
ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "2",  # each arena reserves 64 MB of address space
    "RAYON_NUM_THREADS": "2",
    "OMP_THREAD_LIMIT": "1",  # Tesseract's threads wait for each other more than they work
    "RUST_BACKTRACE": "0",
}


def confine(*, ocr: bool) -> None:
    """Limit this process for good; to be called before a parser is imported."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: MEMORY_WITH_OCR if ocr else MEMORY,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,  # it writes no file at all
        resource.RLIMIT_NOFILE: _OPEN_FILES,
    }
    for limit, most in limits.items():
        _, hard = resource.getrlimit(limit)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))
    os.nice(_NICENESS)
