"""The models page: list the embedding models, choose the active one, import another."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from alcove.encoder import AvailableModel
from alcove.indexer import IndexerState
from alcove_desktop.forms import FormPage, Refresher
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.models.entry import ModelEntry
from alcove_desktop.settings.pages.models.model_import import ModelImport

_MIN_INTERVAL = 1000  # milliseconds between two refreshes


@dataclass(frozen=True, slots=True)
class _ListedModels:
    """The models, the name of the active one, and the id of the one that the user chose."""

    models: list[AvailableModel]
    serving: str | None
    wanted: str | None


class ModelsPage(FormPage):
    """One entry for each model, and a row to import another from a folder."""

    def __init__(self, context: PageContext) -> None:
        """Create the page; the models are read when it is shown."""
        super().__init__(context.look)
        self._context = context
        self._entries: dict[str, ModelEntry] = {}
        self.head(
            self.tr("Model"),
            self.tr(
                "The model captures what text means, on this machine. While a new one is being "
                "prepared, the current one stays in use."
            ),
        )
        self._list = QVBoxLayout()
        self.add(self._list, above=12)
        import_row = ModelImport(context)
        self.add(import_row)
        self._models: Refresher[_ListedModels] = Refresher(
            self, context.workers, self._read, self._show, every=_MIN_INTERVAL
        )
        import_row.done.connect(self._models.soon)
        context.settings_editor.changed.connect(self._models.if_seen)
        context.link.told.connect(self._tell)

    def refresh(self) -> None:
        """Read the list of models."""
        self._models.soon()

    def _read(self) -> _ListedModels:
        library = self._context.library
        return _ListedModels(
            library.models.known(), library.status().model, library.settings().model
        )

    def _show(self, listed: _ListedModels) -> None:
        """Show one entry for each model; reuse existing entries."""
        ids = [model.id for model in listed.models]
        for gone in self._entries.keys() - set(ids):
            self._entries.pop(gone).deleteLater()
        for at, model in enumerate(listed.models):
            if model.id not in self._entries:
                self._entries[model.id] = self._new_entry(model)
                self._list.insertWidget(at, self._entries[model.id])
            wanted = (None if model.bundled else model.id) == listed.wanted
            serves = model.manifest.name == listed.serving
            self._entries[model.id].show_model(model, serves=serves, wanted=wanted)
        self._tell(self._context.link.state)

    def _new_entry(self, model: AvailableModel) -> ModelEntry:
        entry = ModelEntry(self._context, model)
        entry.changed.connect(self._models.soon)
        return entry

    def _tell(self, state: IndexerState | None) -> None:
        if self.isVisible():
            for entry in self._entries.values():
                entry.show_progress(state)
