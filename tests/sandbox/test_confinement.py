"""The reader's sandbox from inside, in the real kernel; other tests read documents in it."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from alcove.sandbox import landlock
from alcove.sandbox.confinement import Sandbox, sandbox_level

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
needs_landlock = pytest.mark.skipif(not landlock.landlock_abi(), reason="no Landlock here")
needs_seccomp = pytest.mark.skipif(not sandbox_level().seccomp, reason="no seccomp here")

# `answer(call, *arguments)` prints the errno with which a call fails, or 0.
PRELUDE = """
import os, signal, socket, subprocess, sys, threading
from pathlib import Path
from alcove.guard import arm
arm()
from alcove.documents.readers import registry
from alcove.sandbox.confinement import MEMORY, confine
from alcove.documents.readers.extraction.startup import start_kreuzberg, unpack_kreuzberg
from alcove.sandbox.code_folders import library_folders
file, sandbox = Path(sys.argv[1]), None
def wall():
    global sandbox
    readable = [unpack_kreuzberg(), *library_folders()]
    sandbox = confine(memory=MEMORY, readable=readable, start=start_kreuzberg)
def answer(call, *arguments):
    try:
        call(*arguments)
    except OSError as error:
        print(error.errno, flush=True)
    else:
        print(0, flush=True)
"""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a file that was not passed to the reader."""
    path = tmp_path / "diary"
    path.write_text("words")
    return path


def confined(file: Path, code: str, *, expected: int = 0) -> list[str]:
    """Run code in a process like the reader's; return the lines that it printed."""
    command = [sys.executable, "-c", PRELUDE + code, str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == expected, done.stderr
    return done.stdout.splitlines()


@needs_landlock
def test_files_and_folders_outside_cannot_be_read(outside: Path) -> None:
    code = """
wall()
answer(file.read_bytes)
for folder in (file.parent, Path.home(), "/", "/etc", "/proc/self", "/proc/1"):
    answer(os.listdir, folder)
answer(Path("/etc/passwd").read_bytes)
answer(Path("/proc/self/environ").read_bytes)
"""
    assert confined(outside, code) == [str(errno.EACCES)] * 9


@needs_seccomp
def test_nothing_on_the_disk_can_be_changed(outside: Path) -> None:
    code = """
wall()
answer(file.write_bytes, b"")
answer(os.open, file, os.O_RDONLY | os.O_TRUNC)
answer(os.truncate, file, 0)
answer((file.parent / "new").touch)
answer((file.parent / "new").mkdir)
answer(file.unlink)
answer(file.rename, file.parent / "new")
answer(file.chmod, 0o777)
answer(os.chown, file, 0, 0)
answer(os.utime, file)
answer(os.setxattr, file, "user.name", b"value")
answer(os.symlink, file, file.parent / "new")
answer(os.link, file, file.parent / "new")
"""
    before = outside.stat()
    assert confined(outside, code) == [str(errno.EPERM)] * 13
    assert outside.stat() == before
    assert list(outside.parent.iterdir()) == [outside]


@needs_seccomp
def test_no_socket_can_be_made(outside: Path) -> None:
    code = """
ours, theirs = socket.socketpair()
wall()
for family in (socket.AF_UNIX, socket.AF_INET, socket.AF_NETLINK):
    answer(socket.socket, family)
answer(socket.socketpair)
answer(ours.connect, "/run/dbus/system_bus_socket")
answer(ours.sendall, b"an open one works")
answer(theirs.recv, 99)
"""
    assert confined(outside, code) == [str(errno.EPERM)] * 5 + ["0"] * 2


@needs_seccomp
def test_no_process_can_be_started_or_reached(outside: Path) -> None:
    code = """
wall()
answer(os.fork)
answer(subprocess.run, ["true"])
answer(os.posix_spawn, "/bin/true", ["true"], {})
answer(os.execv, sys.executable, [sys.executable, "-c", ""])
answer(os.kill, os.getppid(), 0)
answer(os.pidfd_open, os.getppid())
"""
    assert confined(outside, code) == [str(errno.EPERM)] * 6


@needs_seccomp
def test_it_may_end_itself(outside: Path) -> None:
    assert confined(outside, "wall(); os.abort()", expected=-6) == []


def test_threads_start_and_are_confined_too(outside: Path) -> None:
    code = """
wall()
thread = threading.Thread(target=answer, args=(file.read_bytes,))
thread.start()
thread.join()
thread = threading.Thread(target=answer, args=(socket.socket,))
thread.start()
thread.join()
print(sandbox.landlock > 0, sandbox.seccomp)
"""
    opened, plugged, *walls = " ".join(confined(outside, code)).split()
    assert (opened == str(errno.EACCES), plugged == str(errno.EPERM)) == tuple(
        wall == "True" for wall in walls
    )


@needs_seccomp
@needs_landlock
def test_the_parsers_own_threads_are_confined(outside: Path) -> None:
    code = """
wall()
print(os.getpid(), flush=True)
sys.stdin.read()
"""
    command = [sys.executable, "-c", PRELUDE + code, str(outside)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as child:
        assert child.stdout is not None
        tasks = Path("/proc", child.stdout.readline().strip(), "task").iterdir()
        statuses = [(task / "status").read_text() for task in tasks]
        child.communicate()
    filters = {line for text in statuses for line in text.splitlines() if "Seccomp_f" in line}
    assert len(statuses) > 1
    assert len(filters) == 1


def test_what_python_loads_late_can_still_be_loaded(outside: Path) -> None:
    code = """
wall()
import importlib, pkgutil, encodings, xml.dom.minidom
for module in pkgutil.iter_modules(encodings.__path__):
    if module.name not in ("mbcs", "oem"):  # of Windows
        importlib.import_module(f"encodings.{module.name}")
import chardet
print(chardet.detect("Всем привет, это обычный русский текст".encode("koi8-r"))["encoding"])
print("words".encode("idna"))
"""
    assert confined(outside, code) == ["KOI8-R", "b'words'"]


@pytest.mark.parametrize(
    ("sandbox", "words"),
    [
        (Sandbox(7, seccomp=True), "Landlock (ABI 7) and seccomp"),
        (Sandbox(1, seccomp=False), "Landlock (ABI 1)"),
        (Sandbox(0, seccomp=True), "seccomp"),
        (Sandbox(0, seccomp=False), "a process of its own with limits"),
    ],
)
def test_the_level_is_described_in_plain_words(sandbox: Sandbox, words: str) -> None:
    assert sandbox.description == words


def test_the_predicted_level_is_the_one_reached(outside: Path) -> None:
    code = """
from alcove.sandbox.confinement import sandbox_level
foretold = sandbox_level()
wall()
print(foretold == sandbox)
"""
    assert confined(outside, code) == ["True"]


@needs_seccomp
def test_a_kernel_without_landlock_is_noticed(outside: Path) -> None:
    code = """
import errno
from alcove.sandbox.confinement import sandbox_level
from alcove.guard import bpf, seccomp
unknown = bpf.prologue(bpf.ARCHITECTURES[seccomp.machine()]) + bpf.refuse_call(444, errno.ENOSYS)
assert seccomp.load(unknown + bpf.ALLOW)
print(sandbox_level().description)
wall()
print(sandbox.description)
answer(file.read_bytes)
answer(file.write_bytes, b"")
"""
    assert confined(outside, code) == ["seccomp", "seccomp", "0", str(errno.EPERM)]


def test_asking_for_the_level_opens_nothing() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    sandbox_level()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
