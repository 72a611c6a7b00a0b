"""What a command writes, syncs and renames, in order, as strace saw it."""

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WRITES = frozenset(("write", "pwrite64", "writev", "pwritev", "ftruncate", "copy_file_range"))
SYNCS = frozenset(("fsync", "fdatasync"))
RENAMES = frozenset(("rename", "renameat", "renameat2"))
_UNLINKS = frozenset(("unlink", "unlinkat"))

_LINE = re.compile(r"(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)")
_NAMED = re.compile(r"\d+<(/[^>]*)>")  # a descriptor, as strace -y shows it
_QUOTED = re.compile(r'"(/(?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """A system call that went well.

    Attributes:
        name: as in the manual.
        path: of the file that it is about.
        target: of a rename; empty otherwise.
        began: number of the line of the trace.
        ended: the same; another one where other threads came between.
    """

    name: str
    path: str
    target: str
    began: int
    ended: int


def trace(command: Sequence[str], file: Path, printed: Path) -> list[Call]:
    """Run a command to its end under strace.

    Args:
        command: with absolute paths.
        file: where the trace is left.
        printed: where its output and errors go: it is in the trace as a file of this name.

    Raises:
        RuntimeError: it failed.
    """
    calls = ",".join(sorted(WRITES | SYNCS | RENAMES | _UNLINKS))
    strace = ["strace", "-f", "--seccomp-bpf", "-y", "-s", "4096", "-e", "signal=none"]
    with printed.open("wb") as output:
        done = subprocess.run(
            [*strace, "-e", f"trace={calls}", "-o", str(file), *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}: {printed.read_text()}")
    with file.open(errors="replace") as lines:
        return list(read_calls(lines))


def read_calls(lines: Iterator[str]) -> Iterator[Call]:
    """The calls of a trace by their ends; those that failed, or are of no file, are left out."""
    begun: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines):
        found = _LINE.match(line)
        if not found:
            continue
        process, resumed, name, rest = found.groups()
        if rest.endswith("<unfinished ...>"):
            begun[process] = number, rest
            continue
        began, arguments = begun.pop(process, (number, "")) if resumed else (number, "")
        call = _call(resumed or name, arguments + rest, began, number)
        if call is not None:
            yield call


def _call(name: str, text: str, began: int, ended: int) -> Call | None:
    arguments, _, result = text.rpartition(" = ")
    if result.startswith(("-1", "?")):
        return None
    if name in RENAMES | _UNLINKS:
        paths = _QUOTED.findall(arguments)
    else:
        paths = _NAMED.findall(arguments)[:1]
    if not paths:
        return None
    return Call(name, paths[0], paths[-1] if name in RENAMES else "", began, ended)


def last(calls: Sequence[Call], names: frozenset[str], path: str, before: int) -> Call | None:
    """The last call of a kind on a path that began before a line."""
    of_path = (c for c in calls if c.path == path and c.name in names and c.began < before)
    return max(of_path, key=lambda call: call.ended, default=None)


def is_synced(calls: Sequence[Call], path: str, before: int) -> bool:
    """Whether all that was written to a file before a line was synced before that line as well."""
    written = last(calls, WRITES, path, before)
    if written is None:
        return True
    return any(
        c.name in SYNCS and c.path == path and c.began > written.ended and c.ended < before
        for c in calls
    )


def first(calls: Sequence[Call], wanted: Callable[[Call], bool]) -> Call | None:
    """The first call that is wanted."""
    return next((call for call in calls if wanted(call)), None)
