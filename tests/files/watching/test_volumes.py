"""Folders on network and removable volumes, found in the text of /proc/self/mountinfo."""

import sys
from pathlib import Path

import pytest

from alcove.files.watching.state import SweptReason
from alcove.files.watching.volumes import (
    Mount,
    mounts_below,
    needs_polling,
    parse_mounts,
    read_mounts,
)

MOUNTINFO = rb"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,discard
40 27 8:1 / /boot/efi rw - vfat /dev/sda1 rw
41 27 0:50 / /home/me/Shared\040Documents rw,nosuid shared:30 master:2 - cifs //server/docs rw
42 27 0:51 / /mnt/nfs rw - nfs4 server:/export rw,vers=4.2
43 42 254:3 / /mnt/nfs/local rw - ext4 /dev/sdb1 rw
44 27 0:52 / /home/me/remote rw - fuse.sshfs me@server:/ rw
45 27 8:33 / /media/me/STICK rw - ext4 /dev/sdc1 rw
46 27 8:49 / /run/media/me/card rw - exfat /dev/sdd1 rw
47 27 0:60 / /host rw - 9p C:\134 rw
48 27 8:65 / /windows rw - fuseblk /dev/sde1 rw
49 27 0:61 / /mnt/later rw - autofs systemd-1 rw
50 49 0:62 / /mnt/later rw - nfs server:/ rw
51 27 0:63 / /odd\012name rw - smb3 //server/x rw
"""


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        (b"/home/me/Documents", None),
        (b"/home/me/Shared Documents", SweptReason.NETWORK),
        (b"/home/me/Shared Documents/deep/er", SweptReason.NETWORK),
        (b"/home/me/Shared Documents too", None),
        (b"/mnt/nfs/a", SweptReason.NETWORK),
        (b"/mnt/nfs/local/a", None),
        (b"/home/me/remote", SweptReason.NETWORK),
        (b"/media/me/STICK/a", SweptReason.REMOVABLE),
        (b"/run/media/me/card", SweptReason.REMOVABLE),
        (b"/boot/efi", SweptReason.REMOVABLE),
        (b"/host/Users", SweptReason.NETWORK),
        (b"/windows/Users", None),
        (b"/mnt/later/a", SweptReason.NETWORK),
        (b"/odd\nname", SweptReason.NETWORK),
    ],
)
def test_a_folder_is_polled_for_the_innermost_mount_it_lies_on(
    folder: bytes, reason: SweptReason | None
) -> None:
    assert needs_polling(folder, parse_mounts(MOUNTINFO)) is reason


def test_mounts_inside_a_folder_are_found_and_itself_is_not_among_them() -> None:
    mounts = parse_mounts(MOUNTINFO)
    assert {mount.path for mount in mounts_below(b"/home/me", mounts)} == {
        b"/home/me/Shared Documents",
        b"/home/me/remote",
    }
    assert mounts_below(b"/mnt/nfs", mounts) == (Mount(b"/mnt/nfs/local", b"ext4"),)
    assert mounts_below(b"/mnt/later", mounts) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this list")
def test_the_mounts_of_this_machine_have_a_root() -> None:
    assert b"/" in {mount.path for mount in read_mounts()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked for the drive")
def test_without_a_list_of_mounts_no_mount_is_found(tmp_path: Path) -> None:
    assert read_mounts(tmp_path / "absent") == ()
    assert needs_polling(b"/home/me", ()) is None
