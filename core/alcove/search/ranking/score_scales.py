"""What scores mean in one library, for each language: from where on something is relevant."""

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
"""Raised whenever what is measured changes."""

ANY = "en"
"""The language whose measures serve where a query's own has none."""

_KEY = "calibration"
_GROWN = 0.2  # the library has changed by this share: measure again
_WITHOUT_SPACES = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})

WORDS_COUNT = 0.7
"""What a full match of words adds to the cosine: of .4, .5, .7 and 1 the best, narrowly."""


@dataclass(frozen=True, slots=True)
class ScoreScale:
    """What scores mean for the queries of one language.

    Attributes:
        knowledge: how well the model tells texts in this language apart, 0…1.
        relevant: for each mode, the strength beyond which the best hit is relevant.
    """

    knowledge: float
    relevant: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The measures of one library.

    Attributes:
        model: id of the model that served.
        passages: how many there were.
        scales: by language, ISO 639-1, the most frequent in the library first; always has `ANY`.
        version: `VERSION` when it was measured.
    """

    model: str
    passages: int
    scales: Mapping[str, ScoreScale]
    version: int = VERSION

    def scale(self, text: str) -> ScoreScale:
        """The scale for a query."""
        return self.scales.get(self._language(text)) or self.scales[ANY]

    def fits(self, model: str, passages: int) -> bool:
        """Whether it still holds for a library with this model and so many passages."""
        same = self.version == VERSION and self.model == model
        return same and abs(passages - self.passages) <= _GROWN * self.passages

    def _language(self, text: str) -> str:
        usual = next(iter(self.scales))
        if characters(text):
            return next((name for name in self.scales if name in _WITHOUT_SPACES), usual)
        found = words(text)
        if not found:
            return usual
        told = query_language(found, tuple(self.scales))
        return language_of(found[0].lower, told or usual)


def strength(mode: Mode, cosine: float, share: float, knowledge: float) -> float:
    """How strongly a library answers a query.

    Args:
        mode: which arms were asked.
        cosine: the highest of a passage, -1…1.
        share: the best BM25 as a share of the highest that the query could reach, 0…1.
        knowledge: how well the model knows the language, 0…1; meaning counts as much.
    """
    if mode is Mode.MEANING:
        return cosine
    return share if mode is Mode.WORDS else knowledge * cosine + WORDS_COUNT * share


def read_calibration(connection: sqlite3.Connection) -> Calibration | None:
    """The measures of the model that serves; None before the indexer took them."""
    stored, model = read_fact(connection, _KEY), active_model(connection)
    if stored is None or model is None:
        return None
    content = json.loads(stored)
    if content["version"] != VERSION or content["model"] != model.manifest:
        return None
    scales = {language: ScoreScale(**scale) for language, scale in content["scales"].items()}
    return Calibration(content["model"], content["passages"], scales)


def write_calibration(db: "Database", calibration: Calibration) -> None:
    """Keep measures for the searches to come."""
    write_fact(db, _KEY, json.dumps(asdict(calibration)))
