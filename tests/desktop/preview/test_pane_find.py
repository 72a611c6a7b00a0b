"""Find in the previewed document, by typing and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from alcove_desktop.preview.pane import PreviewPane

from .conftest import RENT, SOON, FirstHit, see
from .looking import coloured, labels, marked_texts, page_view, text_view

_HUNTING = "flat with lovely light on the third floor"
_Key, _Shift, _Control = (
    Qt.Key,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_CHOSEN = "#ffb950"


@pytest.fixture
def hunting(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> PreviewPane:
    """The pane with a text in it."""
    see(pane, qtbot, first(_HUNTING))
    return pane


@pytest.fixture
def lease(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> PreviewPane:
    """The pane with a PDF in it."""
    see(pane, qtbot, first(RENT))
    return pane


def field(pane: PreviewPane) -> QLineEdit:
    (found,) = pane.findChildren(QLineEdit)
    return found


def find(pane: PreviewPane, qtbot: QtBot, text: str, count: str) -> None:
    """Open the bar by its keys, type, and wait for the number of matches."""
    seen = text_view(pane) if text_view(pane).isVisible() else page_view(pane)
    seen.setFocus()
    qtbot.keyClick(seen, _Key.Key_F, _Control)
    qtbot.waitUntil(lambda: field(pane).hasFocus(), timeout=SOON)
    qtbot.keyClicks(field(pane), text)
    qtbot.waitUntil(lambda: count in labels(pane), timeout=SOON)


def test_what_is_typed_is_marked_wherever_it_stands(hunting: PreviewPane, qtbot: QtBot) -> None:
    find(hunting, qtbot, "THE", "1 of 2")
    assert [text.lower() for text in marked_texts(text_view(hunting))] == ["the"] * 2


def test_stepping_wraps_around_the_ends(hunting: PreviewPane, qtbot: QtBot) -> None:
    find(hunting, qtbot, "the", "1 of 2")
    for key, modifier, count in [
        (_Key.Key_Return, Qt.KeyboardModifier.NoModifier, "2 of 2"),
        (_Key.Key_F3, Qt.KeyboardModifier.NoModifier, "1 of 2"),
        (_Key.Key_F3, _Shift, "2 of 2"),
        (_Key.Key_Return, _Shift, "1 of 2"),
    ]:
        qtbot.keyClick(field(hunting), key, modifier)
        assert count in labels(hunting)


def test_what_is_not_there_is_said_to_be_missing(hunting: PreviewPane, qtbot: QtBot) -> None:
    find(hunting, qtbot, "volcano", "Not found")
    assert marked_texts(text_view(hunting)) == []


def test_escape_closes_and_shows_the_evidence_again(hunting: PreviewPane, qtbot: QtBot) -> None:
    before = marked_texts(text_view(hunting))
    find(hunting, qtbot, "garden", "1 of 1")
    assert marked_texts(text_view(hunting)) == ["garden"]
    qtbot.keyClick(field(hunting), _Key.Key_Escape)
    assert not field(hunting).isVisible()
    assert marked_texts(text_view(hunting)) == before != []


def test_in_a_pdf_the_page_is_turned_to_the_place(lease: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lease.shown, timeout=SOON):
        find(lease, qtbot, "bicycles", "1 of 1")
    assert "page 3 of 3" in labels(lease)
    assert not coloured(page_view(lease).viewport(), _CHOSEN).isEmpty()


def test_closing_keeps_the_scroll_position(lease: PreviewPane, qtbot: QtBot) -> None:
    find(lease, qtbot, "940 euros", "1 of 1")
    qtbot.waitUntil(lambda: "page 1 of 3" in labels(lease), timeout=SOON)
    with qtbot.waitSignal(lease.shown, timeout=SOON):
        qtbot.keyClick(field(lease), _Key.Key_Escape)
    assert "page 1 of 3" in labels(lease)
    assert coloured(page_view(lease).viewport(), _CHOSEN).isEmpty()


def test_another_document_closes_the_bar(
    hunting: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    find(hunting, qtbot, "garden", "1 of 1")
    see(hunting, qtbot, first("how long before baking is the starter fed"))
    assert not field(hunting).isVisible()
    assert "garden" not in marked_texts(text_view(hunting))
