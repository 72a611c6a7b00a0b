"""The selector of the search mode: Best (hybrid), Meaning (semantic) or Words (keyword)."""

from PySide6.QtCore import QCoreApplication

from alcove.search import Mode
from alcove_desktop.forms import SegmentedControl

translate = QCoreApplication.translate


class ModeSelector(SegmentedControl):
    """Selects which arms a search uses; `chosen` emits the `Mode` that the user chose."""

    def __init__(self) -> None:
        """Start with Best."""
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
        """The selected mode."""
        return Mode(str(self.value()))

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self.show_value(mode)

    def choose(self, mode: Mode) -> None:
        """Select a mode as a click does."""
        self.show_value(mode)
        self.chosen.emit(mode)
