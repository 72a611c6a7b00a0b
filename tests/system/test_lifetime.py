"""A reader never outlives its parent."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the channel's end tells")

READING = """
import os, signal, sys
from alcove.documents import Format
from alcove.documents.process.reader import Reader
reader = Reader()
reader.read(os.open(sys.argv[1], os.O_RDONLY), Format.TXT)
print(reader._child._process.pid, flush=True)
signal.pause()
"""


def test_the_reader_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Words.")
    command = [sys.executable, "-c", READING, str(tmp_path / "file")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        reader = int(parent.stdout.readline())
        os.kill(reader, signal.SIGSTOP)  # so that it cannot notice by itself that its parent died
        watched = os.pidfd_open(reader)
        try:
            parent.kill()
            assert select.select([watched], [], [], 30)[0]  # readable once it has ended
        finally:
            os.close(watched)


@pytest.mark.parametrize(
    ("parent", "code", "printed"), [("os.getppid()", 0, "alive\n"), ("1 << 30", 1, "")]
)
def test_a_child_whose_parent_is_gone_by_then_ends(parent: str, code: int, printed: str) -> None:
    program = f"""
import os
from alcove.system.lifetime import end_with_parent
end_with_parent({parent})
print("alive")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (code, printed, "")
