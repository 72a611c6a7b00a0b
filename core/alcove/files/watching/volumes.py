"""Which folders lie on volumes whose changes no event tells of, or that come and go."""

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alcove.files.watching.state import SweptReason
from alcove.paths import is_within

_MOUNTS = Path("/proc/self/mountinfo")

# What other machines change, or the host of a virtual one, comes without an event: inotify(7).
_NETWORK = frozenset(
    b"9p acfs afs beegfs ceph cifs coda davfs drvfs fuse gfs2 glusterfs gpfs lustre ncpfs nfs nfs4"
    b" ocfs2 orangefs prl_fs smb2 smb3 smbfs vboxsf virtiofs vmhgfs".split()
)
_REMOVABLE = frozenset(b"exfat iso9660 msdos udf vfat".split())
# Where udisks and its forerunners mount what is plugged in.
_REMOVABLE_PLACES = (b"/media", b"/run/media")
_ESCAPE = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system.

    Attributes:
        path: where it is mounted.
        kind: type of the file system as the kernel names it, like ext4 or fuse.sshfs.
    """

    path: bytes
    kind: bytes

    @property
    def reason(self) -> SweptReason | None:
        """Why files on it have to be swept, or None."""
        if self.kind in _NETWORK or self.kind.startswith(b"fuse."):
            return SweptReason.NETWORK
        if self.kind in _REMOVABLE or any(is_within(self.path, p) for p in _REMOVABLE_PLACES):
            return SweptReason.REMOVABLE
        return None


def read_mounts(source: Path = _MOUNTS) -> tuple[Mount, ...]:
    """All mounted file systems, a later one covering an earlier one at the same place.

    Empty where there is no such list: on macOS and Windows, see `needs_polling`.
    """
    try:
        return parse_mounts(source.read_bytes())
    except FileNotFoundError:
        return ()


def parse_mounts(mountinfo: bytes) -> tuple[Mount, ...]:
    """The mounts in the text of /proc/self/mountinfo; its format: proc_pid_mountinfo(5)."""
    mounts = []
    for line in filter(None, mountinfo.split(b"\n")):
        about_place, _, about_kind = line.partition(b" - ")
        place, kind = about_place.split(b" "), about_kind.split(b" ")
        mounts.append(Mount(_ESCAPE.sub(_unescape, place[4]), kind[0]))
    return tuple(mounts)


def needs_polling(folder: bytes, mounts: Iterable[Mount] | None = None) -> SweptReason | None:
    """Why events do not tell of all changes in `folder`, or None.

    Nothing is asked of the folder itself, which would hang where a server is gone. Without a list
    of mounts, Windows is asked for the type of the drive, and on macOS all that is mounted in
    /Volumes counts as removable (network shares and disks alike).

    Args:
        folder: absolute path without symbolic links.
        mounts: of `read_mounts`; read now if not given.
    """
    around = [m for m in (read_mounts() if mounts is None else mounts) if is_within(folder, m.path)]
    if around:
        longest = max(len(mount.path) for mount in around)
        return [mount for mount in around if len(mount.path) == longest][-1].reason
    return _reason_elsewhere(os.fsdecode(folder))


def mounts_below(folder: bytes, mounts: Iterable[Mount]) -> tuple[Mount, ...]:
    """The file systems that are mounted somewhere inside `folder`."""
    last = {m.path: m for m in mounts if m.path != folder and is_within(m.path, folder)}
    return tuple(last.values())


def _unescape(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8)])


if sys.platform == "win32":
    import ctypes

    # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
    _DRIVE_REASONS = {
        2: SweptReason.REMOVABLE,
        4: SweptReason.NETWORK,
        5: SweptReason.REMOVABLE,  # CD-ROM
    }

    def _reason_elsewhere(folder: str) -> SweptReason | None:
        drive = os.path.splitdrive(folder)[0] + "\\"
        return _DRIVE_REASONS.get(ctypes.windll.kernel32.GetDriveTypeW(drive))

elif sys.platform == "darwin":

    def _reason_elsewhere(folder: str) -> SweptReason | None:
        return SweptReason.REMOVABLE if folder.startswith("/Volumes/") else None

else:

    def _reason_elsewhere(_: str) -> SweptReason | None:
        return None
