"""Another model takes over: search goes on meanwhile."""

from pathlib import Path

import pytest
from tests.made_model import make_model

from .runs import record

TOLD = "serves, with every passage"


def test_questions_are_answered_while_one_model_follows_another(
    models: Path, tmp_path: Path
) -> None:
    source = make_model(tmp_path / "made", {"pooling_mode": "max"})
    options = ("--source", source, "--files", "30", "--only", "shorter window")
    assert TOLD in record("encoder.switch", "--models", models, *options)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_same_with_the_bundled_weights_twice(models: Path) -> None:
    assert record("encoder.switch", "--models", models, "--files", "60").count(TOLD) == 2
