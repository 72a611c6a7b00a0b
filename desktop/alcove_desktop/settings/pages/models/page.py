"""The models that find by meaning: which there are, which one serves, another one taken in."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from alcove.encoder import KnownModel
from alcove.indexer import IndexerState
from alcove_desktop.forms import Page, Refresher
from alcove_desktop.settings.page_context import Surroundings
from alcove_desktop.settings.pages.models.entry import ModelEntry
from alcove_desktop.settings.pages.models.model_import import ModelImport

_EVERY = 1000  # milliseconds


@dataclass(frozen=True, slots=True)
class _Found:
    """The models, the name of the one that serves, and the id of the one that is wanted."""

    models: list[KnownModel]
    serving: str | None
    wanted: str | None


class ModelsPage(Page):
    """One entry for each model, and a way to take in another from a folder."""

    def __init__(self, given: Surroundings) -> None:
        """Make the page; the models are asked for when it is shown."""
        super().__init__(given.look)
        self._given = given
        self._entries: dict[str, ModelEntry] = {}
        self.head(
            self.tr("Model"),
            self.tr(
                "The model turns text into meaning, on this machine. While another one is being "
                "prepared, the one before goes on answering."
            ),
        )
        self._list = QVBoxLayout()
        self.add(self._list, above=12)
        taking_in = ModelImport(given)
        self.add(taking_in)
        self._found: Refresher[_Found] = Refresher(
            self, given.work, self._look, self._show, every=_EVERY
        )
        taking_in.done.connect(self._found.soon)
        given.wishes.changed.connect(self._found.if_seen)
        given.link.told.connect(self._tell)

    def refresh(self) -> None:
        """Ask which models there are."""
        self._found.soon()

    def _look(self) -> _Found:
        library = self._given.library
        return _Found(library.models(), library.status().model, library.settings().model)

    def _show(self, found: _Found) -> None:
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
        self._tell(self._given.link.state)

    def _made(self, model: KnownModel) -> ModelEntry:
        entry = ModelEntry(self._given, model)
        entry.changed.connect(self._found.soon)
        return entry

    def _tell(self, state: IndexerState | None) -> None:
        if self.isVisible():
            for entry in self._entries.values():
                entry.show_progress(state)
