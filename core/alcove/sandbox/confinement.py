"""What a process that parses strangers' files may use: limits, and the walls of the kernel."""

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

# Read by libraries when they are loaded, so they are set before the process starts.
ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "2",  # each arena reserves 64 MB of address space
    "RAYON_NUM_THREADS": "2",
    "TOKIO_WORKER_THREADS": "2",
    "OMP_THREAD_LIMIT": "1",  # Tesseract's threads wait for each other more than they work
    "RUST_BACKTRACE": "0",
}


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The kernel's walls around the process that reads documents.

    Attributes:
        landlock: version of Landlock that closes the file system to it; 0 where there is none.
        seccomp: whether the kernel refuses it the system calls that reading does not take.
    """

    landlock: int
    seccomp: bool

    @property
    def description(self) -> str:
        """A few plain words for people who ask what keeps a hostile document in its place."""
        walls = [f"Landlock (ABI {self.landlock})"] if self.landlock else []
        walls += ["seccomp"] if self.seccomp else []
        return " and ".join(walls) or "a process of its own with limits"


def sandbox_level() -> Sandbox:
    """Ask the kernel which walls readers get; starts no process."""
    return Sandbox(landlock_abi(), seccomp.machine() in bpf.ARCHITECTURES and seccomp.supported())


def confine(
    *, memory: int, readable: Iterable[Path], start: Callable[[], None], niceness: int = _NICENESS
) -> Sandbox:
    """Limit this process for good; to be called while it has one thread.

    Args:
        memory: bytes of address space, `MEMORY` or `MEMORY_WITH_OCR`.
        readable: folders and files that it may open for reading.
        start: what has to happen once, with system calls that are refused later; Landlock, which
            holds no thread that runs already, is in force for it.
        niceness: how far it stands back for others; 0 where somebody waits for it.

    Returns:
        What is in force from now on.

    Raises:
        OSError: the kernel has a wall and refuses to put it up.
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
            resource.RLIMIT_FSIZE: 0,  # it writes no file at all
            resource.RLIMIT_NOFILE: _OPEN_FILES,
        }
        for limit, most in limits.items():
            _, hard = resource.getrlimit(limit)
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (most, most))
        os.nice(niceness)
