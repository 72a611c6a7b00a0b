"""The stage that has a settled library measured, by whoever knows what its scores mean."""

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
    """Keeps what searches need to know of a library as a whole."""

    def __call__(
        self,
        db: Database,
        model: ModelRow,
        encode_query: Callable[[str], NDArray[np.float32]],
        cancel: threading.Event,
    ) -> bool:
        """Measure the library if it has changed much since the last time; return whether.

        Args:
            db: the writer's connection, outside a transaction.
            model: that serves.
            encode_query: text → float32 (d,), L2-normalised; loads the model when first called.
            cancel: stops it.

        Raises:
            Cancelled: the token was set.
            ModelError: the model cannot be used.
        """


class CalibrationStage:
    """Has the library measured when something can be found anew and nothing else is left to do."""

    def __init__(
        self, context: StageContext, serving: ActiveModel, measure: LibraryCalibrator | None
    ) -> None:
        """Begin with whatever an earlier run left; None measures nothing."""
        self._context = context
        self._serving = serving
        self._measure = measure
        self._seen = -1

    def step(self) -> bool:
        """Measure; return whether there was anything to do."""
        context, active = self._context, self._serving.active
        generation = context.shared_state.state.generation
        if self._measure is None or active is None or self._seen == generation:
            return False
        self._seen = generation

        def encode_query(text: str) -> NDArray[np.float32]:
            return self._serving.encoder(active, cores(context.settings)).encode_query(text)

        try:
            if self._measure(context.store.db, active, encode_query, context.requests.stop):
                context.found_anew()  # searchers that are open judge by the measures they loaded
                self._seen = context.shared_state.state.generation
        except ModelError as error:
            self._serving.give_up(error)
        return True
