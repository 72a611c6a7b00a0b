"""The embedding models of a library: list, import, use and remove them."""

import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from alcove.encoder import AvailableModel, find_model, import_model, list_models, remove_model
from alcove.errors import ModelError
from alcove.index import vectors
from alcove.index.opening import open_reader
from alcove.personal import LibraryFolder, settings_store


class Models:
    """A part of `Library`. Each call opens and closes its files."""

    def __init__(self, library: LibraryFolder) -> None:
        """Name the library; read and create nothing before it is used."""
        self._library = library

    def known(self) -> list[AvailableModel]:
        """Return the models that can be used, the bundled one first."""
        return list_models(self._library.models)

    def import_from(
        self, folder: Path, *, name: str | None = None, cancel: threading.Event | None = None
    ) -> AvailableModel:
        """Import a model folder into the library; the folder may be deleted afterwards.

        Raises:
            ModelError: the folder or the name is refused; the message names the file.
            Cancelled: `cancel` was set.
        """
        self._library.make()
        model = import_model(folder, self._library.models, name=name, cancel=cancel)
        return next(known for known in self.known() if known.id == model.id)

    def use(self, name: str) -> AvailableModel:
        """Choose the model that serves, by its name or the beginning of its id.

        The indexer encodes everything with it and then switches; until then the old one serves.

        Raises:
            ModelError: there is none of that name, or several.
        """
        model = find_model(self.known(), name)
        self._library.make()
        wanted = None if model.bundled else model.id
        settings_store.change(self._library.personal, lambda now: replace(now, model=wanted))
        return model

    def remove(self, name: str) -> AvailableModel:
        """Delete a model that neither serves nor is about to.

        Raises:
            ModelError: there is none of that name, or it is in use.
        """
        model = find_model(self.known(), name)
        if model.id in self._in_use():
            raise ModelError(
                f"{model.manifest.name} is in use", advice="Switch to another model first."
            )
        remove_model(self._library.models, model.id)
        return model

    def _in_use(self) -> set[str | None]:
        bundled = next((known.id for known in self.known() if known.bundled), None)
        used = {settings_store.load(self._library.personal).model or bundled}
        if self._library.index.exists():
            with closing(open_reader(self._library.index)) as connection:
                active = vectors.active_model(connection)
                used.add(active.manifest if active else None)
        return used
