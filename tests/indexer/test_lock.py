"""There is one indexer per library, and the end of its process releases the lock."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from alcove.errors import BusyError, LibraryError
from alcove.indexer.lock import IndexerLock

HOLD = """
import sys
from pathlib import Path
from alcove.indexer.lock import IndexerLock
with IndexerLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def try_lock(path: Path) -> bool:
    try:
        with IndexerLock(path):
            return True
    except BusyError:
        return False


def hold(path: Path) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_holder_is_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with IndexerLock(path), pytest.raises(BusyError) as caught, IndexerLock(path):
        pass
    assert caught.value.advice


@pytest.mark.skipif(sys.platform == "win32", reason="there is no flock")
@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_lock_files_is_not_taken_for_another_indexer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(LibraryError, match="cannot lock files") as caught:
        IndexerLock(tmp_path / "lock").__enter__()
    assert not isinstance(caught.value, BusyError)
    assert caught.value.advice


def test_the_lock_is_free_after_its_holder_also_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), IndexerLock(path):
        raise ZeroDivisionError
    assert try_lock(path)
    assert path.exists()


def test_a_refused_attempt_does_not_free_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with IndexerLock(path):
        assert not try_lock(path)
        assert not try_lock(path)


def test_two_libraries_have_two_locks(tmp_path: Path) -> None:
    with IndexerLock(tmp_path / "a"):
        assert try_lock(tmp_path / "b")


def test_another_process_is_refused_until_the_holder_ends(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with hold(path) as process:
        assert not try_lock(path)
        process.communicate()
        assert process.returncode == 0
    assert try_lock(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_holder_leaves_the_lock_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with hold(path) as process:
        assert not try_lock(path)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert try_lock(path)
