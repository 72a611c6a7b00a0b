"""A stand-in for the link to the indexer: it tells what a test wants, and keeps what was asked."""

from PySide6.QtCore import QObject, Signal

from alcove.indexer import IndexerState


class ToldLink(QObject):
    """No indexer has to be brought into every state that a window can show."""

    told = Signal(object)
    lost = Signal()
    problem = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state: IndexerState | None = None
        self.asked: list[str] = []

    def tell(self, state: IndexerState) -> None:
        self.state = state
        self.told.emit(state)

    def ask(self, what: str) -> None:
        self.asked.append(what)
