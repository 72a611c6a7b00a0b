"""Events that the kernel lost: all files are found nevertheless."""

from pathlib import Path

from .runs import linux_only, record


@linux_only
def test_files_whose_events_were_lost_are_found_by_words(models: Path) -> None:
    printed = record("indexer.overflow", "--models", models, "--files", "200", "--fill")
    assert "PASS  the queue ran over" in printed
