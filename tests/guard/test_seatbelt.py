"""The profile on macOS."""

import errno
import sys
from collections.abc import Callable

import pytest

InChild = Callable[[str], list[str]]

pytestmark = pytest.mark.skipif(sys.platform != "darwin", reason="sandbox_init is macOS's")


def test_networks_are_refused_and_local_sockets_work(guarded: InChild) -> None:
    code = """
print(alcove.guard.level().name)
answer(socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect, ("127.0.0.1", 9))
one, other = socket.socketpair()
one.send(b"through a pair")
print(other.recv(99).decode())
"""
    assert guarded(code) == ["KERNEL", str(errno.EPERM), "through a pair"]


def test_a_name_is_unknown(guarded: InChild) -> None:
    code = """
try:
    socket.getaddrinfo("example.org", 443)
except socket.gaierror:
    print("unknown")
"""
    assert guarded(code) == ["unknown"]
