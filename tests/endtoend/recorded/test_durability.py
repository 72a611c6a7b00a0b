"""What is said to be done is on the disk by then."""

import shutil
from pathlib import Path

import pytest

from .runs import linux_only, record


@linux_only
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_syncs_come_before_what_they_are_promised_for(models: Path) -> None:
    printed = record("indexer.durability", "--models", models, "--files", "20")
    assert "the settings are written and synced before anything is printed" in printed
