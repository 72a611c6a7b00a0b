"""A small library on ferries, with an encoder whose vectors are near if texts share words."""

import hashlib
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.index import vectors
from alcove.index.vectors import ModelRow
from alcove.language import stop_words, words
from alcove.search.calibration.measure import CalibrationSample
from alcove.search.words.keyword_arm import KeywordArm

DIMENSION = 256

_PLACES = ("harbour", "island", "lighthouse", "northern pier", "dry dock", "river mouth")
_THINGS = ("anchor chain", "cargo of barley", "lifeboat", "mooring rope", "compass", "fog signal")
_ORTE = ("Hafen", "Leuchtturm", "Anleger", "Trockendock", "Strandbad", "Fährhaus")
_DINGE = ("Ankerkette", "Ladung Gerste", "Rettungsboot", "Festmacher", "Kompass", "Nebelhorn")
_SHORES = ("码头", "灯塔", "小岛", "船坞", "河口", "渔村")
_GOODS = ("铁锚", "大麦", "救生艇", "缆绳", "罗盘", "雾号")


def english() -> list[str]:
    return [
        f"The {thing} was brought to the {place} in the evening and the captain of the ferry wrote"
        f" about it in the log of the voyage before the crew went ashore at {place}."
        for place in _PLACES
        for thing in _THINGS
    ]


def german() -> list[str]:
    return [
        f"Am Abend wurde {thing} zum {place} gebracht, und der Kapitän der Fähre schrieb darüber in"
        f" das Logbuch der Reise, bevor die Mannschaft bei {place} von Bord gegangen ist."
        for place in _ORTE
        for thing in _DINGE
    ]


def chinese() -> list[str]:
    return [
        f"傍晚时分{thing}被送到{place}。轮渡的船长把这件事写进航海日志。然后船员们在{place}上岸休息。"
        for place in _SHORES
        for thing in _GOODS
    ]


@dataclass(frozen=True)
class SharedWords:
    """An encoder: texts that share words are near, and all words that it does not know look alike.

    Attributes:
        blind: returns whether a word is unknown; its vector is then mostly the same for all.
        met: called with each query.
    """

    blind: Callable[[str], bool] = lambda _: False
    met: Callable[[str], object] = lambda _: None

    def encode_query(self, text: str) -> NDArray[np.float32]:
        self.met(text)
        return self.vector(text)

    def vector(self, text: str) -> NDArray[np.float32]:
        found = [word.folded for word in words(text)]
        total = np.full(DIMENSION, 1e-3)
        for word in found:
            known = _of_word("?") + 0.5 * _of_word(text) if self.blind(word) else _of_word(word)
            total += known * (0.2 if word in stop_words("en") else 1.0)
        return np.asarray(total / np.linalg.norm(total), np.float32)


def _of_word(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSION)


def serve(db: Database, name: str = "shared words") -> ModelRow:
    """Add a model of this name and make it active."""
    model = vectors.add_model(db, name, name, DIMENSION, "into lines")
    vectors.activate(db, name)
    return model


def encode(db: Database, model: ModelRow, encoder: SharedWords) -> None:
    """Encode all passages without a vector."""
    missing = vectors.missing(db.conn, model)
    texts = [one.text for one in vectors.inputs(db.conn, missing)]
    if texts:
        vectors.add(db, model.number, missing, np.stack([encoder.vector(t) for t in texts]))


def put_all(store: Callable[..., None], language: str, texts: Iterable[str]) -> None:
    for number, text in enumerate(texts):
        store(f"/d/{language}{number}.txt", text, seconds=number)


def measured_by(
    db: Database,
    model: ModelRow,
    words_folder: Path,
    encoder: SharedWords,
    cancel: threading.Event | None = None,
) -> CalibrationSample:
    arm = KeywordArm(words_folder, model.split_id)
    return CalibrationSample(db.conn, model, arm, encoder.encode_query, cancel or threading.Event())
