"""A library is calibrated when it is new, its size has changed, or it has another model."""

import hashlib
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from alcove.errors import Cancelled, ModelError
from alcove.index.documents import SplitDocument, add_content
from alcove.index.opening import open_writer
from alcove.index.words.writer import WordsWriter
from alcove.library.calibration import measure
from alcove.records import ContentKey, Document, Passage
from alcove.search.ranking.score_scales import Calibration, read_calibration, write_calibration

from ..search.made_library import SharedWords, encode, english, serve


class Desk:
    """A library that grows, and the queries that were encoded for it."""

    def __init__(self, top: Path) -> None:
        self.words = top / "words"
        self.db = open_writer(top / "index.db")
        self.asked: list[str] = []
        self.cancel = threading.Event()
        self.model = serve(self.db)
        self._encoder = SharedWords(met=self.asked.append)

    def add(self, texts: Sequence[str]) -> None:
        for text in texts:
            hash_ = hashlib.sha256(text.encode()).digest()
            split = SplitDocument(Document(text), [Passage(0, len(text), None, 1)], [hash_])
            with self.db.atomic():
                add_content(self.db, ContentKey(hash_, "txt", 1), [split], self.model.split_id)
        self.settle()

    def settle(self) -> None:
        encode(self.db, self.model, self._encoder)
        with closing(WordsWriter(self.words)) as writer:
            while writer.follow(self.db):
                pass

    def measure(self) -> int:
        """Calibrate the library; return how many queries were encoded."""
        self.asked.clear()
        measure(self.words)(self.db, self.model, self.encode_query, self.cancel)
        return len(self.asked)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return self._encoder.encode_query(text)

    def stored(self) -> Calibration | None:
        return read_calibration(self.db.conn)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.db.close()


def texts(number: int) -> list[str]:
    return [f"{text} Entry {at}." for at in range(9) for text in english()][:number]


def test_a_new_library_is_measured_once(desk: Desk) -> None:
    desk.add(texts(20))
    assert desk.stored() is None
    assert desk.measure() > 20
    stored = desk.stored()
    assert stored is not None
    assert (stored.model, stored.passages) == (desk.model.manifest, 20)
    assert desk.measure() == 0


def test_it_is_measured_again_when_it_has_grown_by_more_than_a_fifth(desk: Desk) -> None:
    desk.add(texts(20))
    desk.measure()
    desk.add(texts(24)[20:])
    assert desk.measure() == 0
    desk.add(texts(25)[24:])
    assert desk.measure() > 0
    stored = desk.stored()
    assert stored is not None
    assert stored.passages == 25
    assert desk.measure() == 0


def test_it_is_measured_again_when_it_has_shrunk(desk: Desk) -> None:
    desk.add(texts(20))
    desk.measure()
    desk.db.execute("DELETE FROM documents WHERE id > 15")
    desk.settle()
    assert desk.measure() > 0
    stored = desk.stored()
    assert stored is not None
    assert stored.passages == 15


def test_it_is_measured_again_for_another_model(desk: Desk) -> None:
    desk.add(texts(20))
    desk.measure()
    desk.model = serve(desk.db, "another")
    desk.settle()
    assert desk.measure() > 0
    stored = desk.stored()
    assert stored is not None
    assert stored.model == "another"


def test_measures_of_an_older_version_are_measured_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(texts(20))
    desk.measure()
    stored = desk.stored()
    assert stored is not None
    write_calibration(desk.db, Calibration(stored.model, stored.passages, stored.scales, version=0))
    assert desk.measure() > 0
    assert desk.stored() == stored


def test_an_empty_library_is_not_measured(desk: Desk) -> None:
    assert desk.measure() == 0
    assert desk.stored() is None


def test_nothing_is_measured_without_a_words_index(desk: Desk) -> None:
    desk.add(texts(20))
    shutil.rmtree(desk.words)
    desk.measure()
    assert desk.stored() is None
    desk.settle()
    desk.measure()
    assert desk.stored() is not None


def test_a_cancelled_measurement_keeps_the_old_one(desk: Desk) -> None:
    desk.add(texts(20))
    desk.measure()
    before = desk.stored()
    desk.add(texts(40)[20:])
    desk.cancel.set()
    with pytest.raises(Cancelled):
        desk.measure()
    assert desk.stored() == before
    desk.cancel.clear()
    assert desk.measure() > 0


def test_an_error_of_the_model_is_raised(desk: Desk) -> None:
    desk.add(texts(20))

    def fail(_: str) -> NDArray[np.float32]:
        raise ModelError("its files were altered")

    with pytest.raises(ModelError):
        measure(desk.words)(desk.db, desk.model, fail, desk.cancel)
    assert desk.stored() is None
