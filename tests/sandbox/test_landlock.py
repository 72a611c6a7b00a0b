"""Landlock in the real kernel: what a process that restricted itself can still do."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from alcove.sandbox import landlock
from alcove.sandbox.landlock import landlock_abi

pytestmark = pytest.mark.skipif(not landlock_abi(), reason="this kernel has no Landlock")

PRELUDE = """
import ctypes, os, socket, sys, threading
from pathlib import Path
from alcove.sandbox.landlock import restrict
ours, other = map(Path, sys.argv[1:])
def answer(call, *arguments):
    try:
        call(*arguments)
    except OSError as error:
        print(error.errno)
    else:
        print(0)
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder to grant and another one; each holds a file."""
    for name in ("ours", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("words")
    return tmp_path / "ours", tmp_path / "other"


def answers(folders: tuple[Path, Path], code: str) -> list[int]:
    command = [sys.executable, "-c", PRELUDE + code, *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def test_granted_paths_can_be_read_and_nothing_else(folders: tuple[Path, Path]) -> None:
    code = """
restrict([ours])
for folder in (ours, other):
    answer(Path(folder, "file").read_bytes)
    answer(os.listdir, folder)
answer(os.listdir, "/")
answer(os.listdir, "/proc/self")
"""
    refused = [errno.EACCES] * 4
    assert answers(folders, code) == [0, 0, *refused]


def test_a_single_file_can_be_granted_and_missing_paths_are_ignored(
    folders: tuple[Path, Path],
) -> None:
    code = """
restrict([ours / "file", ours / "missing"])
answer(Path(ours, "file").read_bytes)
answer(os.listdir, ours)
"""
    assert answers(folders, code) == [0, errno.EACCES]


def test_nothing_can_be_written_or_run(folders: tuple[Path, Path]) -> None:
    code = """
restrict([ours])
file = ours / "file"
answer(file.write_text, "")
answer((ours / "new").touch)
answer((ours / "new").mkdir)
answer(file.unlink)
answer((ours / "link").symlink_to, file)
answer(os.execv, sys.executable, [sys.executable, "-c", ""])
"""
    assert answers(folders, code) == [errno.EACCES] * 6
    assert [path.name for path in folders[0].iterdir()] == ["file"]
    assert (folders[0] / "file").read_text() == "words"


def test_files_that_are_open_stay_open(folders: tuple[Path, Path]) -> None:
    code = """
with (other / "file").open() as file:
    restrict([])
    answer(file.read)
    answer(Path("/proc/self/fd", str(file.fileno())).read_bytes)
"""
    assert answers(folders, code) == [0, errno.EACCES]


def test_later_threads_are_restricted_too(folders: tuple[Path, Path]) -> None:
    code = """
restrict([])
thread = threading.Thread(target=answer, args=(Path(other, "file").read_bytes,))
thread.start()
thread.join()
"""
    assert answers(folders, code) == [errno.EACCES]


@pytest.mark.skipif(landlock_abi() < 4, reason="this kernel's Landlock knows no TCP")
def test_tcp_is_refused(folders: tuple[Path, Path]) -> None:
    code = """
restrict([])
with socket.socket() as plug:
    answer(plug.connect, ("127.0.0.1", 9))
    answer(plug.bind, ("127.0.0.1", 0))
"""
    assert answers(folders, code) == [errno.EACCES] * 2


@pytest.mark.skipif(landlock_abi() < 6, reason="this kernel's Landlock has no scopes")
def test_signals_and_abstract_sockets_to_outside_are_refused(folders: tuple[Path, Path]) -> None:
    code = """
outside = socket.socket(socket.AF_UNIX)
outside.bind(f"\\0alcove-test-{os.getpid()}")
outside.listen()
restrict([])
answer(os.kill, os.getppid(), 0)
answer(os.kill, os.getpid(), 0)
with socket.socket(socket.AF_UNIX) as plug:
    answer(plug.connect, outside.getsockname())
"""
    assert answers(folders, code) == [errno.EPERM, 0, errno.EPERM]


@pytest.mark.parametrize("abi", [1, 2, 3, 4, 5, 6])
def test_an_older_kernel_is_asked_only_for_rights_that_it_has(
    folders: tuple[Path, Path], abi: int
) -> None:
    if abi > landlock_abi():
        pytest.skip("this kernel is older still")
    code = f"""
from alcove.sandbox import landlock
landlock.landlock_abi = lambda: {abi}
print(restrict([ours]))
answer(Path(ours, "file").read_bytes)
answer(Path(other, "file").read_bytes)
answer(Path(ours, "file").write_text, "")
"""
    assert answers(folders, code) == [abi, 0, errno.EACCES, errno.EACCES]


def test_a_newer_kernel_is_treated_as_our_highest_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(landlock, "_call", lambda *_: 99)
    assert landlock_abi() == 7


def test_a_kernel_without_it_restricts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "_call", lambda *_: -1)
    assert landlock.restrict([Path("/")]) == 0
