"""What the kernel saw: no process of ours asked for a socket that could leave the machine."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from .conftest import make, with_models

CALLS = "socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg"
OUTSIDE = re.compile(r"\b(?:[AP]F_(?:INET6?|NETLINK|PACKET|VSOCK|BLUETOOTH))\b")
ADDRESSED = re.compile(r"\b(?:connect|bind)\(")
OURS = "control.sock"  # of the library, on which its indexer listens


@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_indexing_and_searching_ask_for_no_socket_but_the_librarys_own(
    tmp_path: Path, models: Path
) -> None:
    documents = make(
        tmp_path / "documents",
        {
            "code.py": "def harbour(ships: int) -> int:\n    return ships + 1\n",
            "code.ts": "export function harbour(ships: number) { return ships + 1 }\n",
            "code.go": "package harbour\n\nfunc Ships(n int) int { return n + 1 }\n",
            "code.c": "int harbour(int ships) { return ships + 1; }\n",
            "code.rs": "pub fn harbour(ships: u32) -> u32 { ships + 1 }\n",
            "page.html": "<html><img src='http://example.org/a.png'><p>The harbour at dawn</p>",
            "notes.md": "# The harbour\n\nhttps://example.org says when the ships leave.\n",
        },
    )
    trace = tmp_path / "trace"
    strace = ("strace", "-f", "-qq", "-A", "-e", f"trace={CALLS}", "-o", str(trace))
    program = with_models(tmp_path / "library", models, strace)
    try:
        program.index(documents)
    except AssertionError:
        if "PTRACE" in trace.read_text(errors="replace") or not trace.stat().st_size:
            pytest.skip("strace may not trace here")
        raise
    assert len(program.hits("when do the ships leave the harbour")) == 7
    told = trace.read_text(encoding="utf-8", errors="replace")
    assert re.search(r"socket\(.*= -1", told), "the guard's own trial is not in the trace"
    assert "sendmsg(" in told, "the readers were not traced"
    assert OURS in told, "the indexer did not listen"
    refused = [line for line in told.splitlines() if "= -1 E" in line and OURS not in line]
    assert [line for line in told.splitlines() if OUTSIDE.search(line)] == []
    addressed = [line for line in told.splitlines() if ADDRESSED.search(line)]
    assert [line for line in addressed if OURS not in line] == []
    assert all("0x414c" in line or "SOCK_NONBLOCK" in line for line in refused)
