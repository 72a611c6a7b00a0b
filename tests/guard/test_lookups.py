"""Host names are not looked up through any service."""

import errno
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

InChild = Callable[[str], list[str]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tells what Linux does")

LOOKUP = """
import socket
try:
    socket.getaddrinfo("example.org", 443)
except socket.gaierror:
    print("unknown")
"""


def test_a_name_is_unknown(guarded: InChild) -> None:
    assert guarded(LOOKUP) == ["unknown"]


def test_a_request_fails_at_once_and_cleanly(guarded: InChild) -> None:
    code = """
import urllib.request
for host in ("192.0.2.1", "example.org"):
    try:
        urllib.request.urlopen("http://" + host)
    except urllib.error.URLError as error:
        print(error.reason.errno)
"""
    assert guarded(code) == [str(errno.EACCES), "-2"]  # EAI_NONAME, netdb.h


def test_no_local_service_is_queried(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "calls"
    strace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(log)]
    code = "import alcove.guard; alcove.guard.arm()\n" + LOOKUP
    subprocess.run([*strace, sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    assert "connect" not in log.read_text()
