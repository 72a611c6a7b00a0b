"""The stack of pages below the query field: results, recent searches, first run, empty state."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from alcove.indexer import IndexerState
from alcove.library import Library
from alcove.search import Answer, Query, QueryError
from alcove_desktop.background import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pane import PreviewPane
from alcove_desktop.window.pages import empty
from alcove_desktop.window.pages.empty import EmptyMessage, EmptyState
from alcove_desktop.window.pages.notices import said_of_error
from alcove_desktop.window.pages.recent import RecentSearches
from alcove_desktop.window.pages.results_pane import ResultsPane

if TYPE_CHECKING:
    from alcove_desktop.first_run import FirstRun


class PageStack(QStackedWidget):
    """Owns the pages and shows one of them. Owned by the GUI thread."""

    started = Signal()
    """The user chose folders in the first run."""

    def __init__(self, library: Library, *, workers: WorkerPool, look: Appearance) -> None:
        """Start with the recent searches."""
        super().__init__()
        self._library, self._workers, self._look = library, workers, look
        self.recent = RecentSearches(look)
        self.results = ResultsPane(look, PreviewPane(library, workers=workers, look=look))
        self.empty = EmptyState(look)
        self.first_run: FirstRun | None = None
        for page in (self.recent, self.results, self.empty):
            self.addWidget(page)

    def show_answer(
        self,
        answer: Answer,
        *,
        reading: IndexerState | None,
        elsewhere: bytes | None,
        first_time: bool,
    ) -> None:
        """Show hits, or why there are none.

        Args:
            answer: to the current query.
            reading: the indexer's state while it adds documents that cannot be found yet, or None.
            elsewhere: the folder that the query filters by, if none of it is searched.
            first_time: whether no folder is chosen yet.
        """
        self.results.show_answer(answer)
        if answer.hits:
            self.setCurrentWidget(self.results)
        elif elsewhere is not None:
            self._say(empty.elsewhere(elsewhere))
        elif first_time:
            self._say(empty.no_folder())
        elif _asks_nothing(answer.query):  # a filter is being typed
            self.setCurrentWidget(self.recent)
        else:
            self._say(empty.nothing_yet(reading) if reading else empty.nothing_found(answer))

    def show_wrong(self, error: QueryError, typed: str) -> None:
        """Show an error in the query, above the last hits if there are any."""
        if self.results.list.row is None:
            self._say(empty.wrong(error, typed))
        else:
            self.results.show_wrong(said_of_error(error, typed))
            self.setCurrentWidget(self.results)

    def show_failure(
        self, error: Exception, indexer: IndexerState | None, *, has_index: bool, first_time: bool
    ) -> None:
        """Show why nothing can be searched: no folder, no index yet, or an error."""
        self.results.clear()
        if first_time:
            self._say(empty.no_folder())
        else:
            self._say(empty.error(error) if has_index else empty.still_indexing(indexer))

    def show_beginning(self, *, first_time: bool) -> None:
        """Show the page for an empty query field."""
        self.results.clear()
        self.setCurrentWidget(self._first_steps() if first_time else self.recent)

    def step(self, by: int) -> None:
        """Move the selection among hits or recent searches down by a number of rows."""
        if self.currentWidget() is self.recent:
            self.recent.step(by)
        elif self.currentWidget() is self.results:
            self.results.list.step(by)

    def _say(self, message: EmptyMessage) -> None:
        self.empty.say(message)
        self.setCurrentWidget(self.empty)

    def _first_steps(self) -> "FirstRun":
        from alcove_desktop.first_run import FirstRun  # late: not to slow down the start

        if self.first_run is None:
            self.first_run = FirstRun(self._library, workers=self._workers, look=self._look)
            self.first_run.started.connect(self._end_first_steps)
            self.addWidget(self.first_run)
        return self.first_run

    def _end_first_steps(self) -> None:
        """Drop the first run's page; a new one is created if all folders are removed again."""
        if self.first_run is not None:
            self.removeWidget(self.first_run)
            self.first_run.deleteLater()
        self.first_run = None
        self.started.emit()


def _asks_nothing(query: Query) -> bool:
    return not (query.text or query.phrases or query.excluded or query.filters or query.similar)
