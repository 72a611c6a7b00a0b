"""Keep rooms small, files short and class names unique; point to nothing that a clone lacks."""

import ast
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES, MOST_MODULES = 400, 15
SHARED = Path("tests/shared.py")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that is ours, from the top of the checkout on."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout, so that ours cannot be told from others'")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in told.split("\0") if name and (ROOT / name).exists()]


@pytest.fixture(scope="module")
def modules(files: list[Path]) -> list[Path]:
    """Every Python file among them."""
    found = [file for file in files if file.suffix == ".py"]
    assert len(found) > MOST_MODULES
    return found


def test_no_file_is_too_long(modules: list[Path]) -> None:
    lines = {file: len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in modules}
    assert {file: count for file, count in lines.items() if count > MOST_LINES} == {}


def test_no_folder_has_too_many_modules(modules: list[Path]) -> None:
    counts = Counter(file.parent for file in modules if file.name != "__init__.py")
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_only_one_module_of_the_tests_knows_the_folder_beside_the_checkout(
    files: list[Path],
) -> None:
    beside = re.compile(rb"""\.\./shared|/ ["']shared|["']shared/""")
    assert {file for file in files if beside.search((ROOT / file).read_bytes())} == {SHARED}


def test_a_class_name_is_defined_once(modules: list[Path]) -> None:
    where: dict[str, list[Path]] = {}
    for file in modules:
        if file.parts[0] in ("core", "desktop"):
            for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    where.setdefault(node.name.lstrip("_"), []).append(file)
    assert len(where) > 300
    assert {name: files for name, files in where.items() if len(files) > 1} == {}
