"""kill -9 of indexers and readers while files change: the next run makes good what they left."""

from pathlib import Path

from .runs import record


def test_what_is_killed_leaves_nothing_that_the_next_run_does_not_make_good(models: Path) -> None:
    options = ("--kills", "3", "--fresh", "2", "--readers", "3", "--files", "40", "--longest", "2")
    printed = record("indexer.kills", "--models", models, *options)
    assert "PASS  the library holds what an undisturbed one holds" in printed
