"""People are told which rule leaves a file out, and where it applies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.files import Scan, explain_exclusion
from alcove.files.rules import CACHE, ENVIRONMENT, GENERATED, HIDDEN, TEMPORARY

CACHE_TAG = b"Signature: 8a477f597d28d172789f06886806bc55"

Plant = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "rule", "entry"),
    [
        ("a/.b/c.txt", HIDDEN, "a/.b"),
        ("a/.c.txt", HIDDEN, "a/.c.txt"),
        ("a/node_modules/b/.c", GENERATED, "a/node_modules"),
        ("a/c.txt~", TEMPORARY, "a/c.txt~"),
    ],
)
def test_the_first_rule_on_the_way_down_is_told(
    plant: Plant, tmp_path: Path, name: str, rule: str, entry: str
) -> None:
    assert explain_exclusion(plant(name), tmp_path) == (rule, tmp_path / entry)


@pytest.mark.parametrize("name", ["a/b.txt", "node_modules", "a~b/c", "part/c.txt"])
def test_nothing_is_told_of_what_is_not_left_out(plant: Plant, tmp_path: Path, name: str) -> None:
    assert explain_exclusion(plant(name), tmp_path) is None


def test_names_are_judged_also_when_the_file_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "node_modules" / "gone.txt"
    assert explain_exclusion(path, tmp_path) == (GENERATED, tmp_path / "node_modules")


def test_what_lies_in_a_folder_can_leave_it_out(plant: Plant, tmp_path: Path) -> None:
    tag, config = plant("cache/CACHEDIR.TAG", CACHE_TAG), plant("env/pyvenv.cfg")
    deep = plant("env/lib/x.txt")
    assert explain_exclusion(tag.parent / "x.txt", tmp_path) == (CACHE, tag.parent)
    assert explain_exclusion(deep, tmp_path) == (ENVIRONMENT, config.parent)


def test_the_folder_itself_is_never_left_out(plant: Plant) -> None:
    file = plant(".cache/x.txt")
    plant(".cache/CACHEDIR.TAG", CACHE_TAG)
    assert explain_exclusion(file, file.parent) is None


def test_a_link_to_a_folder_is_judged_as_the_file_that_the_scan_lists(
    plant: Plant, walk: Callable[..., Scan], tmp_path: Path
) -> None:
    target = plant("env/pyvenv.cfg").parent
    link = tmp_path / "link"
    link.symlink_to(target, target_is_directory=True)
    assert bytes(link) in {file.path for file in walk().files}
    assert explain_exclusion(link, tmp_path) is None


def test_the_explanation_agrees_with_the_scan(
    plant: Plant, walk: Callable[..., Scan], tmp_path: Path
) -> None:
    names = [".a", "b.txt", "c/.d/e", "c/f.swp", "env/pyvenv.cfg", "env/g", "CVS/h", "x~/i.txt"]
    planted = [plant(name) for name in names]
    found = {file.path for file in walk().files}
    assert {bytes(path) for path in planted if explain_exclusion(path, tmp_path) is None} == found
    assert found
