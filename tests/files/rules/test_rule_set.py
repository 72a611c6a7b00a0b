"""Which rule leaves an entry out, in which order rules apply, and what brings an entry back."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.files import Exclusion, PathCheck, RuleSet, Scan, scan
from alcove.files.rules.defaults import (
    CACHE,
    ENVIRONMENT,
    FILE_TYPE,
    GENERATED,
    HIDDEN,
    LIBRARY,
    TEMPORARY,
    VERSION_CONTROL,
)
from alcove.personal import Settings

CACHE_TAG = b"Signature: 8a477f597d28d172789f06886806bc55"

Plant = Callable[..., Path]


def rules(
    folder: Path, patterns: str = "", *, here: str = "", hidden: bool = False, obey: bool = True
) -> RuleSet:
    top = bytes(folder)
    settings = Settings(
        (top,), patterns=patterns, folder_patterns={top: here}, ignore_files=obey, hidden=hidden
    )
    return RuleSet.of(settings, top)


def found(folder: Path, by: RuleSet) -> set[str]:
    """Return the paths below the folder that a scan finds; assert that a check of each agrees."""
    below = len(bytes(folder)) + 1
    files = {file.path for file in scan(bytes(folder), by).files}
    check = PathCheck(bytes(folder), by)
    for path in folder.rglob("*"):
        if path.is_file():
            assert (check.exclusion_of(bytes(path)) is None) == (bytes(path) in files), path
    return {os.fsdecode(path[below:]) for path in files}


def reason(folder: Path, name: str, by: RuleSet | None = None) -> Exclusion | None:
    return PathCheck(bytes(folder), by or RuleSet()).exclusion_of(bytes(folder / name))


@pytest.mark.parametrize(
    ("name", "rule", "entry"),
    [
        ("a/.b/c.txt", HIDDEN, "a/.b"),
        ("a/.c.txt", HIDDEN, "a/.c.txt"),
        ("a/node_modules/b/.c", GENERATED, "a/node_modules"),
        ("a/.git/config", VERSION_CONTROL, "a/.git"),
        ("CVS/Root", VERSION_CONTROL, "CVS"),
        ("a/c.txt~", TEMPORARY, "a/c.txt~"),
    ],
)
def test_the_first_default_on_the_way_down_is_reported(
    plant: Plant, tmp_path: Path, name: str, rule: str, entry: str
) -> None:
    plant(name)
    assert reason(tmp_path, name) == Exclusion(rule, bytes(tmp_path / entry), "built in", None)


@pytest.mark.parametrize("name", ["a/b.txt", "node_modules", "a~b/c", "part/c.txt", "a/CVS"])
def test_no_reason_is_given_for_what_is_not_left_out(
    plant: Plant, tmp_path: Path, name: str
) -> None:
    plant(name)
    assert reason(tmp_path, name) is None


def test_names_are_judged_also_when_the_file_is_gone(tmp_path: Path) -> None:
    told = reason(tmp_path, "node_modules/gone.txt")
    assert told == Exclusion(GENERATED, bytes(tmp_path / "node_modules"))


def test_the_content_of_a_folder_can_leave_it_out(plant: Plant, tmp_path: Path) -> None:
    plant("cache/CACHEDIR.TAG", CACHE_TAG)
    plant("env/pyvenv.cfg")
    plant("env/lib/x.txt")
    assert reason(tmp_path, "cache/x.txt") == Exclusion(CACHE, bytes(tmp_path / "cache"))
    assert reason(tmp_path, "env/lib/x.txt") == Exclusion(ENVIRONMENT, bytes(tmp_path / "env"))


def test_the_folder_itself_is_never_left_out(plant: Plant) -> None:
    file = plant(".cache/x.txt")
    plant(".cache/CACHEDIR.TAG", CACHE_TAG)
    assert reason(file.parent, "x.txt") is None
    assert reason(file.parent, "") is None


def test_a_link_to_a_folder_is_judged_as_the_file_that_the_scan_lists(
    plant: Plant, walk: Callable[..., Scan], tmp_path: Path
) -> None:
    target = plant("env/pyvenv.cfg").parent
    link = tmp_path / "link"
    link.symlink_to(target, target_is_directory=True)
    assert bytes(link) in {file.path for file in walk().files}
    assert reason(tmp_path, "link") is None


def test_hidden_files_are_found_when_they_are_wanted(plant: Plant, tmp_path: Path) -> None:
    for name in (".a", ".b/c", ".git/config", ".b/.#x~"):
        plant(name)
    assert found(tmp_path, rules(tmp_path, hidden=True)) == {".a", ".b/c"}


def test_each_source_is_named_with_its_line(plant: Plant, tmp_path: Path) -> None:
    by = rules(tmp_path, "# mine\n*.log", here="\n\n/drafts/")
    plant("deep/.gitignore", b"*.tmp2\nbuild\n")
    plant("deep/.ignore", b"secret.*\n")
    for name, expected in {
        "deep/a.log": ("by your rules", "deep/a.log", "your rules, line 2", b"*.log"),
        "drafts/b.txt": ("by this folder's rules", "drafts", "this folder's rules, line 3", None),
        "deep/x/build/c": ("by .gitignore files", "deep/x/build", "deep/.gitignore, line 2", None),
        "deep/secret.txt": ("by .ignore files", "deep/secret.txt", "deep/.ignore, line 1", None),
    }.items():
        plant(name)
        told = reason(tmp_path, name, by)
        assert told is not None
        rule, entry, source, pattern = expected
        assert (told.rule, told.entry) == (rule, bytes(tmp_path / entry))
        assert told.source in (source, f"{tmp_path}/{source}")
        assert pattern in (None, told.pattern)


def test_the_last_matching_pattern_decides(plant: Plant, tmp_path: Path) -> None:
    for name in ("a.log", "b.log", "c.log", "x/a.log", "x/b.log", "x/c.log"):
        plant(name)
    assert found(tmp_path, rules(tmp_path, "*.log")) == set()
    assert found(tmp_path, rules(tmp_path, "*.log", here="!a.log")) == {"a.log", "x/a.log"}
    plant(".gitignore", b"a.log\n!b.log")
    assert found(tmp_path, rules(tmp_path, "*.log", here="!a.log")) == {"b.log", "x/b.log"}
    plant(".ignore", b"!a.log")
    plant("x/.gitignore", b"a.log\n!c.log")
    kept = {"a.log", "b.log", "x/b.log", "x/c.log"}
    assert found(tmp_path, rules(tmp_path, "*.log", here="!a.log")) == kept


def test_ignore_files_are_obeyed_only_by_choice(plant: Plant, tmp_path: Path) -> None:
    plant("a.txt")
    plant(".gitignore", b"*")
    assert found(tmp_path, rules(tmp_path)) == set()
    assert found(tmp_path, rules(tmp_path, obey=False)) == {"a.txt"}
    assert found(tmp_path, RuleSet()) == {"a.txt"}


def test_an_ignore_file_brings_nothing_back_that_a_default_leaves_out(
    plant: Plant, tmp_path: Path
) -> None:
    for name in (".git/a", ".b", "node_modules/c", "d.tmp", "e.txt"):
        plant(name)
    plant(".gitignore", b"!*\n!*/\n!.b\n")
    assert found(tmp_path, rules(tmp_path)) == {"e.txt"}


@pytest.mark.parametrize(
    ("pattern", "back"),
    [
        ("!.b", {".b", "x/.b"}),
        ("!/.b", {".b"}),
        ("!node_modules/", {"node_modules/c", "node_modules/x/d"}),
        ("!env", {"env/pyvenv.cfg", "env/lib/e.py"}),
        ("!/env/lib/", {"env/lib/e.py"}),
        ("!*.tmp", {"f.tmp"}),
        ("!.config/notes/", {".config/notes/g", ".config/notes/deep/h"}),
        ("!.config/notes/deep/h", {".config/notes/deep/h"}),
        ("!.config/", {".config/i", ".config/notes/g", ".config/notes/deep/h"}),
        ("!.config/*/", {".config/notes/g", ".config/notes/deep/h"}),
        ("!.config/\n.config/*\n!.config/i", {".config/i"}),
        ("!.config/notes/\n.config", set()),
    ],
)
def test_the_users_rules_bring_back_what_a_default_leaves_out(
    plant: Plant, tmp_path: Path, pattern: str, back: set[str]
) -> None:
    plant("env/pyvenv.cfg")
    for name in (".b", "x/.b", "node_modules/c", "node_modules/x/d", "env/lib/e.py", "f.tmp"):
        plant(name)
    for name in (".config/i", ".config/notes/g", ".config/notes/deep/h"):
        plant(name)
    assert found(tmp_path, rules(tmp_path, pattern)) == back
    assert found(tmp_path, rules(tmp_path, here=pattern)) == back


def test_what_lies_in_an_excluded_folder_stays_out(plant: Plant, tmp_path: Path) -> None:
    plant("build/keep.txt")
    assert found(tmp_path, rules(tmp_path, "build/\n!keep.txt\n!build/keep.txt")) == set()
    assert found(tmp_path, rules(tmp_path, "build/*\n!keep.txt")) == {"build/keep.txt"}


def test_nothing_brings_the_library_back(plant: Plant, tmp_path: Path) -> None:
    library = plant("library/index.db").parent
    link = tmp_path / "link"
    link.symlink_to(library, target_is_directory=True)
    top = bytes(tmp_path)
    settings = Settings((top,), patterns="!library/\n!*")
    by = RuleSet.of(settings, top, library=bytes(link))
    assert found(tmp_path, by) == {"link"}
    told = reason(tmp_path, "library/index.db", by)
    assert told == Exclusion(LIBRARY, bytes(library))


def test_patterns_match_names_that_are_not_unicode(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xc3\xa9.txt", b"two\nlines.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"")
    kept = found(tmp_path, rules(tmp_path, os.fsdecode(b"caf\xe9.txt\n")))
    assert kept == {"café.txt", "two\nlines.txt"}
    assert found(tmp_path, rules(tmp_path, "café.txt\ntwo?lines.*")) == {
        os.fsdecode(b"caf\xe9.txt")
    }


def test_invalid_lines_are_ignored_and_reported(plant: Plant, tmp_path: Path) -> None:
    plant(".gitignore", b"*.log\n[a-\n# fine\nb[[:nope:]]\nend\\\n/\n")
    plant("a.log")
    plant("a.txt")
    by = rules(tmp_path)
    assert found(tmp_path, by) == {"a.txt"}
    problems = list(PathCheck(bytes(tmp_path), by).problems_above(bytes(tmp_path / "a.txt")))
    assert {source for source, _ in problems} == {f"{tmp_path}/.gitignore"}
    assert [(problem.line, problem.text) for _, problem in problems] == [
        (2, b"[a-"),
        (4, b"b[[:nope:]]"),
        (5, b"end\\"),
        (6, b"/"),
    ]
    assert all(problem.what for _, problem in problems)


def test_an_unreadable_ignore_file_has_no_patterns_and_does_not_block(
    plant: Plant, tmp_path: Path
) -> None:
    plant("pipe/a.txt")
    os.mkfifo(tmp_path / "pipe" / ".gitignore")
    plant("link/b.txt")
    (tmp_path / "link" / ".ignore").symlink_to(plant("all", b"*"))
    plant("large/c.txt")
    plant("large/.gitignore", b"*\n" * (1 << 17) + b"*")
    by = rules(tmp_path)
    assert found(tmp_path, by) == {"all", "pipe/a.txt", "link/b.txt", "large/c.txt"}
    check = PathCheck(bytes(tmp_path), by)
    for name in ("pipe/a.txt", "link/b.txt", "large/c.txt"):
        ((_, problem),) = check.problems_above(bytes(tmp_path / name))
        assert problem.line == 0


def test_a_check_reads_each_parent_folder_once(plant: Plant, tmp_path: Path) -> None:
    plant("a/b.txt")
    check = PathCheck(bytes(tmp_path), rules(tmp_path))
    assert check.exclusion_of(bytes(tmp_path / "a" / "b.txt")) is None
    plant("a/.gitignore", b"*")
    assert check.exclusion_of(bytes(tmp_path / "a" / "b.txt")) is None
    assert reason(tmp_path, "a/b.txt", rules(tmp_path)) is not None


def test_a_check_refuses_a_path_outside_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="below its folder"):
        PathCheck(bytes(tmp_path / "a"), RuleSet()).exclusion_of(bytes(tmp_path / "b" / "c.txt"))


def test_a_type_that_is_switched_off_stays_out_whatever_patterns_say(
    plant: Plant, tmp_path: Path
) -> None:
    for name in ("a.csv", "b.txt", "csv/c.txt", "d.csv/e.txt"):
        plant(name)
    top = bytes(tmp_path)
    settings = Settings((top,), patterns="!a.csv")
    by = RuleSet.of(settings, top, unwanted=lambda name: name.endswith(b".csv"))
    assert found(tmp_path, by) == {"b.txt", "csv/c.txt", "d.csv/e.txt"}
    assert scan(top, by).excluded == {FILE_TYPE: 1}
    assert reason(tmp_path, "a.csv", by) == Exclusion(
        FILE_TYPE, bytes(tmp_path / "a.csv"), "your file types"
    )


def test_exclusions_are_counted_by_line(plant: Plant, tmp_path: Path) -> None:
    for name in ("a.log", "b.log", "build/c.txt", "x.tmp", "y/d.bak"):
        plant(name)
    plant("y/.ignore", b"*.bak")
    counted = scan(bytes(tmp_path), rules(tmp_path, "*.log\nbuild/", here="*.none")).by_line
    assert counted == {
        "your rules, line 1": 2,
        "your rules, line 2": 1,
        f"{tmp_path}/y/.ignore, line 1": 1,
    }
