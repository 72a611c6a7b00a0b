"""Best, Meaning or Words: how to search."""

from PySide6.QtCore import QCoreApplication

from alcove.search import Mode
from alcove_desktop.forms import SegmentedControl

translate = QCoreApplication.translate


class ModeSelector(SegmentedControl):
    """Which arms a search asks; `chosen` tells a `Mode` when somebody chose another."""

    def __init__(self) -> None:
        """Begin with Best."""
        words = {
            Mode.BEST: translate("ModeSelector", "Best"),
            Mode.MEANING: translate("ModeSelector", "Meaning"),
            Mode.WORDS: translate("ModeSelector", "Words"),
        }
        super().__init__(list(words.items()), name=translate("ModeSelector", "How to search"))
        self.explain(Mode.BEST, translate("ModeSelector", "By meaning and by words"))
        self.explain(
            Mode.MEANING, translate("ModeSelector", "By what is meant, whatever the words")
        )
        self.explain(Mode.WORDS, translate("ModeSelector", "By the words themselves"))
        self.mode = Mode.BEST

    @property
    def mode(self) -> Mode:
        """The chosen one."""
        return Mode(str(self.value()))

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self.show_value(mode)

    def choose(self, mode: Mode) -> None:
        """Choose one as a click does."""
        self.show_value(mode)
        self.chosen.emit(mode)
