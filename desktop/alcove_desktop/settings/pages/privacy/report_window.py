"""The privacy report in a window: what Alcove stores, where, and how the network is blocked."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from alcove_desktop.forms import FormRow, SecondaryWindow, button
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts.core_messages import in_words
from alcove_desktop.texts.report import in_text

_SIZE = (680, 640)  # pixels at a text size of 100 %


class ReportWindow(SecondaryWindow):
    """Fetches the report and shows it as text. Owned by the GUI thread."""

    def __init__(self, context: PageContext, owner: QWidget) -> None:
        """Create the window; it is deleted when it is closed."""
        title = QCoreApplication.translate("ReportWindow", "What Alcove keeps")
        super().__init__(context.look, title, _SIZE, owner=owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("reportWindow")
        self._context = context
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Report"))
        self._save = button(self.tr("Save as a text file…"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._choose)
        explanation = self.tr("It lists folders and counts. It contains no question and no text.")
        self._row = FormRow(context.look, self.tr("Report"), self._save, explanation)
        edge = context.look.px(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._row)
        column.addWidget(self._text, 1)
        context.workers.run(
            lambda: in_text(context.library.report()), self._show, owner=self, failed=self._refuse
        )

    def save(self, path: str) -> None:
        """Write the report to a file that the user chose."""
        text = self._text.toPlainText()
        self._row.complain("")
        self._context.workers.run(
            lambda: Path(path).write_text(text + "\n", encoding="utf-8"),
            lambda _: self._row.explain(self.tr("Saved.")),
            owner=self,
            failed=self._refuse,
        )

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("What Alcove keeps") + ".txt")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, text: str) -> None:
        self._text.setPlainText(text)
        self._save.setEnabled(True)

    def _refuse(self, error: Exception) -> None:
        self._row.complain(in_words(error))
