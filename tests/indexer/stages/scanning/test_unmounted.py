"""The nearest existing directory of an unmounted drive; the scans' tests cover the rest."""

from pathlib import Path

from alcove.indexer.stages.scanning.unmounted import _nearest


def test_the_nearest_directory_is_one_that_is_there(tmp_path: Path) -> None:
    assert _nearest(bytes(tmp_path / "gone" / "too")) == bytes(tmp_path)
    assert _nearest(b"/gone for good/too") == b"/"


def test_looking_for_one_ends_at_a_drive_that_is_away(windows_paths: None) -> None:
    assert _nearest(b"Z:\\gone\\too") == b"Z:\\"
