"""Fixtures of the guard's tests: each arms the guard in a child process."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from alcove.guard import environment

InChild = Callable[[str], list[str]]


@pytest.fixture
def in_child(monkeypatch: pytest.MonkeyPatch) -> InChild:
    """Run code in a fresh interpreter, assert that it succeeds, return the lines that it printed.

    The interpreter inherits none of the environment variables that the guard sets.
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
    """Run code like `in_child`, under the guard, with ctypes, os, socket and `answer` imported.

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
