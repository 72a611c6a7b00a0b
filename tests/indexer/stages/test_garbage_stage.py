"""Unwanted models are deleted batch by batch, and kept if they are wanted again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from alcove.index import models, vectors
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.control.requests import RequestQueue
from alcove.indexer.control.state import SharedState
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.stages.garbage_stage import GarbageStage
from alcove.indexer.store import open_store
from alcove.personal import LibraryFolder


@dataclass
class Known(ActiveModel):
    """Models that need no conversion."""

    active: ModelRow | None
    candidate: ModelRow | None = None

    @property
    def is_preparing(self) -> bool:
        return False


@pytest.fixture
def context(tmp_path: Path) -> Iterator[StageContext]:
    library = LibraryFolder(tmp_path)
    with open_store(library) as store:
        yield StageContext(
            library, store, SharedState(), RequestQueue(), FolderRules(bytes(tmp_path))
        )


def with_vectors(context: StageContext, name: str, number: int) -> ModelRow:
    db = context.store.db
    row = vectors.add_model(db, name, name, 2, "one cut")
    db.conn.executemany(
        "INSERT OR IGNORE INTO inputs (id, hash) VALUES (?, ?)",
        ((id_, str(id_).encode()) for id_ in range(1, number + 1)),
    )
    vectors.add(db, row.number, range(1, number + 1), np.ones((number, 2), np.float32))
    return row


def count(context: StageContext, model: ModelRow) -> int:
    found = context.store.db.execute(
        "SELECT count(*) FROM vectors WHERE model_id = ?", [model.number]
    )
    return int(found.fetchone()[0])


def test_a_model_that_is_wanted_again_keeps_vectors_not_deleted_yet(context: StageContext) -> None:
    passages = 3 * models._BATCH
    kept, left = (with_vectors(context, name, passages) for name in ("kept", "left"))
    serving = Known(kept)
    tidying = GarbageStage(context, serving)
    assert tidying.drop()
    remaining = count(context, left)
    assert 0 < remaining < passages
    serving.candidate = left
    while tidying.drop():
        pass
    assert count(context, left) == remaining
    assert count(context, kept) == passages
    serving.candidate, context.has_unwanted_models = None, True
    while tidying.drop():
        pass
    assert count(context, left) == 0
    assert vectors.add_model(context.store.db, "kept", "kept", 2, "one cut") == kept
