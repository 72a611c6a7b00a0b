"""Compose the application: one library, its windows, threads and indexer, and the shutdown."""

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

_FAILURE = 3  # exit code, the same as the command line's


def run(
    root: Path,
    *,
    claim: int,
    opener: socket.socket,
    preloaded: BackgroundEncoder | None,
    query: str,
    hidden: bool,
) -> int:
    """Run the application of a library until it ends; return the exit code.

    Args:
        root: the library's folder.
        claim: the descriptor of the lock that `be_first` returned.
        opener: the socket that `unguarded.start` returned.
        preloaded: the encoder that `alcove.preload` began to load.
        query: the first query; may be empty.
        hidden: start without showing the window.
    """
    library = Library(root)
    # First: loading takes longest, on threads of its own.
    search_thread = SearchThread(library, preloaded=preloaded)
    keep_steady(search_thread)
    application = Application(sys.argv[:1])
    try:
        settings = library.window_settings()
    except AlcoveError as error:
        search_thread.close()
        install(application, None)  # the system's language: the user's setting cannot be read
        return _refuse(error)
    program = AlcoveProgram(
        application, library, search_thread, settings, claim=claim, opener=opener
    )
    application.quit_asked.connect(program.quit)
    program.ending.connect(partial(application.exit, 0))
    try:
        program.begin(query, hidden=hidden)
        gc.freeze()  # imported modules stay: the garbage collector need not scan them again
        gc.enable()
        return application.exec()
    except AlcoveError as error:
        return _refuse(error)
    finally:
        program.end()


def refuse(root: Path, error: OSError) -> int:
    """Show why the application cannot start, in one of its own; return the exit code."""
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
    """Show in a message box why the library cannot be used; there is no window yet."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Alcove", in_words(error))
    box.setObjectName("refusal")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return _FAILURE


class AlcoveProgram(QObject):
    """Owns all parts of the application. Owned by the GUI thread."""

    ending = Signal()
    """A quit was requested: the event loop must end, and `end` must be called then."""

    def __init__(
        self,
        application: QApplication,
        library: Library,
        search_thread: SearchThread,
        settings: WindowSettings,
        *,
        claim: int,
        opener: socket.socket,
    ) -> None:
        """Build the window while the index loads on its threads."""
        super().__init__()
        self._search_thread, self._settings = search_thread, settings
        self._crash_reporter, self._signals = CrashReporter(self), TerminationSignals(self)
        install(application, settings.language)
        self.look = Appearance(application)
        self.look.choose(settings.theme, settings.text_size)
        application.setWindowIcon(self.look.icon("alcove", "accent"))
        self._workers, self._link = WorkerPool(), IndexerLink(library)
        self._opener = Opener(opener)
        self._instance = SingleInstance(library.root, claim)
        self._shortcut, self._close_question = GlobalShortcut(self), ClosingQuestion(self)
        self._tray = Tray(self.look, self)
        self.window = SearchWindow(
            library,
            workers=self._workers,
            search_thread=self._search_thread,
            link=self._link,
            look=self.look,
            opener=self._opener,
            window_settings=settings,
        )
        self._windows = SecondaryWindows(
            library,
            settings,
            workers=self._workers,
            link=self._link,
            look=self.look,
            opener=self._opener,
            bridge=SettingsBridge(self._shortcut, library.root),
        )
        self._connect()

    def begin(self, query: str, *, hidden: bool) -> None:
        """Show the window, listen to other starts, and start the indexer unless one runs.

        Raises:
            LibraryError: no socket can be made in the library's folder.
        """
        self._crash_reporter.show_over(self.window)
        self._take(self._settings)
        if not hidden:
            self.window.raise_and_focus()
        if query:
            self.window.ask(query)
        self._instance.listen()
        self._link.start()

    def end(self) -> None:
        """Close everything, within 2 seconds."""
        self._put_away()
        # At once, since each may take long; the workers' jobs must be released on this thread.
        closing = (self._instance.mute, self._link.close, self._search_thread.close)
        threads = [threading.Thread(target=close) for close in closing]
        for thread in threads:
            thread.start()
        self._workers.close()
        for thread in threads:
            thread.join()
        self._opener.close()
        self.window.deleteLater()
        self._crash_reporter.close()
        self._instance.close()  # last: releases the lock, and the next start finds all closed

    def _put_away(self) -> None:
        """Remove everything from the screen."""
        self.window.closing.disconnect(self._close)
        self.window.close()  # stores its position
        self.window.hide()
        self.window.end()
        self._windows.close()
        self._tray.close()
        self._shortcut.close()
        self._signals.close()

    def quit(self) -> None:
        """Request the end of the program."""
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
        self._close_question.answered.connect(self._decide)
        self._opener.failed.connect(window.complain)
        self._shortcut.pressed.connect(self._toggle)
        self._instance.asked.connect(self._answer)
        self._signals.end_asked.connect(self.quit)

    def _take(self, settings: WindowSettings) -> None:
        """Apply the user's window settings."""
        if (settings.theme, settings.text_size) != (
            self._settings.theme,
            self._settings.text_size,
        ):
            self.look.choose(settings.theme, settings.text_size)
        self._tray.show(wanted=settings.tray)
        if settings.shortcut and self._shortcut.available:
            self._shortcut.set(settings.shortcut)  # the settings window shows why it is refused
        self._settings = settings

    def _close(self) -> None:
        """Quit, hide or ask when the window is closed, as the settings and the tray say."""
        if self._settings.on_close is OnClose.QUIT:
            self.quit()
        elif self._settings.on_close is OnClose.STAY or self._tray.is_shown:
            self.window.hide()
        else:
            self._close_question.ask(self.window)

    def _decide(self, meaning: OnClose) -> None:
        """Store the answer to what closing means, and act on it."""
        self._windows.remember_closing(meaning)
        self._settings = replace(self._settings, on_close=meaning)
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
        """Carry out the request of another start."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it when the window is raised
        match what:
            case "show":
                self.window.raise_and_focus()
            case "ask":
                self.window.raise_and_focus()
                self.window.ask(query)  # the caret goes to its end: words may follow a folder
            case "toggle":
                self._toggle()
            case "quit":
                self.quit()
