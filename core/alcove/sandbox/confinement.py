"""Confine a process that parses untrusted files: resource limits, Landlock and seccomp."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from alcove.guard import bpf, seccomp
from alcove.sandbox.denied_calls import refuse_calls
from alcove.sandbox.landlock import landlock_abi, restrict

MEMORY = 1 << 30  # bytes of address space: kreuzberg with two threads takes 832 MB of it
MEMORY_WITH_OCR = 2 << 30  # Tesseract takes 1.15 GB for a page of A4
_OPEN_FILES = 64
_NICENESS = 10

# Libraries read these when they are loaded, so they are set before the process starts.
ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "2",  # each arena reserves 64 MB of address space
    "RAYON_NUM_THREADS": "2",
    "TOKIO_WORKER_THREADS": "2",
    "OMP_THREAD_LIMIT": "1",  # Tesseract's threads spend more time waiting than working
    "RUST_BACKTRACE": "0",
}


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The kernel's sandbox around the process that reads documents.

    Attributes:
        landlock: version of Landlock that closes the file system to it; 0 where there is none.
        seccomp: whether the kernel refuses the system calls that reading does not need.
    """

    landlock: int
    seccomp: bool

    @property
    def description(self) -> str:
        """A few plain words for people who ask what contains a hostile document."""
        layers = [f"Landlock (ABI {self.landlock})"] if self.landlock else []
        layers += ["seccomp"] if self.seccomp else []
        return " and ".join(layers) or "a process of its own with limits"


def sandbox_level() -> Sandbox:
    """Return the sandbox that readers get, by asking the kernel; start no process."""
    return Sandbox(landlock_abi(), seccomp.machine() in bpf.ARCHITECTURES and seccomp.supported())


def confine(
    *, memory: int, readable: Iterable[Path], start: Callable[[], None], niceness: int = _NICENESS
) -> Sandbox:
    """Confine this process permanently; call it while the process has one thread.

    Args:
        memory: bytes of address space, `MEMORY` or `MEMORY_WITH_OCR`.
        readable: folders and files that it may open for reading.
        start: called once, after Landlock and before seccomp: for system calls that are refused
            later, and for starting threads, since Landlock does not cover threads that run already.
        niceness: added to the process's nice value; 0 where the user waits for it.

    Returns:
        The sandbox in force from now on.

    Raises:
        OSError: the kernel has Landlock and refuses to enforce it.
    """
    _limit(memory, niceness)
    abi = restrict(readable)
    start()
    return Sandbox(abi, refuse_calls())


def _limit(memory: int, niceness: int) -> None:
    if sys.platform != "win32":
        import resource

        limits = {
            resource.RLIMIT_AS: memory,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 0,  # it writes no file
            resource.RLIMIT_NOFILE: _OPEN_FILES,
        }
        for limit, value in limits.items():
            _, hard = resource.getrlimit(limit)
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(limit, (value, value))
        os.nice(niceness)
