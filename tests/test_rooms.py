"""A room that is too full, or a file that is too long, is to be divided."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES, MOST_MODULES = 400, 15


@pytest.fixture(scope="module")
def modules() -> list[Path]:
    """Every Python file that is ours, from the top of the checkout on."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout, so that ours cannot be told from others'")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.py"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = [Path(name) for name in told.split("\0") if name and (ROOT / name).exists()]
    assert len(found) > MOST_MODULES
    return found


def test_no_file_is_too_long(modules: list[Path]) -> None:
    lines = {file: len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in modules}
    assert {file: count for file, count in lines.items() if count > MOST_LINES} == {}


def test_no_folder_has_too_many_modules(modules: list[Path]) -> None:
    counts = Counter(file.parent for file in modules if file.name != "__init__.py")
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}
