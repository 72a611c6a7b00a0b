"""Linux: close the file system to a process through Landlock, except for a few paths to read.

Numbers are those of linux/landlock.h; https://docs.kernel.org/userspace-api/landlock.html explains
them and what each ABI added.
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
_MAX_ABI = 7  # of Linux 6.15; also used on a newer kernel

_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# Number of file rights in each ABI, from the lowest bit up; all are taken away.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP_RIGHTS = 0b11  # bind, connect; from ABI 4 on
_SCOPES = 0b11  # abstract sockets, signals; from ABI 6 on
# The kernel writes each refusal, with its path, to the audit log; from ABI 7 on this disables that.
_NO_LOG = 1 << 0


class _Ruleset(ctypes.Structure):
    """`struct landlock_ruleset_attr`; an older kernel accepts zeros in the fields it lacks."""

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
        version = _call(_CREATE_RULESET, None, 0, _GIVE_VERSION)
    else:
        version = 0
    return min(max(0, version), _MAX_ABI)


def restrict(readable: Iterable[Path]) -> int:
    """Restrict the calling thread, and threads that it starts, to reading these paths.

    They may not write or execute any file. Where the kernel's version supports it, they may also
    not use TCP, or reach outside processes by signals or abstract sockets. Open files stay open.
    The restriction cannot be undone, and does not cover threads that run already.

    Args:
        readable: files, and folders with everything in them; missing paths are ignored.

    Returns:
        The version of Landlock in force; 0 where the kernel has none.

    Raises:
        OSError: the kernel has Landlock and refuses to enforce it.
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
    """Return the ruleset that takes away every right of this ABI."""
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
