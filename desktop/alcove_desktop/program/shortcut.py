"""Register a global shortcut that shows the window, on systems that allow it (X11)."""

import os
import sys

from PySide6.QtCore import QKeyCombination, QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from alcove_desktop.program.x11_keys import GrabRefused, X11Keys


class GlobalShortcut(QObject):
    """Owns the X11 connection that reports the key presses. Owned by the GUI thread.

    X11 lets a program grab keys. Wayland leaves shortcuts to the desktop, and so do we on Windows
    and macOS for now: there the desktop's own settings can start `alcove-desktop --toggle`.
    """

    pressed = Signal()
    """The shortcut was pressed, in any program."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Grab no keys before `set`."""
        super().__init__(parent)
        self.refused = ""
        self._keys: X11Keys | None = None
        self._notifier: QSocketNotifier | None = None

    @property
    def available(self) -> bool:
        """Whether programs can register a global shortcut on this system."""
        on_x11 = QGuiApplication.platformName() == "xcb" and not os.environ.get("WAYLAND_DISPLAY")
        return sys.platform == "linux" and on_x11

    def set(self, sequence: str) -> str:
        """Replace the shortcut by these keys.

        Args:
            sequence: in Qt's portable form, such as "Ctrl+Alt+Space"; empty for none.

        Returns:
            Why the keys are refused, or an empty text; also kept in `refused` until the next call.
        """
        self.close()
        self.refused = self._grab(sequence)
        return self.refused

    def _grab(self, sequence: str) -> str:
        """Grab the keys; return why they are refused, or an empty text."""
        if not sequence:
            return ""
        if not self.available:
            return self.tr(
                "This desktop manages shortcuts itself. In its keyboard settings, add a "
                "shortcut for this command: alcove-desktop --toggle"
            )
        keys = _combinations(sequence)
        if len(keys) != 1:
            return self.tr("A shortcut is one key with Ctrl, Alt or the system key.")
        try:
            self._listen(X11Keys(keys[0]))
        except GrabRefused as refused:
            return self._why(refused)
        return ""

    def close(self) -> None:
        """Release the keys."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._keys is not None:
            self._keys.close()
        self._notifier = self._keys = None

    def _listen(self, keys: X11Keys) -> None:
        self._keys = keys
        self._notifier = QSocketNotifier(keys.descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        if self._keys is not None and self._keys.take_presses():
            self.pressed.emit()

    def _why(self, refused: GrabRefused) -> str:
        return {
            GrabRefused.Cause.UNKNOWN: self.tr("This key cannot be used for a shortcut."),
            GrabRefused.Cause.BARE: self.tr(
                "A shortcut is one key with Ctrl, Alt or the system key."
            ),
            GrabRefused.Cause.TAKEN: self.tr(
                "Another program uses this shortcut. Choose a different one."
            ),
            GrabRefused.Cause.NO_DISPLAY: self.tr("The display does not answer."),
        }[refused.why]


def _combinations(sequence: str) -> list[QKeyCombination]:
    """Return the combinations of a sequence in Qt's portable form; "Ctrl+K, Ctrl+S" has two."""
    keys = QKeySequence.fromString(sequence, QKeySequence.SequenceFormat.PortableText)
    # PySide's stubs lack operator[], the only way to the keys.
    return [keys[index] for index in range(keys.count())]  # type: ignore[index]
