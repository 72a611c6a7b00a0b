"""A broken model is replaced by another one, and its error does not stay."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.encoder import bundled_model, passage_window
from alcove.errors import ModelError
from alcove.index import vectors
from alcove.index.opening import open_writer
from alcove.indexer.active_model import ActiveModel


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_writer(tmp_path / "index.db")) as opened:
        vectors.add_model(opened, "broken", "Broken", 2, "its own cut")
        vectors.activate(opened, "broken")
        yield opened


@pytest.fixture
def serving(db: Database, tmp_path: Path) -> Iterator[ActiveModel]:
    with closing(ActiveModel(tmp_path / "models", db, threading.Event(), lambda: None)) as serving:
        yield serving


def test_the_next_model_does_not_inherit_the_error_of_the_previous_one(
    db: Database, serving: ActiveModel
) -> None:
    serving.give_up(ModelError("its files were altered"))
    serving.candidate = vectors.add_model(db, "sound", "Sound", 2, "another cut")
    serving.switch()
    assert serving.active == vectors.active_model(db.conn)
    assert serving.active is not None
    assert serving.active.manifest == "sound"
    assert (serving.error, serving.is_broken) == (None, False)


def test_a_candidate_that_is_no_longer_wanted_is_not_switched_to(
    db: Database, serving: ActiveModel
) -> None:
    serving.candidate = vectors.add_model(db, "sound", "Sound", 2, "another cut")
    serving.want("a third that is not there")
    assert serving.candidate is None


def test_files_are_read_though_the_model_that_serves_is_broken(serving: ActiveModel) -> None:
    assert serving.window().key == passage_window(bundled_model()).key
