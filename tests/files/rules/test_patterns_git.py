"""For any .gitignore files, the same files are left out as by git itself."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alcove.files import RuleSet, scan

NOTHING_BY_DEFAULT = RuleSet(ignore_files=True, hidden=True)

# None of them is left out by a default.
NAMES = (
    *rb"a b c ab abc A a.txt a.b .a .ab aa [a] a*b a? !a #a a\b - ] ^a **".split(),
    *(b"a b", b"a ", b" a", b"a\nb", b"a\r", "é".encode(), b"\xff", b"a\xffb"),
)
PIECES = (
    *rb"a b c ab abc A . - ] ^ ! # * * * ** ** ? / / / /** **/ a/ \ \* \a \[ \/ \\".split(),
    *rb"[ab] [!a] [^a] [a-c] [c-a] [a-] [-a] []a] [!]a] [\]a] [\a-c] [--a] [\\] [a [".split(),
    *rb"[[:alpha:]] [[:space:]] [[:nope:]] [[:] [[:alpha:]-c] [/] [a/b] [!/]".split(),
    *(b" ", b"\\ ", b"\t", b"\r", "é".encode(), b"\xff"),
)

names = st.one_of(st.sampled_from([b"a", b"b", b"ab"]), st.sampled_from(NAMES))
paths = st.lists(names, min_size=1, max_size=4).map(b"/".join)
patterns = st.tuples(
    st.sampled_from([b"", b"", b"", b"!", b"/", b"!/"]),
    st.one_of(paths, st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(b"".join)),
    st.sampled_from([b"", b"", b"/", b"/*", b"/**"]),
).map(b"".join)
ignore_files = st.lists(patterns, min_size=1, max_size=5).map(b"\n".join)


@dataclass(frozen=True)
class Git:
    """A repository, with no configuration but its own."""

    top: Path

    def run(self, *words: str | Path, folder: Path, stdin: bytes = b"") -> bytes:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.top.parent / "nobody"),
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            input=stdin,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr  # 1: nothing is ignored
        return done.stdout

    def ignored(self, folder: Path, paths: list[bytes]) -> set[bytes]:
        """Return those of the paths below a folder that git ignores."""
        stdin = b"".join(path + b"\0" for path in paths)
        told = self.run("check-ignore", "--no-index", "-z", "--stdin", folder=folder, stdin=stdin)
        return set(told.split(b"\0")) - {b""}

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Return an empty folder in the work tree."""
        folder = self.top / "tree"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


@pytest.fixture(scope="module")
def git(tmp_path_factory: pytest.TempPathFactory) -> Git:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git = Git(tmp_path_factory.mktemp("repository"))
    git.run("init", "--quiet", folder=git.top)
    return git


def plant(folder: Path, tree: list[bytes], ignores: dict[bytes, bytes]) -> list[bytes]:
    """Make files, and the folders above them; returns the paths of those that could be made."""
    made = []
    for path, text in [(path, b"") for path in tree] + list(ignores.items()):
        target = folder / os.fsdecode(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
        except (FileExistsError, IsADirectoryError, NotADirectoryError):
            continue  # a file of that name is where a folder should be, or the other way round
        made.append(path)
    return made


@settings(max_examples=300)
@given(
    tree=st.lists(paths, min_size=1, max_size=12, unique=True),
    above=ignore_files,
    below=st.dictionaries(st.lists(names, max_size=2).map(b"/".join), ignore_files, max_size=2),
)
@example(tree=[b"a/b", b"ab", b"ax/y/b"], above=b"a**/b", below={})
@example(tree=[b"a/b/c", b"a/c"], above=b"a/*\n!a/b", below={b"a": b"!c"})
@example(tree=[b"a/b/c"], above=b"a/**", below={})
@example(tree=[b"a", b"b", b"c"], above=b"[c-a]", below={})
@example(tree=[b"a ", b"a"], above=b"a\\ \n!a  ", below={})
@example(tree=[b"\xffa"], above=b"\xef\xbb\xbf\xff*\r\n", below={})
def test_the_same_files_are_left_out_as_by_git(
    git: Git, tree: list[bytes], above: bytes, below: dict[bytes, bytes]
) -> None:
    ignores = {b".gitignore": above}
    ignores |= {path + b"/.gitignore": text for path, text in below.items() if path}
    with git.folder() as folder:
        made = plant(folder, tree, ignores)
        found = {file.path for file in scan(bytes(folder), NOTHING_BY_DEFAULT).files}
        kept = {path for path in made if bytes(folder) + b"/" + path in found}
        assert set(made) - kept == git.ignored(folder, made)
