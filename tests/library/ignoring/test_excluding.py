"""A rule for one file hides that file and no other, for any name."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alcove.errors import LibraryError
from alcove.files import PathCheck, RuleSet
from alcove.library import Library
from alcove.library.ignoring.own_rules import line_for
from alcove.personal import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its paths are those of POSIX")

FOLDER = b"/nowhere/documents"

# Bytes with a meaning in a pattern, and some without.
BYTES = st.sampled_from([bytes([byte]) for byte in b"ab*?[]!\\#^-.~ \t\r\n\x01\x7f\x80\xff\xc3"])
NAMES = (
    st.lists(BYTES, min_size=1, max_size=6)
    .map(b"".join)
    .filter(lambda name: name not in (b".", b".."))
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(b"/".join)


def judged(line: str, path: bytes) -> bool:
    """Return whether the line alone leaves out a path that no other rule leaves out."""
    wanted = Settings((FOLDER,), folder_patterns={FOLDER: line}, hidden=True)
    rules = RuleSet.of(wanted, FOLDER)
    exclusion = PathCheck(FOLDER, rules).exclusion_of(FOLDER + b"/" + path)
    return exclusion is not None and exclusion.pattern is not None


@given(PATHS, PATHS)
@example(b"a ", b"a")
@example(b"a\\ ", b"a\\")
@example(b"a\r", b"a")
@example(b"a\nb", b"a\tb")
@example(b"!a", b"a")
@example(b"#a", b"a")
@example(b"**", b"ab")
@example(b"a/**", b"a/b")
@example(b"[a]", b"a")
@example(b"\xff", b"\xfe")
def test_the_line_hides_that_path_and_no_other(path: bytes, other: bytes) -> None:
    line = line_for(path)
    assert "\n" not in line
    assert judged(line, path)
    is_within = other == path or other.startswith(path + b"/")
    assert judged(line, other) == is_within


@given(PATHS, st.integers(0, 30), BYTES)
def test_a_name_that_differs_in_one_byte_stays(path: bytes, at: int, byte: bytes) -> None:
    at %= len(path)
    other = path[:at] + byte + path[at + 1 :]
    names = other.split(b"/")
    if other != path and not {b"", b".", b".."} & {*names}:
        assert judged(line_for(path), other) == other.startswith(path + b"/")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name in ("a*.md", "ab.md", "deep/a*.md"):
        file = tmp_path / "documents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")
    library = Library(tmp_path / "library")
    library.add([bytes(tmp_path / "documents"), bytes(tmp_path / "documents" / "deep")])
    return library


def test_the_rule_is_added_to_the_innermost_folder(library: Library, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    library.rules.exclude(bytes(documents / "a*.md"))
    settings = library.rules.exclude(bytes(documents / "deep" / "a*.md"))
    assert settings.rules_for(bytes(documents)) == ["/a\\*.md"]
    assert settings.rules_for(bytes(documents / "deep")) == ["/a\\*.md"]
    assert settings.rules_for(None) == []
    assert library.settings() == settings
    assert not library.why(bytes(documents / "a*.md"))[-1].passed


@pytest.mark.parametrize("name", ["documents", "documents/deep", "elsewhere.md"])
def test_a_folder_of_the_library_and_a_path_outside_are_refused(
    library: Library, tmp_path: Path, name: str
) -> None:
    if name == "documents/deep":  # a folder of its own, and a part of another
        library.forget(os.fsencode(tmp_path / "documents"))
    before = library.settings()
    with pytest.raises(LibraryError, match="that file is not in this library"):
        library.rules.exclude(bytes(tmp_path / name))
    assert library.settings() == before


def test_a_file_that_an_ignore_file_brings_back_is_refused(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "documents" / ".gitignore").write_text("!ab.md\n")
    before = library.settings()
    with pytest.raises(LibraryError, match=r"\.gitignore"):
        library.rules.exclude(bytes(tmp_path / "documents" / "ab.md"))
    assert library.settings() == before
