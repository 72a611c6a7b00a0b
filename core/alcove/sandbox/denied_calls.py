"""Linux: refuse, through seccomp, the system calls that reading a document never needs.

Stricter than the guard's filter, which is loaded before: the process can talk to nothing but its
channel, start no program and change no file.
"""

import errno
import os
from collections.abc import Mapping

from alcove.guard import bpf, seccomp

# Numbers on x86-64 and on 64-bit ARM; asm/unistd_64.h and asm-generic/unistd.h. None where a
# machine lacks the call.
REFUSED: Mapping[str, tuple[int | None, int | None]] = {
    # Other machines and processes.
    "socket": (41, 198),
    "socketpair": (53, 199),
    "bind": (49, 200),
    "connect": (42, 203),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    # Other programs.
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    # Files, where Landlock is missing or has no such right: names, owners, permissions, times.
    "creat": (85, None),
    "truncate": (76, 45),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    # The system itself, and the parts of the kernel that most often had holes.
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "bpf": (321, 280),
    "add_key": (248, 217),
    "keyctl": (250, 219),
    "request_key": (249, 218),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
}
# A filter cannot read their flags, which are in memory; on ENOSYS libraries use the older call.
_HIDDEN_FLAGS = {"clone3": (435, 435), "openat2": (437, 437)}

_CLONE = (56, 220)
_CLONE_THREAD = 0x00010000  # linux/sched.h
_OPEN, _OPENAT = (2, None), (257, 56)
_TO_WRITE = 0o1103  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC; asm-generic/fcntl.h
_TGKILL = (234, 131)  # abort(3) uses it to end its own process


def refuse_calls() -> bool:
    """Install the filter permanently, for this process and all its threads.

    Returns:
        Whether the kernel accepted it; False on other systems and machines.
    """
    machine = seccomp.machine()
    return machine in bpf.ARCHITECTURES and seccomp.load(program(machine, os.getpid()))


def program(machine: str, process: int) -> bytes:
    """Assemble the filter as a BPF program.

    Args:
        machine: a key of `bpf.ARCHITECTURES`.
        process: id of this process, which may signal itself and no other.
    """
    column = tuple(bpf.ARCHITECTURES).index(machine)
    refused = [numbers[column] for numbers in REFUSED.values()]
    opening = [(_OPEN[column], 1), (_OPENAT[column], 2)]
    return b"".join(
        (
            bpf.prologue(bpf.ARCHITECTURES[machine]),
            *(bpf.refuse_call(number) for number in refused if number is not None),
            *(bpf.refuse_call(n[column], errno.ENOSYS) for n in _HIDDEN_FLAGS.values()),
            bpf.refuse_without_bits(_CLONE[column], 0, _CLONE_THREAD),
            bpf.refuse_unless_equal(_TGKILL[column], 0, process),
            *(bpf.refuse_with_bits(n, at, _TO_WRITE) for n, at in opening if n is not None),
            bpf.ALLOW,
        )
    )
