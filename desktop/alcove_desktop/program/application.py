"""Puts the application together: one library, its window, what works behind it, and its end."""

import gc
import os
import socket
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import AlcoveError
from alcove.library import Library
from alcove.personal.window_settings import OnClose, WindowSettings
from alcove_desktop.background import IndexerLink, SearchThread, WorkerPool
from alcove_desktop.background.gil_switching import keep_steady
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.program.close_question import ClosingQuestion
from alcove_desktop.program.crash_dialog import CrashReporter
from alcove_desktop.program.qt_application import Application
from alcove_desktop.program.secondary_windows import SecondaryWindows
from alcove_desktop.program.settings_bridge import SettingsBridge
from alcove_desktop.program.shortcut import GlobalShortcut
from alcove_desktop.program.single_instance import SingleInstance
from alcove_desktop.program.termination_signals import TerminationSignals
from alcove_desktop.program.tray import Tray
from alcove_desktop.texts.core_messages import in_words
from alcove_desktop.texts.translation import install
from alcove_desktop.window import SearchWindow

_FAILURE = 3  # the exit code, as of the command line


def run(
    root: Path,
    *,
    claim: int,
    opener: socket.socket,
    preloaded: BackgroundEncoder | None,
    query: str,
    hidden: bool,
) -> int:
    """Be the application of a library until it ends; returns the exit code.

    Args:
        root: the library's folder.
        claim: what `be_first` returned.
        opener: the line that `unguarded.start` returned.
        preloaded: what `alcove.preload` began.
        query: to begin with; may be empty.
        hidden: begin without showing the window.
    """
    library = Library(root)
    search_thread = SearchThread(library, preloaded=preloaded)  # first: it takes longest
    keep_steady(search_thread)
    application = Application(sys.argv[:1])
    try:
        wanted = library.window_settings()
    except AlcoveError as error:
        search_thread.close()
        install(application, None)  # the system's language: the user's lies in what was refused
        return _refuse(error)
    program = AlcoveProgram(application, library, search_thread, wanted, claim=claim, opener=opener)
    application.quit_asked.connect(program.quit)
    program.ending.connect(partial(application.exit, 0))
    try:
        program.begin(query, hidden=hidden)
        gc.freeze()  # what was imported stays: nobody need look through it again
        gc.enable()
        return application.exec()
    except AlcoveError as error:
        return _refuse(error)
    finally:
        program.end()


def refuse(root: Path, error: OSError) -> int:
    """Say, before there is an application, why there will be none; returns the exit code."""
    application = Application(sys.argv[:1])
    install(application, None)
    translate = QCoreApplication.translate
    if isinstance(error, BlockingIOError):
        what = translate("Refusal", "Alcove is already running but does not answer.")
        advice = translate("Refusal", "End it and start it again.")
    else:
        what = translate("Refusal", "The library in {folder} cannot be used: {error}.").format(
            folder=root, error=error.strerror
        )
        advice = translate("Refusal", "Check the folder's permissions, and its disk.")
    return _refuse(AlcoveError(what, advice=advice))


def _refuse(error: AlcoveError) -> int:
    """Say why the library cannot be used; there is no window yet that could."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Alcove", in_words(error))
    box.setObjectName("refusal")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return _FAILURE


class AlcoveProgram(QObject):
    """Owns all parts; the drawing thread's."""

    ending = Signal()
    """Somebody wants the program to end: the loop is to end, and then `end` is to be called."""

    def __init__(
        self,
        application: QApplication,
        library: Library,
        search_thread: SearchThread,
        wanted: WindowSettings,
        *,
        claim: int,
        opener: socket.socket,
    ) -> None:
        """Build the window; the library is loaded meanwhile."""
        super().__init__()
        self._search_thread, self._wanted = search_thread, wanted
        self._unexpected, self._signals = CrashReporter(self), TerminationSignals(self)
        install(application, wanted.language)
        self.look = Appearance(application)
        self.look.choose(wanted.theme, wanted.text_size)
        application.setWindowIcon(self.look.icon("alcove", "accent"))
        self._workers, self._link = WorkerPool(), IndexerLink(library)
        self._opener = Opener(opener)
        self._instance = SingleInstance(library.root, claim)
        self._shortcut, self._closing = GlobalShortcut(self), ClosingQuestion(self)
        self._tray = Tray(self.look, self)
        self.window = SearchWindow(
            library,
            workers=self._workers,
            search_thread=self._search_thread,
            link=self._link,
            look=self.look,
            opener=self._opener,
            window_settings=wanted,
        )
        self._windows = SecondaryWindows(
            library,
            wanted,
            workers=self._workers,
            link=self._link,
            look=self.look,
            opener=self._opener,
            around=SettingsBridge(self._shortcut, library.root),
        )
        self._connect()

    def begin(self, query: str, *, hidden: bool) -> None:
        """Show the window, listen to other starts, and see to it that there is an indexer.

        Raises:
            LibraryError: no socket can be made in the library's folder.
        """
        self._unexpected.show_over(self.window)
        self._take(self._wanted)
        if not hidden:
            self.window.raise_and_focus()
        if query:
            self.window.ask(query)
        self._instance.listen()
        self._link.start()

    def end(self) -> None:
        """End everything that was begun, within 2 seconds."""
        self._put_away()
        # All at once: each may take its time. What Work lets go of is this thread's.
        closing = (self._instance.mute, self._link.close, self._search_thread.close)
        ends = [threading.Thread(target=close) for close in closing]
        for end in ends:
            end.start()
        self._workers.close()
        for end in ends:
            end.join()
        self._opener.close()
        self.window.deleteLater()
        self._unexpected.close()
        self._instance.close()  # last: a start that waits for it finds nothing of ours

    def _put_away(self) -> None:
        """Take everything off the screen."""
        self.window.closing.disconnect(self._close)
        self.window.close()  # keeps where it lay
        self.window.hide()
        self.window.end()
        self._windows.close()
        self._tray.close()
        self._shortcut.close()
        self._signals.close()

    def quit(self) -> None:
        """Begin to end."""
        self.ending.emit()

    def _connect(self) -> None:
        window, windows, tray = self.window, self._windows, self._tray
        window.closing.connect(self._close)
        window.quit_asked.connect(self.quit)
        window.settings_asked.connect(windows.show_settings)
        window.health_asked.connect(windows.show_health)
        windows.settings_changed.connect(self._take)
        tray.window_asked.connect(window.raise_and_focus)
        tray.settings_asked.connect(windows.show_settings)
        tray.quit_asked.connect(self.quit)
        tray.pause_asked.connect(window.status_bar.pause_asked)
        self._link.told.connect(tray.tell)
        self._link.lost.connect(lambda: tray.tell(None))
        self._workers.error.connect(self._complain)
        self._closing.answered.connect(self._decide)
        self._opener.failed.connect(window.complain)
        self._shortcut.pressed.connect(self._toggle)
        self._instance.asked.connect(self._answer)
        self._signals.end_asked.connect(self.quit)

    def _take(self, wanted: WindowSettings) -> None:
        """Look and behave as the user wants it from now on."""
        if (wanted.theme, wanted.text_size) != (self._wanted.theme, self._wanted.text_size):
            self.look.choose(wanted.theme, wanted.text_size)
        self._tray.show(wanted=wanted.tray)
        if wanted.shortcut and self._shortcut.available:
            self._shortcut.set(wanted.shortcut)  # why it cannot be, the settings say
        self._wanted = wanted

    def _close(self) -> None:
        """Somebody closed the window: it means what was once decided, or the tray goes on."""
        if self._wanted.on_close is OnClose.QUIT:
            self.quit()
        elif self._wanted.on_close is OnClose.STAY or self._tray.is_shown:
            self.window.hide()
        else:
            self._closing.ask(self.window)

    def _decide(self, meaning: OnClose) -> None:
        """What closing means was asked once; it is remembered."""
        self._windows.remember_closing(meaning)
        self._wanted = replace(self._wanted, on_close=meaning)
        self._close()

    def _complain(self, error: Exception) -> None:
        what, _, advice = in_words(error).partition("\n")
        self.window.complain(what, advice)

    def _toggle(self) -> None:
        if self.window.isVisible() and self.window.isActiveWindow():
            self.window.hide()
        else:
            self.window.raise_and_focus()

    def _answer(self, what: str, query: str, token: str) -> None:
        """Another start wants something."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it when the window is raised
        match what:
            case "show":
                self.window.raise_and_focus()
            case "ask":
                self.window.raise_and_focus()
                self.window.ask(query)  # the caret behind it: a folder may want its words yet
            case "toggle":
                self._toggle()
            case "quit":
                self.quit()
