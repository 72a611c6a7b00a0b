"""Records of what the user did: how many are kept, and their deletion with its proof."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.personal.erase import Receipt
from alcove_desktop.forms import Confirmation, FormRow, button
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import numbers


class KeptRecords(QWidget):
    """One kind of record; the drawing thread's."""

    deleted = Signal()
    """They are others now."""

    def __init__(
        self, context: PageContext, *, title: str, deed: str, forget: Callable[[], Receipt]
    ) -> None:
        """Make the row.

        Args:
            context: whose wishes it is to delete them.
            title: what they are.
            deed: the words on the button.
            forget: deletes them all; runs on another thread.
        """
        super().__init__()
        self._context, self._forget = context, forget
        self._button = button(deed)
        self._row = FormRow(context.look, title, self._button)
        self._confirmation = Confirmation(deed, back=self.tr("Keep them"))
        self._button.clicked.connect(
            lambda: self._confirmation.ask(self.tr("They are deleted for good."))
        )
        self._confirmation.confirmed.connect(self._delete)
        self._receipt = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._confirmation)

    def show_count(self, count: int, words: str) -> None:
        """Say how many are kept, in words; after a deletion, its receipt as well."""
        self._button.setEnabled(count > 0)
        self._row.explain("\n".join(part for part in (words, self._receipt) if part))

    def _delete(self) -> None:
        self._context.settings_editor.write(self._forget, self._prove, self._row)

    def _prove(self, receipt: object) -> None:
        assert isinstance(receipt, Receipt)
        self._receipt = self._in_words(receipt)
        self.deleted.emit()

    def _in_words(self, receipt: Receipt) -> str:
        deleted = self.tr("%Ln deleted.", "", receipt.deleted)
        files = self.tr("%Ln file(s)", "", len(receipt.files))
        if receipt.found:
            proof = self.tr("Checked {files}, {size}: found traces of {found}.")
        else:
            proof = self.tr("Checked {files}, {size}: found no trace.")
        proof = proof.format(
            files=files, size=numbers.size(receipt.bytes), found=numbers.number(receipt.found)
        )
        return f"{deleted} {proof}"
