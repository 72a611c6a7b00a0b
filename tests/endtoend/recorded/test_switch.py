"""Another model takes over: search goes on meanwhile."""

from pathlib import Path

import pytest

from .runs import record


@pytest.mark.timeout(600)
def test_questions_are_answered_while_one_model_follows_another(models: Path) -> None:
    printed = record(
        "encoder.switch", "--models", models, "--files", "30", "--only", "shorter window"
    )
    assert "serves, with every passage" in printed
