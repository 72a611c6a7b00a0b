"""The preview pane: pages with highlights, texts, pictures, and messages."""

from dataclasses import replace
from datetime import UTC, datetime

import psutil
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from alcove.library import Library
from alcove.personal.window_settings import Theme
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pane import PreviewPane

from .conftest import RENT, SOON, Ask, FirstHit, see
from .looking import (
    button,
    coloured,
    labels,
    looks,
    marked_texts,
    page_view,
    text_view,
)

_MARKER, _WHITE = "#ffe48a", "#ffffff"
_STARTER = "how long before baking is the starter fed"
_Key = Qt.Key


def turn_with(pane: PreviewPane, qtbot: QtBot, name: str) -> None:
    """Click one of the arrows beside the page's number."""
    (arrow,) = [one for one in pane.findChildren(QToolButton) if one.accessibleName() == name]
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)


def test_nothing_is_shown_before_there_is_a_hit(pane: PreviewPane) -> None:
    assert labels(pane) == []
    assert [one for one in pane.findChildren(QPushButton) if one.isVisible()] == []


def test_the_head_says_at_once_what_is_chosen(pane: PreviewPane, first: FirstHit) -> None:
    pane.show_hit(first(RENT))
    assert labels(pane) == ["Lease agreement, Birch Street 14", "PDF · changed 12 March 2024"]
    assert button(pane, "Open at page 2").isVisible()


def test_a_pdf_is_shown_as_the_page_with_the_sentence_marked(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(RENT))
    assert "PDF · 3 pages · " in labels(pane)[1]
    assert "page 2 of 3" in labels(pane)
    marked = coloured(page_view(pane).viewport(), _MARKER)
    assert marked.top() == pytest.approx(page_view(pane).viewport().height() / 3, abs=30)
    assert marked.height() < 120
    assert not text_view(pane).isVisible()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Open at page 2", "open"),
        ("Show in folder", "show_in_folder"),
        ("Find similar", "find_similar"),
        ("Why this hit", "why"),
    ],
)
def test_what_is_to_be_done_is_asked_for(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot, text: str, name: str
) -> None:
    see(pane, qtbot, first(RENT))
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.mouseClick(button(pane, text), Qt.MouseButton.LeftButton)
    assert asked.args == [name]


def test_one_pages_through_by_keys(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> None:
    see(pane, qtbot, first(RENT))
    view = page_view(pane)
    qtbot.keyClick(view, _Key.Key_End)
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        qtbot.keyClick(view, _Key.Key_PageDown)
    assert "page 3 of 3" in labels(pane)
    assert view.verticalScrollBar().value() == 0
    assert coloured(view.viewport(), _MARKER).isEmpty()
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        qtbot.keyClick(view, _Key.Key_PageUp)
    assert "page 2 of 3" in labels(pane)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_one_pages_through_by_arrows(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> None:
    see(pane, qtbot, first(RENT))
    turn_with(pane, qtbot, "Previous page")
    assert "page 1 of 3" in labels(pane)
    back = [o for o in pane.findChildren(QToolButton) if o.accessibleName() == "Previous page"]
    assert not back[0].isEnabled()
    turn_with(pane, qtbot, "Next page")
    assert not coloured(page_view(pane).viewport(), _MARKER).isEmpty()


def test_the_wheel_turns_the_page_past_its_end(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(RENT))
    view = page_view(pane)
    view.scroll_to_edge(lower=True)
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        wheel = QWheelEvent(
            QPointF(9, 9),
            view.viewport().mapToGlobal(QPointF(9, 9)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), wheel)
    assert "page 3 of 3" in labels(pane)


def test_a_page_is_read_to_those_who_do_not_see_it(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(RENT))
    assert page_view(pane).accessibleName() == "Page 2 of 3"
    assert "§ 5 Changes of the amount" in page_view(pane).accessibleDescription()


def test_other_documents_are_text_with_the_sentence_marked(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(_STARTER))
    view = text_view(pane)
    assert marked_texts(view) == ["Feed the starter in the evening, twelve hours before baking."]
    assert "The dough should rise by half" in view.toPlainText()
    qtbot.waitUntil(lambda: not coloured(view.viewport(), "#fff0b8").isEmpty())
    block = view.document().findBlockByNumber(2)
    lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
    assert len(lines) > 1
    assert all(line.naturalTextWidth() <= view.viewport().width() for line in lines)
    assert not page_view(pane).isVisible()


def test_a_picture_is_shown(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> None:
    see(pane, qtbot, first("name:orchard"))
    assert not coloured(page_view(pane).viewport(), "#cfe3ea").isEmpty()
    assert not text_view(pane).isVisible()
    assert button(pane, "Open").isVisible()
    assert not button(pane, "Find similar").isEnabled()


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("name:broken", "Damaged\nOpen it to see whether it can still be used."),
        ("name:empty", "Empty"),
    ],
)
def test_a_file_without_text_says_why(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot, question: str, why: str
) -> None:
    see(pane, qtbot, first(question))
    assert labels(pane)[-1] == why
    pane.find()
    assert [one for one in pane.findChildren(QPushButton) if one.hasFocus()] == []


def test_another_passage_of_the_document_is_gone_to(
    pane: PreviewPane, ask: Ask, library: Library, qtbot: QtBot
) -> None:
    answer = ask("where may bicycles stand")
    hit = answer.hits[0]
    with library.searcher() as searcher:
        (place,) = searcher.more(answer, hit)
    assert (hit.page, place.page) == (3, 2)
    see(pane, qtbot, hit)
    assert "page 3 of 3" in labels(pane)
    see(pane, qtbot, hit, place=place)
    assert "page 2 of 3" in labels(pane)


def test_the_same_hit_again_takes_nothing_away(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    hit = first(RENT)
    see(pane, qtbot, hit)
    turn_with(pane, qtbot, "Next page")
    before = looks(page_view(pane))
    pane.show_hit(replace(hit, score=hit.score / 2))
    qtbot.wait(50)
    assert "page 3 of 3" in labels(pane)
    assert looks(page_view(pane)) == before


def test_nothing_of_a_document_becomes_rich_text(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    hit = replace(first(_STARTER), title="<h1>Dear</h1><img src='file:///etc/passwd'>")
    see(pane, qtbot, hit)
    assert labels(pane)[0] == hit.title
    for label in pane.findChildren(type(pane._header._title)):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_of_many_hits_chosen_quickly_the_last_is_seen(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    hits = [first(RENT), first(_STARTER), first("name:orchard")]
    for number in range(50):
        pane.show_hit(hits[number % 3])
    see(pane, qtbot, first(_STARTER))
    assert marked_texts(text_view(pane)) != []
    assert psutil.Process().children() == []  # nothing was drawn that nobody waited for


def test_clearing_shows_nothing(pane: PreviewPane, first: FirstHit, qtbot: QtBot) -> None:
    see(pane, qtbot, first(RENT))
    pane.clear()
    assert labels(pane) == []
    assert not page_view(pane).isVisible()


def test_a_page_is_drawn_sharp_again_when_there_is_more_room(
    pane: PreviewPane, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(RENT))
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        pane.resize(800, 720)
    view = page_view(pane)
    assert view._image.width() == view.wanted_width()


def test_in_the_dark_paper_stays_white(
    pane: PreviewPane, look: Appearance, first: FirstHit, qtbot: QtBot
) -> None:
    look.choose(Theme.DARK, 100)
    see(pane, qtbot, first(RENT))
    view = page_view(pane).viewport()
    assert not coloured(view, _WHITE).isEmpty()
    assert not coloured(view, _MARKER).isEmpty()
    assert not coloured(view, look.tokens.background).isEmpty()


def test_the_text_follows_the_text_size(
    pane: PreviewPane, look: Appearance, first: FirstHit, qtbot: QtBot
) -> None:
    see(pane, qtbot, first(_STARTER))
    before = text_view(pane).fontMetrics().height()
    look.choose(Theme.LIGHT, 200)
    assert text_view(pane).fontMetrics().height() == pytest.approx(2 * before, abs=2)


def test_a_pane_that_nobody_ended_leaves_nothing(
    library: Library, workers: WorkerPool, look: Appearance, first: FirstHit, qtbot: QtBot
) -> None:
    pane = PreviewPane(library, workers=workers, look=look)
    pane.show()
    see(pane, qtbot, first(RENT))
    assert len(psutil.Process().children()) == 1
    Shiboken.delete(pane)
    assert psutil.Process().children() == []


def test_a_hit_of_an_index_that_is_gone_says_so(
    empty_library: Library, workers: WorkerPool, look: Appearance, qtbot: QtBot, first: FirstHit
) -> None:
    pane = PreviewPane(empty_library, workers=workers, look=look)
    qtbot.addWidget(pane)
    pane.show()
    see(pane, qtbot, replace(first(RENT), modified=datetime(2024, 1, 1, tzinfo=UTC)))
    assert "This library is empty" in labels(pane)[-1]
    pane.end()
    pane.close()
