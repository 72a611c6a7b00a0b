"""Questions whose words their answers do not share: meaning has to find them."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "search" / "questions.py"


@pytest.mark.timeout(600)
def test_questions_in_other_words_are_answered_in_the_first_three_hits(shared_data: Path) -> None:
    command = [sys.executable, str(SCRIPT), str(shared_data), "--sample", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
