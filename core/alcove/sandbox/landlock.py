"""Linux: closes the file system to a process, but for a few things to read, through Landlock.

Numbers are those of linux/landlock.h; they and what each ABI brought are explained in
https://docs.kernel.org/userspace-api/landlock.html.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from alcove.guard.seccomp import forbid_new_privileges

# The same on every machine: asm-generic/unistd.h.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_GIVE_VERSION = 1 << 0
_PATH_BENEATH = 1
_KNOWN_ABI = 7  # of Linux 6.15; a newer kernel is asked for no more than that

_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# How many rights over files each ABI knows, from the first bit on; all are taken away.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP_RIGHTS = 0b11  # bind, connect; from ABI 4 on
_SCOPES = 0b11  # abstract sockets, signals; from ABI 6 on
# What is refused goes to the system's audit log with its path; from ABI 7 on it need not.
_NO_LOG = 1 << 0


class _Ruleset(ctypes.Structure):
    """`struct landlock_ruleset_attr`; a kernel that knows less accepts zeros at its end."""

    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneath(ctypes.Structure):
    """`struct landlock_path_beneath_attr`."""

    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def landlock_abi() -> int:
    """Return the version of Landlock that `restrict` would use; 0 where the kernel has none."""
    if sys.platform == "linux":
        known = _call(_CREATE_RULESET, None, 0, _GIVE_VERSION)
    else:
        known = 0
    return min(max(0, known), _KNOWN_ABI)


def restrict(readable: Iterable[Path]) -> int:
    """Leave to the calling thread, and to those that it starts, these things to read and no more.

    It may not write or execute any file, nor, as far as the kernel knows how, use TCP or reach
    processes outside by signals or abstract sockets. Open files stay open. It cannot be undone,
    and threads that run already are not covered.

    Args:
        readable: folders, with all that is in them, and files; what does not exist is left out.

    Returns:
        The version of Landlock in force; 0 where the kernel has none.

    Raises:
        OSError: the kernel has it and refuses.
    """
    abi = landlock_abi()
    if sys.platform == "linux" and abi:
        forbid_new_privileges()
        ruleset = _checked(_call(_CREATE_RULESET, *_sized(_ruleset(abi)), 0))
        try:
            for path in filter(Path.exists, readable):
                _allow(ruleset, path)
            _checked(_call(_RESTRICT_SELF, ruleset, _NO_LOG if abi >= 7 else 0))
        finally:
            os.close(ruleset)
    return abi


def _ruleset(abi: int) -> _Ruleset:
    """What is taken away: all that this ABI knows of."""
    rights = _FILE_RIGHTS[min(abi, max(_FILE_RIGHTS))]
    network, scopes = (_TCP_RIGHTS if abi >= 4 else 0), (_SCOPES if abi >= 6 else 0)
    return _Ruleset((1 << rights) - 1, network, scopes)


if sys.platform == "linux":

    def _allow(ruleset: int, path: Path) -> None:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rights = _READ_FILE | (_READ_FOLDER if path.is_dir() else 0)
            rule = _PathBeneath(rights, descriptor)
            _checked(_call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0))
        finally:
            os.close(descriptor)


def _sized(structure: ctypes.Structure) -> tuple[object, int]:
    return ctypes.byref(structure), ctypes.sizeof(structure)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    words = (ctypes.c_long(word) if isinstance(word, int) else word for word in arguments)
    result: int = libc.syscall(ctypes.c_long(number), *words)
    return result


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
