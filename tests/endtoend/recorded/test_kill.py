"""kill -9 of indexers and readers while files change: the next run makes good what they left."""

from pathlib import Path

import pytest

from .runs import record

FEW = ("--kills", "2", "--fresh", "2", "--readers", "2", "--files", "15", "--longest", "2")
MANY = ("--kills", "9", "--fresh", "4", "--readers", "9", "--files", "40", "--longest", "3")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(FEW, id="few"),
        pytest.param(MANY, id="many", marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
    ],
)
def test_what_is_killed_leaves_nothing_that_the_next_run_does_not_make_good(
    models: Path, options: tuple[str, ...]
) -> None:
    printed = record("indexer.kills", "--models", models, *options)
    assert "PASS  the library holds what an undisturbed one holds" in printed
