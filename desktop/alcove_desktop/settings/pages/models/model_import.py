"""Import a model from a folder: check and prepare it in the background, or refuse with a reason."""

import os
import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from alcove.encoder import AvailableModel
from alcove_desktop.forms import FormRow, button, choose_folder, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts.core_messages import in_words


class ModelImport(QWidget):
    """A row that runs one import at a time. Owned by the GUI thread."""

    done = Signal()
    """A model was imported."""

    def __init__(self, context: PageContext) -> None:
        """Create the row; no import is running."""
        super().__init__()
        self._context = context
        self._cancel: threading.Event | None = None
        self._choose, self._stop = button(self.tr("Choose a folder…")), button(self.tr("Stop"))
        self._choose.clicked.connect(self._ask)
        self._stop.clicked.connect(self._cancel_import)
        title = self.tr("Import another model")
        self._row = FormRow(context.look, title, side_by_side(self._stop, self._choose))
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("The model is being prepared"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(self._bar)
        self._show(None)

    def _ask(self) -> None:
        choose_folder(self, self.tr("Choose the folder of a model"), self.take_in)

    def take_in(self, folder: bytes) -> None:
        """Import the model in a folder, given by its absolute path."""
        cancel, library = threading.Event(), self._context.library
        self._row.complain("")
        self._show(cancel)
        self._context.workers.run(
            lambda: library.models.import_from(Path(os.fsdecode(folder)), cancel=cancel),
            self._take,
            owner=self,
            failed=self._refuse,
            cancel=cancel,
        )

    def _take(self, model: AvailableModel) -> None:
        self._show(None)
        template = self.tr("{name} is ready. Choose “Use” to search with it.")
        self._row.explain(template.format(name=model.manifest.name))
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self._show(None)
        self._row.complain(in_words(error))

    def _cancel_import(self) -> None:
        """Cancel the import and discard what was prepared."""
        if self._cancel is not None:
            self._cancel.set()
        self._show(None)
        self._row.explain(self.tr("Stopped. Nothing was imported."))

    def _show(self, cancel: threading.Event | None) -> None:
        """Show that an import is running, which `cancel` stops; None for none."""
        self._cancel = cancel
        busy = cancel is not None
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._stop.setEnabled(busy)
        self._choose.setEnabled(not busy)
        self._row.explain(
            self.tr(
                "The model is being checked and prepared. This happens once and may take a minute."
            )
            if busy
            else self.tr("From a folder on this machine, in the layout of sentence-transformers.")
        )
