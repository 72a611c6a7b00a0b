"""Only regular files are opened, and opening never blocks."""

import os
import sys
from pathlib import Path

import pytest

from alcove.errors import ReadError, Reason
from alcove.sandbox.open_file import open_regular, signature_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    return path


def reason_of(path: Path) -> Reason:
    with pytest.raises(ReadError) as caught, open_regular(bytes(path)):
        pass
    return caught.value.reason


def test_a_regular_file_is_read_and_closed(file: Path) -> None:
    with open_regular(bytes(file)) as descriptor:
        assert os.read(descriptor, 100) == b"words"
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)


def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reason_of(tmp_path / "pipe") is Reason.NOT_A_REGULAR_FILE


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert reason_of(tmp_path) is Reason.NOT_A_REGULAR_FILE


def test_a_link_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(file)
    assert reason_of(tmp_path / "link") is Reason.IO_ERROR


def test_a_missing_file_is_a_distinct_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_regular(bytes(tmp_path / "gone")):
        pass


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="no permission stops root")
def test_a_file_that_we_may_not_read_is_refused(file: Path) -> None:
    file.chmod(0)
    assert reason_of(file) is Reason.NO_PERMISSION


def test_no_descriptor_is_left_after_a_refusal(file: Path, tmp_path: Path) -> None:
    path = bytes(file)
    with open_regular(path) as before:
        pass
    assert reason_of(tmp_path) is Reason.NOT_A_REGULAR_FILE
    with open_regular(path) as after:
        assert after == before  # the system gives the lowest free number


def test_numbers_that_sqlite_cannot_hold_wrap(tmp_path: Path) -> None:
    real = list(tmp_path.stat()[:10])
    real[1], real[2] = 2**64 - 1, 2**63  # st_ino, st_dev
    signature = signature_of(os.stat_result(real))
    assert (signature.inode, signature.device) == (-1, -(2**63))
