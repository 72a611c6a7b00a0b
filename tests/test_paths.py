"""Paths of each system are parsed correctly, whichever system the tests run on."""

import ntpath
import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove import paths

HOME = b"C:\\Users\\ab"
SHARE = b"\\\\server\\share\\"


class System(NamedTuple):
    """The differences between POSIX and Windows paths."""

    separator: str
    pure: type[PurePath]
    normpath: Callable[[str], str]
    roots: tuple[str, ...]


POSIX = System("/", PurePosixPath, posixpath.normpath, ("/",))
WINDOWS = System("\\", PureWindowsPath, ntpath.normpath, ("C:\\", "D:\\", "\\\\server\\share\\"))
SYSTEMS = st.sampled_from([POSIX, WINDOWS])


@contextmanager
def on(system: System) -> Iterator[System]:
    """Make `paths` use the rules of a system."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "_SEPARATOR", system.separator.encode())
        yield system


# Signs around both separators in the order of bytes, and some that take several bytes.
NAMES = st.text("abAB -.0]^[Zé日\U0001f600", min_size=1, max_size=4).filter(
    lambda name: name not in (".", "..")
)


@st.composite
def system_and_paths(
    draw: st.DrawFn, count: int
) -> tuple[System, tuple[tuple[bytes, PurePath], ...]]:
    """Draw a system and paths of it, many within each other, beside their pathlib equivalents."""
    system = draw(SYSTEMS)
    made = list[PurePath]()
    for _ in range(count):
        root = system.pure(draw(st.sampled_from(system.roots)))
        start = draw(st.sampled_from([root, *made]))
        made.append(start.joinpath(*draw(st.lists(NAMES, max_size=3))))
    return system, tuple((str(path).encode(), path) for path in made)


def is_pure_within(path: PurePath, folder: PurePath) -> bool:
    """Return `is_relative_to`, but case-sensitive on Windows too."""
    return path.parts[: len(folder.parts)] == folder.parts


@given(system_and_paths(2))
def test_is_within_agrees_with_pathlib(
    given_: tuple[System, tuple[tuple[bytes, PurePath], ...]],
) -> None:
    system, ((path, pure), (folder, pure_folder)) = given_
    with on(system):
        within = paths.is_within(path, folder)
        low, high = paths.path_range(folder)
        assert within is is_pure_within(pure, pure_folder)
        is_root = not pure.name  # which is a folder and no row
        assert (low <= path < high) is (within and (path != folder or is_root))
        if within:
            way = pure.parts[len(pure_folder.parts) :]
            assert paths.names_below(path, folder) == [name.encode() for name in way]
            assert paths.relative(path, folder) == system.separator.join(way).encode()
            assert paths.slashed(path, folder) == "/".join(way).encode()
            between = [p for p in (pure, *pure.parents) if len(p.parts) > len(pure_folder.parts)]
            assert list(paths.up_to(path, folder)) == [str(p).encode() for p in between]


@given(system_and_paths(1), NAMES)
def test_names_and_parents_are_those_of_pathlib(
    given_: tuple[System, tuple[tuple[bytes, PurePath], ...]], name: str
) -> None:
    system, ((path, pure),) = given_
    with on(system):
        assert paths.name_of(path) == pure.name.encode()
        assert paths.parent_of(path) == str(pure.parent).encode()
        entry = paths.entry_in(path, name.encode())
        assert entry == str(pure / name).encode()
        assert (paths.parent_of(entry), paths.name_of(entry)) == (path, name.encode())
        assert paths.normalized(path) == path
        first = [pure.drive.encode()] if pure.drive else []
        assert paths.names_in(path) == [*first, *(part.encode() for part in pure.parts[1:])]


@given(
    root=st.sampled_from(["C:", "c:", "\\\\server\\share", "//server/share", "\\\\Server/share"]),
    names=st.lists(NAMES, max_size=4),
    separators=st.lists(st.sampled_from(["\\", "/", "\\\\", "//", "\\/"]), min_size=5, max_size=5),
    ended=st.booleans(),
)
def test_every_spelling_of_windows_has_one_form(
    root: str, names: list[str], separators: list[str], *, ended: bool
) -> None:
    spelled = root + "".join(map(str.__add__, separators, names))
    spelled += separators[-1] if ended or not names else ""
    pure = str(PureWindowsPath(spelled))
    expected = (pure[0].upper() + pure[1:]).encode()
    with on(WINDOWS):
        assert paths.normalized(spelled.encode()) == expected
        assert paths.from_text(spelled) == expected
        assert paths.is_absolute(spelled)


@given(SYSTEMS, st.lists(st.one_of(NAMES, st.sampled_from([".", ".."])), max_size=5))
def test_dots_are_resolved_by_the_names_alone(system: System, names: list[str]) -> None:
    with on(system):
        for root in system.roots:
            typed = root + system.separator.join(names)
            normal = paths.from_text(typed)
            assert system.pure(normal.decode()) == system.pure(system.normpath(typed))
            assert paths.from_text(system.separator.join(names) or ".", root) == normal


@given(st.binary(max_size=8))
def test_posix_paths_are_not_changed(path: bytes) -> None:
    with on(POSIX):
        assert paths.normalized(path) == path


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        (b"/a", b"/a", True),
        (b"/a/b", b"/a", True),
        (b"/a/b", b"/a/", True),
        (b"/ab", b"/a", False),
        (b"/", b"/a", False),
        (b"/a", b"/", True),
        (b"/a\\b", b"/a", False),
    ],
)
def test_is_within_compares_whole_names(path: bytes, folder: bytes, *, expected: bool) -> None:
    with on(POSIX):
        assert paths.is_within(path, folder) is expected


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        (HOME, HOME, True),
        (HOME + b"\\x", HOME, True),
        (HOME + b"\\x", HOME + b"\\", True),
        (HOME + b"c", HOME, False),
        (HOME + b"/x", HOME, False),
        (HOME, b"C:\\", True),
        (HOME, b"D:\\", False),
        (HOME + "\\Größe\\日.txt".encode(), HOME + "\\Größe".encode(), True),
        (SHARE + b"x", SHARE, True),
        (b"\\\\server\\share2\\x", SHARE, False),
    ],
)
def test_is_within_on_windows(
    path: bytes, folder: bytes, windows_paths: None, *, expected: bool
) -> None:
    assert paths.is_within(path, folder) is expected
    low, high = paths.path_range(folder)
    assert (low <= path < high) is (expected and path != folder)


@pytest.mark.parametrize("system", [POSIX, WINDOWS])
def test_the_range_of_a_folder_excludes_names_that_begin_like_it(system: System) -> None:
    root = system.roots[0].encode()
    with on(system):
        folder = paths.entry_in(root, b"ab")
        low, high = paths.path_range(folder)
        beside = [folder + bytes([sign]) + b"x" for sign in range(1, 256)]
        inside = [path for path in (folder, *beside) if low <= path < high]
        assert inside == [paths.entry_in(folder, b"x")]


@pytest.mark.parametrize(
    ("delivered", "expected"),
    [
        (b"c:/Users/ab/", HOME),
        (b"C:\\Users\\ab\\\\", HOME),
        (b"c:", b"C:\\"),
        (b"c:/", b"C:\\"),
        (b"//server/share", SHARE),
        (b"//server/share/", SHARE),
        (b"\\\\server\\share\\x/", SHARE + b"x"),
        ("d:/Größe/日本".encode(), "D:\\Größe\\日本".encode()),
        (b"", b""),
    ],
)
def test_paths_delivered_by_windows_have_one_form(
    delivered: bytes, expected: bytes, windows_paths: None
) -> None:
    assert paths.normalized(delivered) == expected
    assert paths.normalized(expected) == expected


def test_the_parent_of_a_root_is_itself_and_of_a_bare_name_empty(windows_paths: None) -> None:
    assert paths.parent_of(b"C:\\") == b"C:\\"
    assert paths.parent_of(b"C:\\x") == b"C:\\"
    assert paths.parent_of(SHARE) == SHARE
    assert paths.parent_of(SHARE + b"x") == SHARE
    assert paths.parent_of(b"x") == b""
    assert paths.name_of(b"C:\\") == b""
    with on(POSIX):
        assert paths.parent_of(b"/") == paths.parent_of(b"/x") == b"/"
        assert paths.parent_of(b"x") == b""


def test_a_typed_path_need_not_be_one_that_a_file_can_have(windows_paths: None) -> None:
    assert paths.from_text("C:\\\ud800") == b"C:\\\xed\xa0\x80"
    assert paths.is_absolute("c:/x")
    assert not paths.is_absolute("x\\y")
    assert paths.ends_in_separator("x/")
    assert paths.ends_in_separator("x\\")
    with on(POSIX):
        assert paths.from_text("//a/./b/../c/") == b"/a/c"
        assert not paths.ends_in_separator("x\\")


def test_links_are_resolved_except_for_a_files_own_name(tmp_path: Path) -> None:
    folder, link = tmp_path / "folder", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder)
    (folder / "file").symlink_to(tmp_path / "elsewhere")
    top = bytes(tmp_path.resolve())
    assert paths.real(bytes(link)) == top + b"/folder"
    assert paths.real_entry(bytes(link / "file")) == top + b"/folder/file"
    assert paths.real_entry(bytes(link)) == top + b"/link"
