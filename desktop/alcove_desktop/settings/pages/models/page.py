"""The models that find by meaning: which there are, which one serves, another one taken in."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from alcove.encoder import AvailableModel
from alcove.indexer import IndexerState
from alcove_desktop.forms import FormPage, Refresher
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.models.entry import ModelEntry
from alcove_desktop.settings.pages.models.model_import import ModelImport

_EVERY = 1000  # milliseconds


@dataclass(frozen=True, slots=True)
class _ListedModels:
    """The models, the name of the one that serves, and the id of the one that is wanted."""

    models: list[AvailableModel]
    serving: str | None
    wanted: str | None


class ModelsPage(FormPage):
    """One entry for each model, and a way to take in another from a folder."""

    def __init__(self, context: PageContext) -> None:
        """Make the page; the models are asked for when it is shown."""
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
        taking_in = ModelImport(context)
        self.add(taking_in)
        self._found: Refresher[_ListedModels] = Refresher(
            self, context.workers, self._look, self._show, every=_EVERY
        )
        taking_in.done.connect(self._found.soon)
        context.settings_editor.changed.connect(self._found.if_seen)
        context.link.told.connect(self._tell)

    def refresh(self) -> None:
        """Ask which models there are."""
        self._found.soon()

    def _look(self) -> _ListedModels:
        library = self._context.library
        return _ListedModels(
            library.models.known(), library.status().model, library.settings().model
        )

    def _show(self, found: _ListedModels) -> None:
        """Show one entry for each model, and keep those that are there already."""
        ids = [model.id for model in found.models]
        for gone in self._entries.keys() - set(ids):
            self._entries.pop(gone).deleteLater()
        for place, model in enumerate(found.models):
            if model.id not in self._entries:
                self._entries[model.id] = self._made(model)
                self._list.insertWidget(place, self._entries[model.id])
            wanted = (None if model.bundled else model.id) == found.wanted
            serves = model.manifest.name == found.serving
            self._entries[model.id].show_model(model, serves=serves, wanted=wanted)
        self._tell(self._context.link.state)

    def _made(self, model: AvailableModel) -> ModelEntry:
        entry = ModelEntry(self._context, model)
        entry.changed.connect(self._found.soon)
        return entry

    def _tell(self, state: IndexerState | None) -> None:
        if self.isVisible():
            for entry in self._entries.values():
                entry.show_progress(state)
