"""The search window: puts the field, the hits and the foot together, and lets them talk."""

import base64
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alcove import guard
from alcove.indexer import Activity, IndexerState
from alcove.library import Library
from alcove.library.overview import Overview, overview_of
from alcove.search import Answer, Hit, Mode, QueryError, quoted
from alcove.settings import Settings
from alcove.settings.window import WindowSettings
from alcove_desktop.background import IndexerLink, Seeker, Work
from alcove_desktop.forms import in_words
from alcove_desktop.look import Look
from alcove_desktop.opening.opener import Opener
from alcove_desktop.preview.pane import PreviewPane
from alcove_desktop.results import Act, Acts
from alcove_desktop.results.rows import Row
from alcove_desktop.texts.numbers import number
from alcove_desktop.window import emptiness
from alcove_desktop.window.conversation import Conversation
from alcove_desktop.window.empty import Emptiness, EmptyState
from alcove_desktop.window.field import SearchField
from alcove_desktop.window.filter_chips import FilterChips
from alcove_desktop.window.foot import Foot
from alcove_desktop.window.more_menu import MoreButton
from alcove_desktop.window.notices import Said, said_of_error
from alcove_desktop.window.personal import Personal
from alcove_desktop.window.recent import Recent
from alcove_desktop.window.results_pane import ResultsPane
from alcove_desktop.window.why import WhyThisHit

if TYPE_CHECKING:
    from alcove_desktop.first_run import FirstRun

_SIZE = (1180, 760)  # of ../shared/look
_EDGE = 22
_READING = (Activity.STARTING, Activity.SCANNING, Activity.READING)
_COUNT_AGAIN = 1500  # milliseconds between two counts of what there is


class SearchWindow(QWidget):
    """Owns everything that is seen while searching; the drawing thread's."""

    closing = Signal()
    """Somebody closed it; what that means, others decide."""
    quit_asked = Signal()
    settings_asked = Signal(str)
    """The name of a page, or nothing."""
    health_asked = Signal()
    changed_folders = Signal()
    """Folders were chosen for the first time."""

    def __init__(
        self,
        library: Library,
        *,
        work: Work,
        seeker: Seeker,
        link: IndexerLink,
        look: Look,
        opener: Opener,
        window_settings: WindowSettings,
    ) -> None:
        """Build it; nothing is read on this thread."""
        super().__init__()
        self.setObjectName("searchWindow")
        self.setWindowTitle("Alcove")
        self._library, self._work, self._seeker, self._link = library, work, seeker, link
        self._look = look
        self._settings: Settings | None = None
        self._indexer: IndexerState | None = None
        self._error: Exception | None = None
        self._opens_when_answered = False
        self.conversation = Conversation(seeker, self)
        self.field = SearchField(look)
        self.chips = FilterChips()
        self.more = MoreButton(look)
        self.results = ResultsPane(look, PreviewPane(library, work=work, look=look))
        self.recent = Recent(look)
        self.empty = EmptyState(look)
        self.first_run: FirstRun | None = None
        self.foot = Foot(look, guard.level())
        self.pages = QStackedWidget()
        self._count = QLabel()
        self._acts = Acts(library, work=work, opener=opener, parent=self)
        self._personal = Personal(library, work=work, parent=self)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AGAIN)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._take_over(window_settings)
        self.look_around()

    # What the program asks of it.

    def ask(self, query: str) -> None:
        """Put a question into the field and search for it."""
        self.field.put(query)

    def raise_and_focus(self) -> None:
        """Come to the front, ready to be typed into."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.field.question.setFocus()
        self.field.question.selectAll()

    def complain(self, what: str, advice: str) -> None:
        """Say that something went wrong, and what to do."""
        self.results.say(Said(f"{what} {advice}", "wrong"))

    def end(self) -> None:
        """Let go of what works for it, before it is deleted."""
        self.results.preview.end()

    def look_around(self) -> None:
        """Read what is wanted, what there is, and what was asked before."""
        run = self._work.run
        run(self._library.settings, self._know_settings, owner=self, failed=self._fail)
        self._count_now()
        self._personal.look()

    # Building.

    def _lay_out(self) -> None:
        self._count.setObjectName("count")
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(_EDGE, 18, _EDGE, 12)
        column.setSpacing(10)
        column.addWidget(self.field)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.chips, stretch=1)
        below.addWidget(self._count)
        below.addWidget(self.more)
        column.addLayout(below)
        for page in (self.recent, self.results, self.empty):
            self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, _line()):
            whole.addWidget(part)
        whole.addWidget(self.pages, stretch=1)
        for part in (_line(), self.foot):
            whole.addWidget(part)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        conversation, hits = self.conversation, self.results.list
        self.field.typed.connect(self._typed)
        self.field.moved.connect(self._move)
        self.field.pressed.connect(self._press)
        self.field.modes.chosen.connect(conversation.search_by)
        self.chips.changed.connect(self.field.put)
        self.chips.order_chosen.connect(hits.sort_by)
        self.chips.folder_asked.connect(self._choose_folder)
        conversation.answered.connect(self._show)
        conversation.finished.connect(self._personal.note_asked)
        self._seeker.wrong.connect(self._show_wrong)
        self._seeker.failed.connect(self._show_failure)
        self._seeker.more.connect(hits.show_more)
        self._seeker.renewed.connect(lambda _: self._try_again())
        hits.chosen.connect(self._preview)
        hits.asked.connect(self._do)
        hits.more_asked.connect(self._ask_more)
        hits.leaving_upwards.connect(self.field.question.setFocus)
        hits.typed.connect(self.field.type)
        self.results.preview.asked.connect(lambda act: self._do(Act(act), hits.row))
        self.recent.chosen.connect(self._ask_in)
        self.empty.acted.connect(self._act_on_emptiness)
        self._connect_rest()

    def _connect_rest(self) -> None:
        self._link.told.connect(self._hear)
        self._link.lost.connect(lambda: self.foot.tell(None))
        self._link.trouble.connect(self._know_trouble)
        self.foot.pause_asked.connect(lambda on: self._link.ask("pause" if on else "resume"))
        self.foot.health_asked.connect(self.health_asked)
        self.foot.privacy_asked.connect(lambda: self.settings_asked.emit("privacy"))
        self.more.save_asked.connect(self._save_search)
        self.more.settings_asked.connect(lambda: self.settings_asked.emit(""))
        self.more.health_asked.connect(self.health_asked)
        self.more.quit_asked.connect(self.quit_asked)
        self._acts.similar_asked.connect(self._find_similar)
        self._acts.why_asked.connect(self._show_why)
        self._acts.done.connect(self.foot.say)
        self._acts.failed.connect(self._fail)
        self._personal.read.connect(self.recent.offer)
        self._personal.failed.connect(self._fail)
        self._counting.timeout.connect(self._count_now)

    def _add_shortcuts(self) -> None:
        for keys in ("Ctrl+L", "Ctrl+K"):
            QShortcut(QKeySequence(keys), self, self.raise_and_focus)
        QShortcut(QKeySequence.StandardKey.Find, self, self.results.preview.find)
        for number_, mode in enumerate(Mode, 1):
            QShortcut(
                QKeySequence(f"Ctrl+{number_}"),
                self,
                lambda mode=mode: self.field.modes.choose(mode),
            )

    def _take_over(self, wanted: WindowSettings) -> None:
        if wanted.geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(wanted.geometry)))
        self.results.put_split(wanted.split)
        self.field.modes.mode = self.conversation.mode = Mode(wanted.mode)
        self.pages.setCurrentWidget(self.recent)
        self.field.question.setFocus()

    # Asking.

    def _typed(self, text: str) -> None:
        self._opens_when_answered = False
        self.conversation.type(text)
        self._show_chips()
        if not self.conversation.is_asking:
            self._show_beginning()

    def _ask_in(self, query: str, mode: Mode) -> None:
        self.field.modes.mode = self.conversation.mode = mode
        self.ask(query)

    def _find_similar(self, path: bytes) -> None:
        self.ask(f"similar:{quoted(os.fsdecode(path))}")

    def _ask_more(self, hit: Hit) -> None:
        if self.conversation.answer is not None:
            self._seeker.ask_more(self.conversation.answer, hit)

    def _try_again(self) -> None:
        """What is searched is another now: an error may be gone."""
        if self._error is not None and self.conversation.is_asking:
            self.conversation.ask()

    def _show_chips(self) -> None:
        folders = self._settings.folders if self._settings else ()
        self.chips.read(self.conversation.text, self.conversation.understood(), folders)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Search in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.chips.put_folder(os.fsencode(path)))
        dialog.open()

    # Answers.

    def _show(self, answer: Answer) -> None:
        self._error = None
        if answer.hits:
            self.results.show_answer(answer)
            self.pages.setCurrentWidget(self.results)
        else:
            self.empty.say(self._why_empty(answer))
            self.pages.setCurrentWidget(self.empty)
        self._show_count(answer)
        if self._opens_when_answered and self.conversation.is_answered:
            self._opens_when_answered = False
            self._do(Act.OPEN, self.results.list.row)

    def _why_empty(self, answer: Answer) -> Emptiness:
        if self._indexer is not None and self._indexer.activity in _READING:
            return emptiness.nothing_yet()
        return emptiness.nothing_found(answer)

    def _show_count(self, answer: Answer) -> None:
        documents = self.tr("%n document(s)", "", len(answer.hits))
        time = self.tr("{time} ms").format(time=number(max(1, round(answer.seconds * 1000))))
        self._count.setText(f"{documents} · {time}" if answer.hits else "")

    def _show_wrong(self, typed: str, error: QueryError) -> None:
        if typed == self.conversation.text:
            self.results.say(said_of_error(error, typed))
            self.pages.setCurrentWidget(self.results)

    def _show_failure(self, error: Exception) -> None:
        """Nothing can be searched: because nothing was read yet, or for a worse reason."""
        self._error = error
        if self._has_index_to_come:
            self.empty.say(emptiness.still_indexing())
        else:
            self.empty.say(emptiness.error(error))
        if self.conversation.is_asking:
            self.pages.setCurrentWidget(self.empty)

    @property
    def _has_index_to_come(self) -> bool:
        return not self._library.folder.index.exists()

    def _show_beginning(self) -> None:
        self._count.clear()
        wants_folders = self._settings is not None and not self._settings.folders
        if wants_folders:
            self._show_first_run()
        elif self.pages.currentWidget() is not self.recent:
            self._personal.look()
            self.pages.setCurrentWidget(self.recent)

    def _show_first_run(self) -> None:
        from alcove_desktop.first_run import FirstRun  # not on the way to a window

        if self.first_run is None:
            self.first_run = FirstRun(self._library, work=self._work, look=self._look)
            self.first_run.started.connect(self._start)
            self.pages.addWidget(self.first_run)
        self.pages.setCurrentWidget(self.first_run)

    def _start(self) -> None:
        """Folders were chosen: from now on there is something to search."""
        self.changed_folders.emit()
        self.pages.setCurrentWidget(self.recent)
        self.field.question.setFocus()
        self.look_around()

    def _act_on_emptiness(self) -> None:
        answer = self.conversation.answer
        if self._error is not None or answer is None:
            self._seeker.renew()
            self.conversation.ask()
        elif answer.query.filters:
            self.ask(answer.query.text)
        else:
            self.field.modes.choose(Mode.BEST)

    # Hits.

    def _move(self, by: int) -> None:
        page = self.pages.currentWidget()
        if page is self.recent:
            self.recent.step(by)
        elif page is self.results:
            self.results.list.step(by)

    def _press(self, event: QKeyEvent) -> None:
        """A key in the field that concerns the chosen hit, which may still be on its way."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.conversation.is_asking:
            if is_enter:
                self.recent.take()
        elif is_enter and not self.conversation.is_answered:
            self._opens_when_answered = True
        else:
            self.results.list.act_on(event)

    def _preview(self, row: Row | None) -> None:
        if row is None:
            self.results.preview.clear()
        else:
            self.results.preview.show_hit(row.hit, place=row.place)

    def _do(self, act: Act, row: Row | None) -> None:
        if row is not None:
            self.conversation.finish()
            self._acts.do(act, row, self.conversation.text)

    def _show_why(self, row: Row) -> None:
        hits = self.results.list
        place = hits.viewport().mapToGlobal(hits.visualRect(hits.currentIndex()).bottomLeft())
        why = WhyThisHit(self._look, row, self)
        why.show_below(place + QPoint(self._look.px(69), 0))

    def _save_search(self) -> None:
        if not self.conversation.is_asking:
            return
        query, mode = self.conversation.text.strip(), self.conversation.mode
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(query)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(lambda name: self._personal.save(name, query, mode))
        dialog.open()

    # What else is known.

    def _know_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._show_chips()
        if not self.conversation.is_asking:
            self._show_beginning()

    def _hear(self, state: IndexerState) -> None:
        before, self._indexer = self._indexer, state
        self.foot.tell(state)
        if before is None or state.generation != before.generation:
            self._seeker.renew()
            self._count_again()
        if before is not None and state.revision != before.revision:
            self._work.run(
                self._library.settings, self._know_settings, owner=self, failed=self._fail
            )

    def _know_trouble(self, error: Exception | None) -> None:
        """There can be no indexer, or there is one again; searching goes on either way."""
        self.foot.warn(" ".join(in_words(error).splitlines()) if error else "")

    def _count_again(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _count_now(self) -> None:
        folder = self._library.folder
        self._work.run(
            lambda: overview_of(folder), self._know_counts, owner=self, failed=self._fail
        )

    def _know_counts(self, overview: Overview) -> None:
        self.foot.count(overview.counts, overview.failed)
        documents = self.tr("%n document(s) to search", "", overview.counts.documents)
        self.recent.say(documents if overview.counts.documents else "")

    def _fail(self, error: Exception) -> None:
        """Say it where everybody looks, once."""
        self.results.say(Said(in_words(error), "wrong"))
        self.foot.say(in_words(error).splitlines()[0])

    # The window itself.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field."""
        if event.key() == Qt.Key.Key_Escape and self.conversation.is_asking:
            self.field.put("")
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where it lies; what closing means is not decided here, so that it stays for now."""
        self._personal.keep_place(self, self.results.split, self.conversation.mode)
        event.ignore()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when somebody comes back: another program may have changed something."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._personal.look()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line
