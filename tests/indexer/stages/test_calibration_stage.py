"""The library is calibrated when the index has changed and nothing else is left to do."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlite_utils import Database
from tests.indexer.disk import Disk
from tests.indexer.in_process import InProcess
from tests.indexer.stand_ins import DIMENSION, Clock, ClockedRequestQueue, Gate, InstantServing

from alcove.errors import Cancelled, ModelError
from alcove.index import vectors
from alcove.index.vectors import ModelRow
from alcove.indexer.context import StageContext
from alcove.indexer.control.state import SharedState
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.stages.calibration_stage import CalibrationStage
from alcove.indexer.store import open_store
from alcove.personal import LibraryFolder


@dataclass
class Measured:
    """Stands in for the calibrator.

    Attributes:
        error: raised by the next call.
        question: encoded by each call; None to encode nothing.
        anew: returned by each call.
        missing: number of missing vectors at each call.
        vectors: of the questions.
    """

    error: Exception | None = None
    question: str | None = None
    anew: bool = False
    missing: list[int] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)

    def __call__(
        self,
        db: Database,
        model: ModelRow,
        encode_query: Callable[[str], NDArray[np.float32]],
        cancel: threading.Event,
    ) -> bool:
        assert not db.conn.in_transaction
        self.missing.append(len(vectors.missing(db.conn, model)))
        if cancel.is_set():
            raise Cancelled
        error, self.error = self.error, None
        if error:
            raise error
        if self.question is not None:
            self.vectors.append(encode_query(self.question))
        return self.anew


class Stage:
    """The stage with a real store, and a model that is ready at once."""

    def __init__(self, context: StageContext, measured: Measured | None, gate: Gate) -> None:
        library, db = context.library, context.store.db
        assert isinstance(context.requests, ClockedRequestQueue)
        self.context = context
        self.serving = InstantServing(library.models, db, context.requests, gate)
        self.step = CalibrationStage(context, self.serving, measured).step


@pytest.fixture
def context(tmp_path: Path) -> Iterator[StageContext]:
    library = LibraryFolder(tmp_path / "library")
    library.root.mkdir()
    with open_store(library) as store:
        rules = FolderRules(bytes(library.root))
        yield StageContext(library, store, SharedState(), ClockedRequestQueue(Clock()), rules)


def test_it_measures_once_for_all_changes(context: StageContext) -> None:
    measured = Measured()
    stage = Stage(context, measured, Gate())
    stage.serving.want(None)
    assert [stage.step(), stage.step()] == [True, False]
    context.post_generation()
    context.post_generation()
    assert [stage.step(), stage.step()] == [True, False]
    assert len(measured.missing) == 2


def test_new_measurements_raise_the_generation(context: StageContext) -> None:
    measured = Measured(anew=True)
    stage = Stage(context, measured, Gate())
    stage.serving.want(None)
    before = context.shared_state.state.generation
    assert [stage.step(), stage.step()] == [True, False]
    assert context.shared_state.state.generation == before + 1
    assert len(measured.missing) == 1


def test_it_waits_for_a_model(context: StageContext) -> None:
    measured = Measured()
    stage = Stage(context, measured, Gate())
    assert not stage.step()
    stage.serving.want(None)
    assert stage.step()
    assert len(measured.missing) == 1


def test_without_a_calibrator_there_is_nothing_to_do(context: StageContext) -> None:
    stage = Stage(context, None, Gate())
    stage.serving.want(None)
    assert not stage.step()


@pytest.mark.parametrize("question", [None, "where is the ferry"])
def test_the_model_is_loaded_only_to_encode(context: StageContext, question: str | None) -> None:
    loaded: list[bool] = []
    measured = Measured(question=question)
    stage = Stage(context, measured, Gate(encoding=[lambda: loaded.append(True)]))
    stage.serving.want(None)
    stage.step()
    assert loaded == [True] * (question is not None)
    assert [vector.shape for vector in measured.vectors] == [(DIMENSION,)] * len(loaded)


def test_a_model_that_fails_is_given_up_and_not_used_again(context: StageContext) -> None:
    error = ModelError("its files were altered")
    measured = Measured(error=error)
    stage = Stage(context, measured, Gate())
    stage.serving.want(None)
    assert [stage.step(), stage.step()] == [True, False]
    assert stage.serving.error is error
    assert stage.serving.is_broken


def test_a_stop_cancels_the_measurement(context: StageContext) -> None:
    stage = Stage(context, Measured(), Gate())
    stage.serving.want(None)
    context.requests.ask_to_stop()
    with pytest.raises(Cancelled):
        stage.step()


def test_the_indexer_measures_a_complete_index(tmp_path: Path) -> None:
    clock, measured = Clock(), Measured()
    disk = Disk([bytes(tmp_path / "documents")], before_write=lambda: None)
    indexer = InProcess(tmp_path, clock)
    indexer.measure = measured
    indexer.want(bytes(tmp_path / "documents"))
    for number in range(4):
        disk.create(0, number)
    indexer.start()
    indexer.settle()
    assert measured.missing
    assert set(measured.missing) == {0}
    before = len(measured.missing)
    indexer.settle()
    assert len(measured.missing) == before
    indexer.stop()
