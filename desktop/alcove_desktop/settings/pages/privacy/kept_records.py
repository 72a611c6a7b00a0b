"""Rows for records of the user's actions: show their count, and delete them with a receipt."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.personal.erase import Receipt
from alcove_desktop.forms import Confirmation, FormRow, button
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import numbers


class KeptRecords(QWidget):
    """The row for one kind of record. Owned by the GUI thread."""

    deleted = Signal()
    """The records were deleted."""

    def __init__(
        self, context: PageContext, *, title: str, deed: str, forget: Callable[[], Receipt]
    ) -> None:
        """Create the row.

        Args:
            context: its settings editor runs the deletion.
            title: name of the records.
            deed: text on the button.
            forget: deletes all of them; runs on another thread.
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
        """Show the count in words; after a deletion, its receipt as well."""
        self._button.setEnabled(count > 0)
        self._row.explain("\n".join(part for part in (words, self._receipt) if part))

    def _delete(self) -> None:
        self._context.settings_editor.write(self._forget, self._show_receipt, self._row)

    def _show_receipt(self, receipt: object) -> None:
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
