"""Stage: calibrate the scores of searches to the library, once the index is up to date."""

import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.errors import ModelError
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.pace import cores


class LibraryCalibrator(Protocol):
    """Measures a library and stores what searches need to interpret scores."""

    def __call__(
        self,
        db: Database,
        model: ModelRow,
        encode_query: Callable[[str], NDArray[np.float32]],
        cancel: threading.Event,
    ) -> bool:
        """Measure the library if it has changed much since the last time; return whether it had.

        Args:
            db: the writer's connection, outside a transaction.
            model: the one that serves.
            encode_query: text → float32 (d,), L2-normalised; loads the model when first called.
            cancel: stops the measurement.

        Raises:
            Cancelled: the token was set.
            ModelError: the model cannot be used.
        """


class CalibrationStage:
    """Calibrates after each change of the index, when nothing else is left to do."""

    def __init__(
        self, context: StageContext, active_model: ActiveModel, measure: LibraryCalibrator | None
    ) -> None:
        """Store the dependencies; without `measure`, the stage does nothing."""
        self._context = context
        self._active_model = active_model
        self._measure = measure
        self._seen_generation = -1

    def step(self) -> bool:
        """Calibrate; return whether there was anything to do."""
        context, active = self._context, self._active_model.active
        generation = context.shared_state.state.generation
        if self._measure is None or active is None or self._seen_generation == generation:
            return False
        self._seen_generation = generation

        def encode_query(text: str) -> NDArray[np.float32]:
            return self._active_model.encoder(active, cores(context.settings)).encode_query(text)

        try:
            if self._measure(context.store.db, active, encode_query, context.requests.stop):
                context.post_generation()  # open searchers still use the measurements they loaded
                self._seen_generation = context.shared_state.state.generation
        except ModelError as error:
            self._active_model.give_up(error)
        return True
