"""A preview pane as in the window, and hits of the real searcher to show."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alcove.library import Library
from alcove.search import Answer, FoundPassage, Hit, Searcher, parse
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pane import PreviewPane

SOON = 30_000  # milliseconds
RENT = "when may the owner ask for a higher payment"

Ask = Callable[[str], Answer]
FirstHit = Callable[[str], Hit]


@pytest.fixture(autouse=True)
def no_page_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show no text while a page is drawn, however slow a loaded machine is."""
    monkeypatch.setattr("alcove_desktop.preview.body._SLOW", SOON)


@pytest.fixture(scope="session")
def searcher(indexed: Path) -> Iterator[Searcher]:
    with Library(indexed).searcher() as searcher:
        yield searcher


@pytest.fixture
def ask(searcher: Searcher) -> Ask:
    return lambda typed: searcher.refine(searcher.search(parse(typed)))


@pytest.fixture
def first(ask: Ask) -> FirstHit:
    """The best hit of a question."""
    return lambda typed: ask(typed).hits[0]


@pytest.fixture
def pane(
    library: Library, workers: WorkerPool, look: Appearance, qtbot: QtBot
) -> Iterator[PreviewPane]:
    pane = PreviewPane(library, workers=workers, look=look)
    yield from shown(pane, qtbot)


def shown(pane: PreviewPane, qtbot: QtBot) -> Iterator[PreviewPane]:
    """Put a pane on the screen, and end it afterwards."""
    qtbot.addWidget(pane)
    pane.resize(640, 720)
    pane.show()
    pane.activateWindow()
    yield pane
    pane.end()
    pane.close()


def see(pane: PreviewPane, qtbot: QtBot, hit: Hit, *, place: FoundPassage | None = None) -> None:
    """Show a hit and wait until it is visible."""
    with qtbot.waitSignal(pane.shown, timeout=SOON):
        pane.show_hit(hit, place=place)
