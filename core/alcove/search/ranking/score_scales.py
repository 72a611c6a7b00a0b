"""Score scales of a library, per language: the score beyond which a hit is relevant."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from alcove.index.facts import read_fact, write_fact
from alcove.index.vectors import active_model
from alcove.language import characters, words
from alcove.language.scripts import language_of
from alcove.search.ranking.fusion import Mode
from alcove.search.words.query_terms import query_language

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 1
"""Version of the calibration; raise it whenever the measurement changes."""

ANY = "en"
"""The language whose scale is used for queries in a language without one."""

_KEY = "calibration"
_GROWN = 0.2  # share by which the library may change in size before it is calibrated again
_WITHOUT_SPACES = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})

WORDS_COUNT = 0.7
"""Weight of a full match of words next to the cosine; narrowly the best of .4, .5, .7 and 1."""


@dataclass(frozen=True, slots=True)
class ScoreScale:
    """The score scale for queries in one language.

    Attributes:
        knowledge: how well the model tells texts in this language apart, 0…1.
        relevant: for each mode, the strength beyond which the best hit is relevant.
    """

    knowledge: float
    relevant: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The score scales of one library.

    Attributes:
        model: id of the active model at calibration.
        passages: number of passages at calibration.
        scales: by language, ISO 639-1, most frequent in the library first; always has `ANY`.
        version: `VERSION` at calibration.
    """

    model: str
    passages: int
    scales: Mapping[str, ScoreScale]
    version: int = VERSION

    def scale(self, text: str) -> ScoreScale:
        """Return the scale for a query, by its language."""
        return self.scales.get(self._language(text)) or self.scales[ANY]

    def fits(self, model: str, passages: int) -> bool:
        """Return whether it still holds for a library with this model and number of passages."""
        same = self.version == VERSION and self.model == model
        return same and abs(passages - self.passages) <= _GROWN * self.passages

    def _language(self, text: str) -> str:
        most_frequent = next(iter(self.scales))
        if characters(text):
            return next((name for name in self.scales if name in _WITHOUT_SPACES), most_frequent)
        query_words = words(text)
        if not query_words:
            return most_frequent
        detected = query_language(query_words, tuple(self.scales))
        return language_of(query_words[0].lower, detected or most_frequent)


def strength(mode: Mode, cosine: float, share: float, knowledge: float) -> float:
    """Return how strongly a library answers a query: cosine plus weighted BM25 share.

    Args:
        mode: which arms were asked.
        cosine: the highest of any passage, -1…1.
        share: the best BM25 as a share of the highest that the query could reach, 0…1.
        knowledge: how well the model knows the language, 0…1; the factor of the cosine.
    """
    if mode is Mode.MEANING:
        return cosine
    return share if mode is Mode.WORDS else knowledge * cosine + WORDS_COUNT * share


def read_calibration(connection: sqlite3.Connection) -> Calibration | None:
    """Read the calibration for the active model; None before the indexer made one."""
    stored, model = read_fact(connection, _KEY), active_model(connection)
    if stored is None or model is None:
        return None
    content = json.loads(stored)
    if content["version"] != VERSION or content["model"] != model.manifest:
        return None
    scales = {language: ScoreScale(**scale) for language, scale in content["scales"].items()}
    return Calibration(content["model"], content["passages"], scales)


def write_calibration(db: "Database", calibration: Calibration) -> None:
    """Store a calibration in the index for later searches."""
    write_fact(db, _KEY, json.dumps(asdict(calibration)))
