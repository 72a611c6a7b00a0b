"""What the guard's tests share: everything that arms the guard does so in a child process."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from alcove.guard import environment

InChild = Callable[[str], list[str]]


@pytest.fixture
def in_child(monkeypatch: pytest.MonkeyPatch) -> InChild:
    """Runs code in a fresh interpreter, demands that it succeeds, gives the lines it printed.

    The interpreter is told nothing of what other tests, or whoever runs them, told libraries.
    """
    for name in environment.OFFLINE:
        monkeypatch.delenv(name, raising=False)

    def run(code: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


@pytest.fixture
def guarded(in_child: InChild) -> InChild:
    """The same, behind the guard; the code finds ctypes, os, socket and `answer` imported.

    `answer(call, *arguments)` prints the errno with which a call fails, or 0.
    """
    prelude = """
import alcove.guard
alcove.guard.arm()
import ctypes, os, socket
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def answer(call, *arguments):
    try:
        result = call(*arguments)
    except OSError as error:
        print(error.errno)
    else:
        print(ctypes.get_errno() if result == -1 else 0)
"""
    return lambda code: in_child(prelude + code)
