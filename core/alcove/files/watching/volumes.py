"""Detect folders that need polling: on network file systems and on removable drives."""

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alcove.files.watching.state import SweptReason
from alcove.paths import is_within

_MOUNTS = Path("/proc/self/mountinfo")

# Changes by other machines, or by the host of a virtual one, cause no event: inotify(7).
_NETWORK = frozenset(
    b"9p acfs afs beegfs ceph cifs coda davfs drvfs fuse gfs2 glusterfs gpfs lustre ncpfs nfs nfs4"
    b" ocfs2 orangefs prl_fs smb2 smb3 smbfs vboxsf virtiofs vmhgfs".split()
)
_REMOVABLE = frozenset(b"exfat iso9660 msdos udf vfat".split())
# Where udisks and its predecessors mount removable drives.
_REMOVABLE_PLACES = (b"/media", b"/run/media")
_ESCAPE = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system.

    Attributes:
        path: mount point.
        kind: the kernel's name of the file system type, such as ext4 or fuse.sshfs.
    """

    path: bytes
    kind: bytes

    @property
    def reason(self) -> SweptReason | None:
        """Reason why folders on it have to be polled, or None."""
        if self.kind in _NETWORK or self.kind.startswith(b"fuse."):
            return SweptReason.NETWORK
        if self.kind in _REMOVABLE or any(is_within(self.path, p) for p in _REMOVABLE_PLACES):
            return SweptReason.REMOVABLE
        return None


def read_mounts(source: Path = _MOUNTS) -> tuple[Mount, ...]:
    """Return all mounted file systems; a later one covers an earlier one at the same path.

    Empty where there is no such list: on macOS and Windows, see `needs_polling`.
    """
    try:
        return parse_mounts(source.read_bytes())
    except FileNotFoundError:
        return ()


def parse_mounts(mountinfo: bytes) -> tuple[Mount, ...]:
    """Parse the text of /proc/self/mountinfo; its format: proc_pid_mountinfo(5)."""
    mounts = []
    for line in filter(None, mountinfo.split(b"\n")):
        before_dash, _, after_dash = line.partition(b" - ")
        fields, kind = before_dash.split(b" "), after_dash.split(b" ")
        mounts.append(Mount(_ESCAPE.sub(_unescape, fields[4]), kind[0]))
    return tuple(mounts)


def needs_polling(folder: bytes, mounts: Iterable[Mount] | None = None) -> SweptReason | None:
    """Return why `folder` needs polling, because events do not report all changes, or None.

    Does not access the folder itself, which would hang where a server is gone. Without a list of
    mounts, use the drive type on Windows; on macOS treat every mount in /Volumes as removable
    (network shares and disks alike).

    Args:
        folder: absolute path without symbolic links.
        mounts: result of `read_mounts`; read now if None.
    """
    around = [m for m in (read_mounts() if mounts is None else mounts) if is_within(folder, m.path)]
    if around:
        longest = max(len(mount.path) for mount in around)
        return [mount for mount in around if len(mount.path) == longest][-1].reason
    return _reason_elsewhere(os.fsdecode(folder))


def mounts_below(folder: bytes, mounts: Iterable[Mount]) -> tuple[Mount, ...]:
    """Return the file systems that are mounted somewhere inside `folder`."""
    by_path = {m.path: m for m in mounts if m.path != folder and is_within(m.path, folder)}
    return tuple(by_path.values())


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
