"""The filter in the real kernel: what it refuses, what still works, which processes it covers."""

import errno
import platform
import subprocess
import sys
from collections.abc import Callable

import pytest

InChild = Callable[[str], list[str]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
x86_64 = pytest.mark.skipif(platform.machine() != "x86_64", reason="an ABI of x86-64")

FAMILIES = ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_TIPC", "AF_ALG")

# machine code for `int call(int number, int first, int second)`: a system call by int 0x80
INT_80 = bytes.fromhex("53 89f8 89f3 89d1 31d2 cd80 5b c3")
INT_80_CALL = f"""
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write({INT_80!r})
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
int_80 = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int)(address)
"""


@pytest.mark.parametrize("family", FAMILIES)
def test_sockets_of_a_network_are_refused(guarded: InChild, family: str) -> None:
    printed = guarded(f"answer(socket.socket, socket.{family}, socket.SOCK_DGRAM)")
    assert printed == [str(errno.EACCES)]


def test_a_pair_of_network_sockets_is_refused(guarded: InChild) -> None:
    assert guarded("answer(socket.socketpair, socket.AF_INET)") == [str(errno.EACCES)]


def test_local_sockets_work(guarded: InChild) -> None:
    code = """
import tempfile
with tempfile.TemporaryDirectory() as folder:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(folder + "/s")
        server.listen()
        client.connect(folder + "/s")
        server.accept()[0].send(b"through a path")
        print(client.recv(99).decode())
one, other = socket.socketpair()
one.send(b"through a pair")
print(other.recv(99).decode())
"""
    assert guarded(code) == ["through a path", "through a pair"]


def test_high_bits_of_the_family_do_not_hide_it(guarded: InChild) -> None:
    code = """
number = {"x86_64": 41, "aarch64": 198}[os.uname().machine]
for family in (socket.AF_INET | 1 << 32, socket.AF_INET | 1 << 63):
    answer(libc.syscall, ctypes.c_long(number), ctypes.c_ulong(family), ctypes.c_long(1), 0)
"""
    assert guarded(code) == [str(errno.EACCES)] * 2


def test_calls_that_go_around_socket_are_refused(guarded: InChild) -> None:
    code = """
answer(libc.syscall, 425, 1, ctypes.create_string_buffer(120))  # io_uring_setup
answer(libc.syscall, 426, -1, 0, 0, 0, 0, 0)  # io_uring_enter
answer(libc.syscall, 427, -1, 0, 0, 0)  # io_uring_register
answer(libc.syscall, 438, os.pidfd_open(os.getpid()), 0, 0)  # pidfd_getfd
answer(libc.ptrace, 0, 0, 0, 0)  # PTRACE_TRACEME
answer(libc.process_vm_writev, os.getpid(), 0, 0, 0, 0, 0)
request_key = {"x86_64": 249, "aarch64": 218}[os.uname().machine]
answer(libc.syscall, request_key, b"dns_resolver", b"example.org", b"", 0)
"""
    assert guarded(code) == [str(errno.EPERM)] * 7


@x86_64
def test_the_32_bit_entry_is_refused(guarded: InChild) -> None:
    unguarded = subprocess.run(  # 20: getpid
        [sys.executable, "-c", INT_80_CALL + "import os; assert int_80(20, 0, 0) == os.getpid()"]
    )
    if unguarded.returncode:
        pytest.skip("this kernel runs no 32-bit calls")
    assert guarded(INT_80_CALL + "print(int_80(359, 2, 1))") == [str(-errno.EPERM)]  # 359: socket


@x86_64
def test_the_x32_entry_is_refused(guarded: InChild) -> None:
    code = "answer(libc.syscall, ctypes.c_long(0x40000000 | 41), 2, 1, 0)"
    assert guarded(code) == [str(errno.EPERM)]


def test_a_thread_that_ran_before_is_covered(in_child: InChild) -> None:
    code = """
import socket, threading, alcove.guard
running, armed = threading.Event(), threading.Event()
def attempt():
    running.set()
    armed.wait()
    try:
        socket.socket(socket.AF_INET)
    except PermissionError:
        print("refused")
thread = threading.Thread(target=attempt)
thread.start()
running.wait()
alcove.guard.arm()
armed.set()
thread.join()
"""
    assert in_child(code) == ["refused"]


def test_another_program_inherits_it(guarded: InChild) -> None:
    code = """
import subprocess, sys
attempt = "import socket; socket.socket(socket.AF_INET)"
done = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True)
print(done.stderr.splitlines()[-1])
"""
    assert guarded(code) == ["PermissionError: [Errno 13] Permission denied"]


def test_the_kernel_confirms_it_and_keeps_one_filter(in_child: InChild) -> None:
    code = """
import re, subprocess, sys, alcove.guard
def show():
    status = dict(re.findall(r"(\\w+):\\s*(\\d+)", open("/proc/self/status").read()))
    print(status["NoNewPrivs"], status["Seccomp"], status.get("Seccomp_filters"), flush=True)
"""
    shown = in_child(
        code + "show(); alcove.guard.arm(); show(); alcove.guard.arm(); show()\n"
        f"child = {code!r} + 'alcove.guard.arm(); show()'\n"
        "subprocess.run([sys.executable, '-c', child], check=True)"
    )
    before, *after = (line.split() for line in shown)
    assert [line[:2] for line in after] == [["1", "2"]] * 3
    if before[2] == "None":
        pytest.skip("this kernel does not count filters (Linux 5.9 does)")
    assert {int(line[2]) - int(before[2]) for line in after} == {1}
