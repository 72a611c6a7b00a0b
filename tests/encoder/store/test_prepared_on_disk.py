"""A prepared model is flushed before it gets its name, and its name before it is returned."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.encoder.conversion.convert import convert_here
from alcove.encoder.store import prepare as preparing
from alcove.system.durable import sync_tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Flushes and renames in order, by the ends of the paths."""
    recorded: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def note_fsync(descriptor: int) -> None:
        recorded.append(f"fsync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def note_rename(self: Path, target: Path) -> Path:
        recorded.append(f"rename {self.name} to {target.name}")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "rename", note_rename)
    return recorded


def test_files_first_then_the_folder(tmp_path: Path, events: list[str]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/file").write_text("x")
    sync_tree(tmp_path / "folder")
    assert events == ["fsync file", "fsync folder"]


def test_a_model_is_flushed_before_and_after_it_is_named(
    tiny_model: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    events: list[str],
) -> None:
    def here(source: Path, target: Path, name: str, _: object) -> None:
        convert_here(source, target, name)

    monkeypatch.setattr(preparing, "convert_in_child", here)
    source = tiny_model({"pooling_mode": "cls"}, export="onnx")
    model = preparing.prepare(source, tmp_path / "models")
    made = {f"fsync {file.name}" for file in model.path.iterdir()} - {"fsync source.json"}
    named = events.index("fsync model")
    assert made <= set(events[:named])
    assert events[named:][:3] == ["fsync model", f"rename model to {model.id}", "fsync models"]
    assert events[-1] == f"fsync {model.id}"  # its list of names, after the note of its source
    assert events[0] == f"fsync {tmp_path.name}"
