"""Questions whose words their answers do not share: meaning has to find them."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import with_models

TOP = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "every", [300, pytest.param(20, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_questions_in_other_words_are_answered_in_the_first_three_hits(
    shared_data: Path, models: Path, tmp_path: Path, every: int
) -> None:
    library = with_models(tmp_path / "library", models).library
    options = [str(shared_data), "--sample", str(every), "--keep", str(library)]
    command = [sys.executable, "-m", "tests.benchmarks.search.questions", *options]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
