"""Manage the model that serves searches and the wanted one: prepare, load, switch, unload."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from alcove.encoder import (
    Encoder,
    PassageWindow,
    PreparedModel,
    bundled_model,
    load,
    passage_window,
    prepare,
    read_prepared,
    split_key,
)
from alcove.errors import Cancelled, ModelError
from alcove.index import vectors
from alcove.index.vectors import ModelRow


class ActiveModel:
    """Owns the indexer's encoders and the conversion thread; used by the engine's thread alone."""

    def __init__(
        self, models: Path, db: Database, cancel: threading.Event, wake: Callable[[], None]
    ) -> None:
        """Look up the model that serves.

        Args:
            models: folder of the prepared models.
            db: the writer's connection.
            cancel: stops a conversion.
            wake: called from another thread once the wanted model is ready or failed.
        """
        self._models = models
        self._db = db
        self._cancel = cancel
        self._wake = wake
        self._pool = ThreadPoolExecutor(1)
        self._preparing: Future[PreparedModel] | None = None
        self._encoders: dict[int, Encoder] = {}
        self.active = vectors.active_model(db.conn)
        self.candidate: ModelRow | None = None
        self.error: ModelError | None = None
        self.is_broken = False

    @property
    def is_preparing(self) -> bool:
        """Whether the wanted model is still being prepared."""
        return self._preparing is not None

    def want(self, manifest: str | None) -> None:
        """Prepare the model with this id to serve next; the bundled one for None."""
        self.error, self.is_broken, self.candidate = None, False, None
        self._preparing = self._pool.submit(self._prepare, manifest)
        self._preparing.add_done_callback(lambda _: self._wake())

    def forgive(self, manifest: str | None) -> None:
        """Try the wanted model again after an error: its files may have been repaired."""
        if self.error is not None:
            self.want(manifest)

    def refuse(self, error: ModelError) -> None:
        """Give up the candidate; the model that serves stays."""
        self.error, self.candidate = error, None
        self.unload()

    def give_up(self, error: ModelError) -> None:
        """Record that the model that serves can no longer be used."""
        self.error, self.is_broken = error, True
        self.unload()

    def poll(self) -> bool:
        """Take over the wanted model once it is ready; return whether anything changed."""
        if self._preparing is None or not self._preparing.done():
            return False
        preparing, self._preparing = self._preparing, None
        try:
            self._take_over(preparing.result())
        except ModelError as error:
            self.refuse(error)
        except Cancelled:
            return False
        return True

    def window(self) -> PassageWindow:
        """Return how documents are split for the model that serves.

        If there is none yet, or its folder is broken, use that of the bundled model. Under a broken
        model, words find no new documents; once another model serves, they find all of them.

        Raises:
            ModelError: the bundled model is not installed.
        """
        if self.active:
            with suppress(ModelError):  # the error is reported when the model is loaded
                return self.window_of(self.active)
        return passage_window(bundled_model())

    def window_of(self, model: ModelRow) -> PassageWindow:
        """Return how documents are split for a model.

        Raises:
            ModelError: the model's folder is incomplete.
        """
        return passage_window(self._models / model.manifest)

    def encoder(self, model: ModelRow, threads: int) -> Encoder:
        """Return the encoder of a model; load it if needed.

        Raises:
            ModelError: it is incomplete or altered.
        """
        if model.number not in self._encoders:
            self._encoders[model.number] = load(self._models / model.manifest, threads=threads)
        encoder = self._encoders[model.number]
        encoder.use_threads(threads)
        return encoder

    def unload(self) -> None:
        """Free the memory of the encoders."""
        self._encoders.clear()

    def switch(self) -> None:
        """Make the candidate the model that serves."""
        assert self.candidate is not None
        vectors.activate(self._db, self.candidate.manifest)
        self.active, self.candidate = self.candidate, None
        self.error, self.is_broken = None, False
        self.unload()

    def close(self) -> None:
        """Wait for a conversion to end (`cancel` stops it), and free the encoders."""
        self._pool.shutdown(cancel_futures=True)
        self.unload()

    def _prepare(self, manifest: str | None) -> PreparedModel:
        if manifest is None:
            return prepare(bundled_model(), self._models, cancel=self._cancel)
        return read_prepared(self._models / manifest)

    def _take_over(self, model: PreparedModel) -> None:
        manifest = model.manifest
        row = vectors.add_model(
            self._db, model.id, manifest.name, manifest.dimension, split_key(manifest)
        )
        self.candidate = None
        if self.active is None:
            vectors.activate(self._db, row.manifest)
            self.active = row
        elif row.manifest != self.active.manifest:
            self.candidate = row
        else:
            self.active = row
