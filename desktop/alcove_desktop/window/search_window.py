"""The search window: compose head, pages and status bar, and connect them."""

import os
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove import guard
from alcove.library import Library
from alcove.library.report.overview import Overview
from alcove.personal.window_settings import WindowSettings
from alcove.search import Answer, FoundPassage, Hit, Mode, QueryError, quoted
from alcove.search.question.filter_editing import without_filters
from alcove_desktop.background import IndexerLink, SearchThread, WorkerPool
from alcove_desktop.forms import choose_folder, line
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.results import HitAction, HitActions
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.core_messages import in_words
from alcove_desktop.window.library_state import LibraryState
from alcove_desktop.window.pages.stack import PageStack
from alcove_desktop.window.personal_data import PersonalData
from alcove_desktop.window.query.header import SearchHeader
from alcove_desktop.window.query_session import QuerySession
from alcove_desktop.window.save_dialog import NameDialog
from alcove_desktop.window.shortcuts import add_shortcuts
from alcove_desktop.window.status_bar.bar import StatusBar
from alcove_desktop.window.why_this_hit import WhyThisHit

_SIZE = (1180, 760)  # pixels
_ENTER_TIMEOUT = 2000  # milliseconds for which Enter waits for the answer with the hit to open
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_MODIFIER = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SearchWindow(QWidget):
    """Owns all widgets for searching. Owned by the GUI thread."""

    closing = Signal()
    """The user closed the window; the program decides whether to hide it or quit."""
    quit_asked = Signal()
    settings_asked = Signal(str)
    """The name of a settings page; empty for the last one."""
    health_asked = Signal()

    def __init__(
        self,
        library: Library,
        *,
        workers: WorkerPool,
        search_thread: SearchThread,
        link: IndexerLink,
        look: Appearance,
        opener: Opener,
        window_settings: WindowSettings,
    ) -> None:
        """Build the window; nothing is read on this thread."""
        super().__init__()
        self.setObjectName("searchWindow")
        self.setWindowTitle("Alcove")
        self._search_thread, self._link, self._look = search_thread, link, look
        self._error: Exception | None = None
        self._enter_timer = QTimer(self, singleShot=True, interval=_ENTER_TIMEOUT)
        self.head = SearchHeader(look)
        self.field, self.chips = self.head.field, self.head.chips
        self.pages = PageStack(library, workers=workers, look=look)
        self.results, self.recent, self.empty = (
            self.pages.results,
            self.pages.recent,
            self.pages.empty,
        )
        self.status_bar = StatusBar(look, guard.level())
        self.conversation = QuerySession(search_thread, self)
        self.library_state = LibraryState(library, workers=workers, link=link, parent=self)
        self._hit_actions = HitActions(library, workers=workers, opener=opener, parent=self)
        self.personal = PersonalData(library, workers=workers, parent=self)
        self._lay_out()
        self._connect_query()
        self._connect_hits()
        self._connect_library()
        preview, modes = self.results.preview, self.field.modes
        add_shortcuts(self, focus=self.raise_and_focus, preview=preview, modes=modes)
        self._take_over(window_settings)
        self.look_around()

    def ask(self, query: str) -> None:
        """Put a query into the field and search for it."""
        self.field.put(query)

    def raise_and_focus(self) -> None:
        """Show the window in front, with the focus in the query field and its text selected."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.field.question.setFocus()
        self.field.question.selectAll()

    def complain(self, message: str, advice: str) -> None:
        """Show an error and what to do about it."""
        self.results.complain(f"{message} {advice}")
        self.status_bar.say(message, wrong=True)

    def look_around(self) -> None:
        """Read the settings, the counts, the saved searches and the history."""
        self.library_state.look()
        self.personal.look()

    def end(self) -> None:
        """Stop the preview's renderer, before the window is deleted."""
        self.results.preview.end()

    # Composition.

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line())
        column.addWidget(self.pages, stretch=1)
        column.addWidget(line())
        column.addWidget(self.status_bar)
        self.resize(*_SIZE)

    def _connect_query(self) -> None:
        self.field.typed.connect(self._typed)
        self.field.moved.connect(self.pages.step)
        self.field.pressed.connect(self._press)
        self.field.modes.chosen.connect(self._search_by)
        self.chips.changed.connect(self._put_filtered)
        self.chips.order_chosen.connect(self.results.list.sort_by)
        self.chips.folder_asked.connect(self._choose_folder)
        self.conversation.answered.connect(self._show)
        self.conversation.finished.connect(self.personal.note_asked)
        self._search_thread.wrong.connect(self._show_wrong)
        self._search_thread.failed.connect(self._show_failure)
        self._search_thread.renewed.connect(self._try_again)
        self.recent.chosen.connect(self._ask_in)
        self.recent.search_removed.connect(self.personal.remove_saved)
        self.recent.question_forgotten.connect(self.personal.forget_asked)
        self.pages.started.connect(self._start)
        self.empty.acted.connect(self._act_on_empty_state)

    def _connect_hits(self) -> None:
        hits, hit_actions = self.results.list, self._hit_actions
        self._search_thread.more.connect(self._show_more)
        hits.chosen.connect(self._preview)
        hits.asked.connect(self._do)
        hits.more_asked.connect(self._ask_more)
        hits.leaving_upwards.connect(self.field.question.setFocus)
        hits.typed.connect(self.field.type)
        self.results.preview.asked.connect(self._do_in_preview)
        hit_actions.similar_asked.connect(self._find_similar)
        hit_actions.why_asked.connect(self._show_why)
        hit_actions.done.connect(self.status_bar.say)
        hit_actions.failed.connect(self._fail)

    def _connect_library(self) -> None:
        library, status_bar, more = self.library_state, self.status_bar, self.head.more
        library.settings_changed.connect(self._take_settings)
        library.told.connect(status_bar.tell)
        library.told.connect(self._take_indexer_state)
        library.problem.connect(self._show_indexer_problem)
        library.grown.connect(self._search_thread.renew)
        library.counted.connect(self._take_counts)
        library.failed.connect(self._fail)
        self.personal.read.connect(self.recent.offer)
        self.personal.failed.connect(self._fail)
        status_bar.pause_asked.connect(lambda on: self._link.ask("pause" if on else "resume"))
        status_bar.health_asked.connect(self.health_asked)
        status_bar.privacy_asked.connect(partial(self.settings_asked.emit, "privacy"))
        more.save_asked.connect(self._save_search)
        more.settings_asked.connect(partial(self.settings_asked.emit, ""))
        more.health_asked.connect(self.health_asked)
        more.quit_asked.connect(self.quit_asked)

    def _take_over(self, wanted: WindowSettings) -> None:
        self.personal.restore_place(self, wanted.geometry)
        self.results.put_split(wanted.split)
        self.field.modes.mode = self.conversation.mode = Mode(wanted.mode)
        self.field.question.setFocus()

    # Queries.

    def _typed(self, text: str) -> None:
        self._enter_timer.stop()
        self.conversation.type(text)
        self._read_chips()
        if not self.conversation.is_asking:
            self.head.say_of(None)
            self.personal.look()
            self.pages.show_beginning(first_time=self.library_state.wants_nothing)

    def _search_by(self, mode: Mode) -> None:
        self._enter_timer.stop()
        self.conversation.search_by(mode)

    def _read_chips(self) -> None:
        conversation = self.conversation
        self.chips.read(conversation.text, conversation.understood(), self.library_state.folders)

    def _put_filtered(self, text: str) -> None:
        """Put the text with changed filters; a blank ends the last filter's value."""
        self.field.put(text and f"{text} ")

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Search in a folder"), self.chips.put_folder)

    def _ask_in(self, query: str, mode: Mode) -> None:
        self.field.modes.mode = self.conversation.mode = mode
        self.ask(query)

    def _find_similar(self, path: bytes) -> None:
        self.ask(f"similar:{quoted(os.fsdecode(path))}")

    def _ask_more(self, hit: Hit) -> None:
        if self.conversation.answer is not None:
            self._search_thread.ask_more(self.conversation.answer, hit)

    def _show_more(self, answer: Answer, hit: Hit, passages: Sequence[FoundPassage]) -> None:
        """Show other passages of a hit, unless the query changed since."""
        shown = self.results.list.results.answer
        if shown is not None and shown.query == answer.query:
            self.results.list.show_more(hit, passages)

    def _try_again(self) -> None:
        """Repeat a failed search: another index was loaded."""
        if self._error is not None:
            self.conversation.ask()

    def _act_on_empty_state(self) -> None:
        answer = self.conversation.answer
        elsewhere = self.library_state.elsewhere(answer.query) if answer else None
        if elsewhere is not None:
            self.library_state.add(elsewhere)
        elif self.library_state.wants_nothing:
            self.ask("")
        elif self._error is not None or answer is None:
            self._search_thread.renew()
            self.conversation.ask()
        elif answer.query.filters:
            self.ask(without_filters(answer.query.typed))
        else:
            self.field.modes.choose(Mode.BEST)

    # Answers.

    def _show(self, answer: Answer) -> None:
        self._error = None
        library = self.library_state
        reading = library.indexer if library.is_reading else None
        self.pages.show_answer(
            answer,
            reading=reading,
            elsewhere=library.elsewhere(answer.query),
            first_time=library.wants_nothing,
        )
        self.head.say_of(answer)
        if self._enter_timer.isActive() and self.conversation.is_answered:
            self._enter_timer.stop()
            self._do(HitAction.OPEN, self.results.list.row)

    def _show_wrong(self, typed: str, error: QueryError) -> None:
        if typed == self.conversation.text:
            self._enter_timer.stop()
            self.pages.show_wrong(error, typed)

    def _show_failure(self, error: Exception) -> None:
        self._error = error
        self._enter_timer.stop()
        if not self.conversation.is_asking:
            return
        if self.conversation.is_answered and self._shows_hits:
            self.results.complain(in_words(error))  # keep the hits on screen
            return
        library = self.library_state
        self.pages.show_failure(
            error, library.indexer, has_index=library.has_index, first_time=library.wants_nothing
        )

    def _refresh_empty_state(self) -> None:
        """Refresh the progress of reading while there are no hits."""
        answer = self.conversation.answer
        if self.pages.currentWidget() is not self.empty or not self.conversation.is_asking:
            return
        if self._error is not None:
            self._show_failure(self._error)
        elif answer is not None and not answer.hits:
            self._show(answer)

    @property
    def _shows_hits(self) -> bool:
        return self.pages.currentWidget() is self.results

    # Hits.

    def _press(self, event: QKeyEvent) -> None:
        """Act on a key in the field that may concern the selected hit, or an awaited answer's.

        Keys without an action are left to the field.
        """
        is_enter, is_handled = event.key() in _ENTER, False
        if not self.conversation.is_asking:
            is_handled = is_enter and self.recent.take()
        elif is_enter and not self.conversation.is_answered:
            is_handled = True
            if self._error is None and event.modifiers() in _NO_MODIFIER:
                self._enter_timer.start()
        elif self._shows_hits:
            is_handled = self.results.list.act_on(event)
        event.setAccepted(is_handled)

    def _preview(self, row: ResultRow | None) -> None:
        if row is None:
            self.results.preview.clear()
        else:
            self.results.preview.show_hit(row.hit, place=row.place)

    def _do(self, act: HitAction, row: ResultRow | None, *, page: int | None = None) -> None:
        if row is not None:
            self.conversation.finish()
            self._hit_actions.do(act, row, self.conversation.text, page=page)

    def _do_in_preview(self, act: str) -> None:
        """Run an action from the preview, on the page that is visible there."""
        self._do(HitAction(act), self.results.list.row, page=self.results.preview.page)

    def _show_why(self, row: ResultRow) -> None:
        place = self.results.list.show_chosen()
        WhyThisHit(self._look, row, self).show_beside(place.adjusted(self._look.px(69), 0, 0, 0))

    def _save_search(self) -> None:
        query, mode = self.conversation.text.strip(), self.conversation.mode
        if query:
            dialog = NameDialog(self._look, query, self.recent.names, self)
            dialog.named.connect(lambda name: self.personal.save(name, query, mode))
            dialog.open()

    # The library's state.

    def _start(self) -> None:
        """Leave the first run: folders were chosen."""
        self.pages.show_beginning(first_time=False)
        self.field.question.setFocus()
        self.look_around()

    def _take_settings(self) -> None:
        self._read_chips()
        if not self.conversation.is_asking:
            self.pages.show_beginning(first_time=self.library_state.wants_nothing)
        self._refresh_empty_state()

    def _take_indexer_state(self) -> None:
        self.results.list.results.mark_missing(self.library_state.missing)
        self._refresh_empty_state()

    def _take_counts(self, overview: Overview) -> None:
        self.status_bar.count(overview.counts, overview.failed)
        self.recent.count_documents(overview.counts.documents)

    def _show_indexer_problem(self, error: Exception | None) -> None:
        """Show why no indexer can run, or clear that; searching goes on either way."""
        self.status_bar.warn(" ".join(in_words(error).splitlines()) if error else "")

    def _fail(self, error: Exception) -> None:
        """Show an error above the hits and in the status bar."""
        message, _, advice = in_words(error).partition("\n")
        self.complain(message, advice)

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the query on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.conversation.is_asking:
            self.field.put("")
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cancel a waiting Enter: nothing opens while the window is hidden."""
        super().hideEvent(event)
        self._enter_timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the geometry and emit `closing`; the window stays until the program decides."""
        self.personal.keep_place(self, self.results.split, self.conversation.mode)
        event.ignore()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Read personal data again on activation: another program may have changed it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.personal.look()
