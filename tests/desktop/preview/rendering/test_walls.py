"""The sandbox of the renderer's process, from inside, in the real kernel."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from alcove.sandbox import landlock
from alcove.sandbox.confinement import sandbox_level
from alcove_desktop.preview.rendering.page_drawer import PageDrawer, PageFile, PageJob

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
needs_landlock = pytest.mark.skipif(not landlock.landlock_abi(), reason="no Landlock here")
needs_seccomp = pytest.mark.skipif(not sandbox_level().seccomp, reason="no seccomp here")

# What `process.main` does before it serves; `answer` prints the errno of a call, or 0.
_PRELUDE = """
import os, resource, socket, subprocess, sys
from pathlib import Path
from alcove.guard import arm
from alcove_desktop.preview.rendering.process import _confined_openers
arm()
openers = _confined_openers()
file = Path(sys.argv[1])
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
    """A file that was not passed to the process."""
    path = tmp_path / "diary"
    path.write_text("words")
    return path


def confined(file: Path, code: str) -> list[str]:
    """Run code in a process sandboxed like the renderer; return the lines that it printed."""
    command = [sys.executable, "-c", _PRELUDE + code, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_landlock
def test_no_file_can_be_read_but_those_it_is_given(outside: Path) -> None:
    code = """
answer(file.read_bytes)
for folder in (file.parent, Path.home(), "/", "/etc", "/proc/self"):
    answer(os.listdir, folder)
answer(Path("/etc/passwd").read_bytes)
"""
    assert confined(outside, code) == [str(errno.EACCES)] * 7


@needs_seccomp
def test_nothing_can_be_written_reached_or_started(outside: Path) -> None:
    code = """
answer(file.write_bytes, b"")
answer(file.unlink)
answer((file.parent / "new").touch)
for family in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6):
    answer(socket.socket, family)
answer(os.fork)
answer(subprocess.run, ["true"])
answer(os.kill, os.getppid(), 0)
"""
    assert confined(outside, code) == [str(errno.EPERM)] * 9
    assert outside.read_text() == "words"


def test_memory_and_files_are_limited(outside: Path) -> None:
    code = """
for limit in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
    print(resource.getrlimit(limit)[1])
"""
    assert confined(outside, code) == [str(1 << 30), "0", "0"]


@needs_seccomp
def test_the_renderer_is_sandboxed_with_all_its_threads(
    drawing: PageDrawer, lease: PageFile
) -> None:
    drawing.picture(PageJob(lease, 0, 300))
    (child,) = psutil.Process().children()
    tasks = Path("/proc", str(child.pid), "task").iterdir()
    statuses = [(task / "status").read_text().splitlines() for task in tasks]
    own = Path("/proc/self/status").read_text().splitlines()
    filters = {line for lines in statuses for line in lines if "Seccomp_filters" in line}
    assert len(filters) == 1
    assert filters.isdisjoint(own)


def test_the_renderer_inherits_only_its_channel(drawing: PageDrawer, lease: PageFile) -> None:
    """It has a channel, and the file; nothing else of its parent's is open in it."""
    drawing.picture(PageJob(lease, 0, 300))
    (child,) = psutil.Process().children()
    links = [str(fd.readlink()) for fd in Path("/proc", str(child.pid), "fd").iterdir()]
    opened = sorted(link for link in links if not link.startswith(("/dev/null", "socket:")))
    assert opened == [os.fsdecode(lease.path)]
    assert len({link for link in links if link.startswith("socket:")}) == 1
