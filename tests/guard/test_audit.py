"""The audit hook, which confines Python code where there is no kernel filter."""

import errno
import sys
from collections.abc import Callable

import pytest

from alcove.guard import audit

InChild = Callable[[str], list[str]]

MAKING = ("socket.socket()", "socket.socket(socket.AF_INET6)")
REFUSED = (
    *(MAKING if sys.platform != "win32" else ()),  # Windows makes its socket pairs of these
    "socket.create_connection(('192.0.2.1', 80))",
    "socket.create_connection(('localhost', 80))",
    "socket.getaddrinfo('example.org', 443)",
    "socket.gethostbyname('example.org')",
    "socket.gethostbyaddr('192.0.2.1')",
    "socket.getnameinfo(('192.0.2.1', 80), 0)",
    "urllib.request.urlopen('http://192.0.2.1/')",
)


@pytest.mark.parametrize("attempt", REFUSED)
def test_networks_are_refused(in_child: InChild, attempt: str) -> None:
    code = f"""
import socket, urllib.request
from alcove.guard import audit
print(audit.in_force(), audit.install(), audit.install())
try:
    {attempt}
except OSError as error:
    print(getattr(error, "reason", error).errno)
"""
    assert in_child(code) == ["False True True", str(errno.EACCES)]


@pytest.mark.skipif(sys.platform == "win32", reason="Python has no AF_UNIX on Windows")
def test_local_sockets_and_programs_work(in_child: InChild) -> None:
    code = """
import multiprocessing, socket, subprocess, sys
from alcove.guard import audit
audit.install()
one, other = socket.socketpair()
one.send(b"through a pair")
print(other.recv(99).decode())
socket.socket(socket.AF_UNIX).close()
print(subprocess.check_output([sys.executable, "-c", "print('a program')"], text=True).strip())
"""
    assert in_child(code) == ["through a pair", "a program"]


@pytest.mark.parametrize("event", ["bind", "connect", "sendmsg", "sendto"])
def test_only_this_machine_can_be_addressed(event: str) -> None:
    # matters on Windows: elsewhere such a socket cannot even be made
    def reaches_out(address: object) -> bool:
        return audit._reaches_out(f"socket.{event}", (None, address))

    assert reaches_out(("192.0.2.1", 80))
    assert reaches_out(("", 0))
    assert reaches_out(("2001:db8::1", 80, 0, 0))
    assert not reaches_out(("127.0.0.1", 80))
    assert not reaches_out(("::1", 80, 0, 0))
    assert not reaches_out("/run/a.socket")
