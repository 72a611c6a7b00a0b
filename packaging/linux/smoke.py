"""Tries the packages as somebody would who has never heard of Python; as root, on Debian 12.

    .venv/bin/python packaging/linux/smoke.py --older DEB DIST DOCUMENTS

In a bare system (debootstrap), with what the package depends on, Xvfb and xdotool, and without a
network from then on: install, choose a folder in the window, wait until all is indexed, search, see
the preview, quit, upgrade, remove. Then the same with the archive, as an ordinary user. The hits
have to be those of this checkout, which reads the same files.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

QUESTIONS = (
    "where do new ideas come from",
    "how is a lost sock found",
    "quarterly report with a table",
    "anomalies at the frontiers of knowledge",
    "password",
)
_ON_A_PAGE = "anomalies at the frontiers of knowledge type:pdf"
# What the archive brings along, and a desktop may lack.
_BROUGHT = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-util1"
)
_DRIVE = "xdotool search --sync --onlyvisible --name '^Alcove$' >/dev/null; sleep 2; xdotool "
_NO_HITS = 1  # the exit code of a search
_PATIENCE = 7200.0  # seconds: a slow machine reads thousands of documents in less
_USER, _USER_ID = "eva", 1000

Hits = dict[str, list[list[object]]]


def main() -> None:
    """Run it; raises where anything differs from what it should be."""
    parser = ArgumentParser(description="Try the packages in a bare system.")
    parser.add_argument("dist", type=Path, help="the folder with the packages")
    parser.add_argument("documents", type=Path)
    parser.add_argument("--older", type=Path, help="a package of an earlier commit to begin with")
    options = parser.parse_args()
    (package,), (archive,) = options.dist.glob("*.deb"), options.dist.glob("*.tar.xz")
    work = Path(tempfile.mkdtemp(prefix="alcove-smoke-"))
    root = make_system(work / "root", package)
    expected = unfrozen(work / "library", options.documents)
    with mounted(root):
        _say("As a package")
        _compare(try_package(Inside(root), package, options.documents, options.older), expected)
        _say("As an archive, for an ordinary user")
        _compare(try_archive(root, archive, options.documents), expected)
    shutil.rmtree(work)


def make_system(root: Path, package: Path) -> Path:
    """A bare system with what a package depends on, and a screen."""
    _say(f"A bare system in {root}")
    _run("debootstrap", "--variant=minbase", "bookworm", str(root))
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    shutil.copy(package, root / "package.deb")  # apt takes its exact dependencies from it
    install = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends")
    # Tesseract as on this machine, for the same text of pictures.
    others = ("tesseract-ocr", "xvfb", "xdotool", "xz-utils")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    _run("chroot", str(root), "apt-get", "update", "--quiet")
    _run("chroot", str(root), *install, "/package.deb", *others, more=quiet)
    _run("chroot", str(root), "dpkg", "--purge", "alcove")
    (root / "package.deb").unlink()
    home = root / "home" / _USER
    home.mkdir()
    os.chown(home, _USER_ID, _USER_ID)
    with (root / "etc/passwd").open("a") as users:
        users.write(f"{_USER}:x:{_USER_ID}:{_USER_ID}::/home/{_USER}:/bin/sh\n")
    return root


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """The kernel's folders in a system, while it is used."""
    for name in ("proc", "dev"):
        _run("mount", "--bind", f"/{name}", str(root / name))
    try:
        yield
    finally:
        _run("umount", str(root / "proc"), str(root / "dev"))


def try_package(inside: "Inside", package: Path, documents: Path, older: Path | None) -> Hits:
    """Install, use, upgrade and remove the package; returns the hits."""
    inside.put(package, "alcove.deb")
    inside.put(older or package, "older.deb")
    inside.put(documents, "Documents")
    inside.run("if command -v python3; then exit 1; fi; dpkg -i /root/older.deb")
    found = use(inside, "")
    if older:
        before = contents(inside)
        inside.run("dpkg -i /root/alcove.deb")
        told = inside.tell("alcove index ~/Documents")
        _say(f"After the upgrade: {told.splitlines()[-1]}")
        assert " 0 passages encoded" in told, told
        assert contents(inside) == before
        found = hits(inside)
    inside.run("dpkg -r alcove && test -d ~/.local/share/alcove && dpkg --purge alcove")
    left = inside.tell("find / -xdev -iname '*alcove*' -not -path '/root/*' -not -path '/proc/*'")
    assert not left, left
    return found


def try_archive(root: Path, archive: Path, documents: Path) -> Hits:
    """The same with the archive, without being root."""
    Inside(root).run(f"dpkg --purge --force-depends {_BROUGHT} >/dev/null 2>&1")
    inside = Inside(root, _USER, _USER_ID)
    inside.put(documents, "Documents")
    inside.put(archive, "alcove.tar.xz")
    inside.run("tar -xf alcove.tar.xz && rm alcove.tar.xz && sh alcove-*/install.sh")
    inside.run("rm -r alcove-*")
    found = use(inside, "$HOME/.local/bin/")
    inside.run("sh ~/.local/lib/alcove/uninstall.sh && test -d ~/.local/share/alcove")
    left = inside.tell("find ~ /tmp -name '*alcove*' -not -path '*/.local/share/alcove*'")
    assert not left, left
    return found


def use(inside: "Inside", programs: str) -> Hits:
    """Choose a folder, search, look at a page, and quit.

    Args:
        inside: the system.
        programs: the folder with the programs; empty where they are found by themselves.
    """
    screen = inside.start("Xvfb :5 -screen 0 1280x900x24 -nolisten tcp")
    inside.run("while ! test -e /tmp/.X11-unix/X5; do sleep .1; done")
    window = inside.start(f"{programs}alcove-desktop")
    # Backwards from the field: past the foot's shield lies the button that starts.
    inside.run(f"{_DRIVE} key shift+Tab key shift+Tab key space")
    _wait(lambda: is_done(inside, programs))
    inside.run(f"{_DRIVE} type '{_ON_A_PAGE}'")
    _wait(lambda: "rendering.process" in inside.processes())
    found = hits(inside, programs)
    inside.run(f"{programs}alcove-desktop --quit")
    assert window.wait(10) == 0
    _wait(lambda: "lib/alcove" not in inside.processes(), 5)
    screen.terminate()
    screen.wait()
    return found


def hits(inside: "Inside", programs: str = "") -> Hits:
    """What the questions find, with paths from the home folder."""
    ask = f"{programs}alcove search --json"
    told = {one: inside.tell(f"{ask} '{one}' || [ $? = {_NO_HITS} ]") for one in QUESTIONS}
    return {one: _hits(answer, inside.seen_home) for one, answer in told.items()}


def contents(inside: "Inside") -> list[object]:
    """What makes up the index: each passage and its vector."""
    file = inside.home / ".local/share/alcove/index.db"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as index:
        return [
            index.execute("SELECT id, path, content_id FROM files ORDER BY id").fetchall(),
            index.execute("SELECT * FROM vectors ORDER BY 1, 2").fetchall(),
        ]


class Inside:
    """Runs commands in the bare system, as one of its users, without a network."""

    def __init__(self, root: Path, user: str = "root", user_id: int = 0) -> None:
        """In the system at `root`."""
        self.seen_home = "/root" if user == "root" else f"/home/{user}"
        self.home = root / self.seen_home[1:]
        self._owner = user_id
        who = f"--userspec={user_id}:{user_id}"
        self._enter = ("unshare", "--net", "chroot", who, str(root), "/bin/sh", "-ec")
        self._env = {
            "HOME": self.seen_home,
            "LANG": "C.UTF-8",
            "DISPLAY": ":5",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        }

    def put(self, source: Path, name: str) -> None:
        """Give the user a copy of a file or a folder."""
        place = self.home / name
        if source.is_dir():
            shutil.copytree(source, place)
        else:
            shutil.copy(source, place)
        for each in (place, *place.rglob("*")):
            os.chown(each, self._owner, self._owner, follow_symlinks=False)

    def run(self, command: str) -> None:
        """Run it and demand that it succeeds."""
        subprocess.run([*self._enter, f"cd; {command}"], env=self._env, check=True)

    def tell(self, command: str) -> str:
        """Run it, demand that it succeeds, and return what it prints."""
        asked = [*self._enter, f"cd; {command}"]
        return subprocess.run(
            asked, env=self._env, stdout=subprocess.PIPE, text=True, check=True
        ).stdout

    def start(self, command: str) -> "subprocess.Popen[bytes]":
        """Leave it running."""
        return subprocess.Popen([*self._enter, f"cd; exec {command}"], env=self._env)

    def processes(self) -> str:
        """The command lines of all that runs."""
        return self.tell("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; true")


def unfrozen(library: Path, documents: Path) -> Hits:
    """The hits of this checkout over the same files."""
    _say("Without a package")
    alcove = (sys.executable, "-m", "alcove", "--library", str(library))
    home = library.parent / "home"
    shutil.copytree(documents, home / "Documents")
    _run(*alcove, "index", str(home / "Documents"))
    told = {one: _output(*alcove, "search", "--json", one) for one in QUESTIONS}
    return {one: _hits(answer, str(home)) for one, answer in told.items()}


def is_done(inside: Inside, programs: str) -> bool:
    """Whether all that lies in the folder can be found by meaning."""
    told = inside.tell(f"{programs}alcove status --json || true")
    status = json.loads(told) if told else {}
    if not status.get("files") or status["indexer"] is None:
        return False
    at_rest = status["indexer"]["activity"] == "idle"
    return bool(at_rest and not status["waiting"] and status["coverage"] == 1)


def _hits(told: str, home: str) -> list[list[object]]:
    """The paths, with scores to three places."""
    found = json.loads(told)["hits"]
    return [[hit["path"].removeprefix(home), round(hit["score"], 3)] for hit in found]


def _compare(found: Hits, expected: Hits) -> None:
    for question in QUESTIONS:
        assert found[question] == expected[question], (found[question], expected[question])
        _say(f"{len(found[question])} hits, the same: {question}")


def _wait(condition: Callable[[], bool], patience: float = _PATIENCE) -> None:
    give_up = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(1)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def _output(*command: str) -> str:
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, _NO_HITS):
        raise SystemExit(f"{command} ended with {done.returncode}")
    return done.stdout


def _run(*command: str, more: dict[str, str] | None = None) -> None:
    subprocess.run(
        command, check=True, env={**os.environ, **(more or {})}, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main()
