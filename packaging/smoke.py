"""Tries the package as somebody would who has never heard of Python; as root, on Debian 12.

    .venv/bin/python packaging/smoke.py dist/alcove_*.deb DOCUMENTS

In a bare system (debootstrap), with what the package depends on, Xvfb and xdotool, and without a
network from then on: install, choose a folder in the window, wait until all is indexed, search, see
the preview, quit, remove. The hits have to be those of this checkout, which reads the same files.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
QUESTIONS = (
    "where do new ideas come from",
    "how is a lost sock found",
    "quarterly report with a table",
    "anomalies at the frontiers of knowledge",
    "password",
)
_DRIVE = "xdotool search --sync --onlyvisible --name '^Alcove$' >/dev/null; sleep 2; xdotool "
_PATIENCE = 900.0  # seconds


def main(package: Path, documents: Path) -> None:
    """Run it; raises where anything differs from what it should be."""
    work = Path(tempfile.mkdtemp(prefix="alcove-smoke-"))
    root = work / "root"
    print("A bare system:", root)  # noqa: T201
    _run("debootstrap", "--variant=minbase", "bookworm", str(root), MIRROR)
    depends = _output("dpkg-deb", "-f", str(package), "Depends")
    names = [part.split(" ")[0] for part in depends.split(", ")]
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    _run(
        "chroot",
        str(root),
        "apt-get",
        "install",
        "--yes",
        "--quiet",
        "--no-install-recommends",
        *names,
        "tesseract-ocr",  # as on this machine, for the same text of pictures
        "xvfb",
        "xdotool",
        more={"DEBIAN_FRONTEND": "noninteractive"},
    )
    shutil.copytree(documents, root / "root/Documents")
    shutil.copy(package, root / "root/alcove.deb")
    _run("mount", "--bind", "/proc", str(root / "proc"))
    _run("mount", "--bind", "/dev", str(root / "dev"))
    try:
        found = _live(root)
    finally:
        _run("umount", str(root / "proc"), str(root / "dev"))
    assert not (root / "usr/lib/alcove").exists(), "the package left files behind"
    expected = _unfrozen(work, root / "root/Documents")
    for question in QUESTIONS:
        here, there = found[question], expected[question]
        print("the same hits" if here == there else f"OTHERS: {here} {there}", "·", question)  # noqa: T201
    assert found == expected
    shutil.rmtree(work)


def _live(root: Path) -> dict[str, object]:
    """Install, use and remove it, without a network."""
    inside = Inside(root)
    inside.run("command -v python3 && exit 1; dpkg -i /root/alcove.deb")
    screen = inside.start("Xvfb :5 -screen 0 1280x900x24")
    window = inside.start("alcove-desktop")
    # Backwards from the field: past the foot's shield lies the button that starts.
    inside.run(_DRIVE + "key shift+Tab key shift+Tab key space")
    _wait(lambda: _is_done(inside))
    inside.run(_DRIVE + "type ideas; sleep 3")
    drawing = inside.tell("grep -l rendering.process /proc/[0-9]*/cmdline || true")
    found = {question: _hits(inside.tell(_search(question))) for question in QUESTIONS}
    inside.run("alcove-desktop --quit")
    assert window.wait(10) == 0
    screen.terminate()
    screen.wait()
    assert "/usr/lib/alcove" not in inside.tell("cat /proc/[0-9]*/cmdline | tr '\\0' ' '")
    inside.run("dpkg -r alcove && test -d /root/.local/share/alcove")
    print("pages were drawn" if drawing else "no page had to be drawn")  # noqa: T201
    return found


class Inside:
    """Runs commands in the bare system, without a network."""

    def __init__(self, root: Path) -> None:
        """In the system at `root`."""
        self._enter = ("unshare", "--net", "chroot", str(root), "/bin/sh", "-c")
        self._env = {
            "HOME": "/root",
            "LANG": "C.UTF-8",
            "DISPLAY": ":5",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        }

    def run(self, command: str) -> None:
        """Run it and demand that it succeeds."""
        subprocess.run([*self._enter, command], env=self._env, check=True)

    def tell(self, command: str) -> str:
        """Run it and return what it prints."""
        ended = subprocess.run(
            [*self._enter, command], env=self._env, capture_output=True, text=True, check=False
        )
        return ended.stdout

    def start(self, command: str) -> "subprocess.Popen[bytes]":
        """Leave it running."""
        return subprocess.Popen([*self._enter, f"exec {command}"], env=self._env)


def _unfrozen(work: Path, documents: Path) -> dict[str, object]:
    """The hits of this checkout over the same files."""
    alcove = (sys.executable, "-m", "alcove", "--library", str(work / "library"))
    _run(*alcove, "index", str(documents))
    found = {
        question: _hits(_output(*alcove, "search", "--json", question)) for question in QUESTIONS
    }
    prefix = str(documents.parents[1])
    return json.loads(json.dumps(found).replace(prefix, ""))  # type: ignore[no-any-return]


def _search(question: str) -> str:
    return f"alcove search --json '{question}'"


def _hits(told: str) -> list[object]:
    """The paths, with scores to three places: two machines' vectors differ in the last bits."""
    hits = json.loads(told)["hits"]
    return [[hit["path"], round(hit["score"], 3)] for hit in hits]


def _is_done(inside: Inside) -> bool:
    """Whether all that lies in the folder can be found by meaning."""
    told = inside.tell("alcove status --json")
    status = json.loads(told) if told else {"indexer": None}
    indexer = status["indexer"]
    at_rest = indexer is not None and indexer["activity"] == "idle"
    return at_rest and status["files"] > 0 and not status["waiting"] and status["coverage"] == 1


def _wait(condition: Callable[[], bool]) -> None:
    give_up = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(1)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _run(*command: str, more: dict[str, str] | None = None) -> None:
    subprocess.run(
        command, check=True, env={**os.environ, **(more or {})}, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
