"""Files that changed or cannot be drawn: the preview shows their text, and the reason."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot
from tests.documents.conftest import pdf

from alcove.library import Library
from alcove.search import Hit, parse
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pane import PreviewPane

from .conftest import RENT, SOON, FirstHit, see, shown
from .looking import labels, marked_texts, page_view, text_view
from .rendering.conftest import Misbehaving, misbehaving

__all__ = ["misbehaving"]  # a fixture

_SATURN = "The telescope shows the rings of Saturn."


@pytest.fixture
def own(empty_library: Library, index: Callable[[Library, Path], None], tmp_path: Path) -> Library:
    """A library of files that a test may change."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "saturn.pdf").write_bytes(pdf("The first page.", _SATURN))
    index(empty_library, folder)
    return empty_library


@pytest.fixture
def pane(
    own: Library, workers: WorkerPool, look: Appearance, qtbot: QtBot
) -> Iterator[PreviewPane]:
    yield from shown(PreviewPane(own, workers=workers, look=look), qtbot)


def hit(library: Library, typed: str) -> Hit:
    with library.searcher() as searcher:
        return searcher.refine(searcher.search(parse(typed))).hits[0]


def test_a_file_that_is_gone_is_shown_as_it_was_read(
    pane: PreviewPane, own: Library, qtbot: QtBot
) -> None:
    found = hit(own, "rings of saturn")
    Path(os.fsdecode(found.path)).unlink()
    see(pane, qtbot, found)
    qtbot.waitUntil(lambda: text_view(pane).isVisible(), timeout=SOON)
    assert any("This file is not available right now." in said for said in labels(pane))
    assert marked_texts(text_view(pane)) == [_SATURN]


def test_a_file_that_changed_says_so(pane: PreviewPane, own: Library, qtbot: QtBot) -> None:
    found = hit(own, "rings of saturn")
    Path(os.fsdecode(found.path)).write_bytes(pdf("Something else entirely."))
    see(pane, qtbot, found)
    assert any("This file has changed" in said for said in labels(pane))
    assert marked_texts(text_view(pane)) == [_SATURN]


def test_a_killed_process_is_replaced(pane: PreviewPane, own: Library, qtbot: QtBot) -> None:
    found = hit(own, "rings of saturn")
    see(pane, qtbot, found)
    (child,) = psutil.Process().children()
    child.kill()
    pane.clear()
    see(pane, qtbot, found)
    assert page_view(pane).isVisible()


def test_of_a_very_long_text_the_part_with_the_passage_is_shown_with_ways_to_the_rest(
    pane: PreviewPane,
    own: Library,
    index: Callable[[Library, Path], None],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    lines = "One of very many lines that say the same.\n" * 4_000
    (tmp_path / "documents/long.txt").write_text(f"{lines}The needle is here.\n{lines}")
    index(own, tmp_path / "documents")
    see(pane, qtbot, hit(own, "needle"))
    view = text_view(pane)
    assert len(view.toPlainText()) <= 200_000
    assert any("needle" in text for text in marked_texts(view))
    assert 0 < view.cursorRect().top() < view.viewport().height() / 2


@pytest.mark.parametrize("behaviour", ["die", "larger"])
def test_a_page_that_cannot_be_drawn_is_shown_as_text(
    library: Library,
    workers: WorkerPool,
    look: Appearance,
    first: FirstHit,
    misbehaving: Misbehaving,
    qtbot: QtBot,
    behaviour: str,
) -> None:
    made = PreviewPane(library, workers=workers, look=look, command=misbehaving(behaviour))
    for pane in shown(made, qtbot):
        see(pane, qtbot, first(RENT))
        assert text_view(pane).isVisible()
        assert "An increase may be asked for" in marked_texts(text_view(pane))[0]
        assert any(said.startswith("The page cannot be drawn") for said in labels(pane))


def test_a_page_that_takes_long_is_text_meanwhile(
    library: Library,
    workers: WorkerPool,
    look: Appearance,
    first: FirstHit,
    misbehaving: Misbehaving,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alcove_desktop.preview.body._SLOW", 1)
    made = PreviewPane(library, workers=workers, look=look, command=misbehaving("hang"))
    for pane in shown(made, qtbot):
        see(pane, qtbot, first(RENT))
        assert text_view(pane).isVisible()
        assert any("takes a moment to draw" in said for said in labels(pane))
