"""Measures what scores mean in a library: by questions that it hardly answers, and by its own text.

No labels are needed. Everyday questions, asked of the library, show how high chance reaches: what
scores no higher is not relevant. Stretches of the library's own passages, asked as questions, show
whether the model finds the passage that they are from, and so how well it knows the language.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np
from numpy.typing import NDArray

from alcove.errors import Cancelled
from alcove.index import vectors
from alcove.index.counts import count_languages
from alcove.index.ids import documents_in
from alcove.index.vectors import ModelRow
from alcove.language import characters
from alcove.search.calibration.probes import probes
from alcove.search.ranking.fusion import Mode
from alcove.search.ranking.score_scales import ANY, Calibration, ScoreScale, strength
from alcove.search.ranking.semantic_arm import EncodeQuery
from alcove.search.words.keyword_arm import KeywordArm

_REAL = 0.01  # of the documents: the share from which on a language is one of the library's
# Chance reaches as far above the median as its lower tail reaches below. By the lower half, since
# a library may well answer some of the questions.
_TAIL, _REACH = 10, 1.0

_SAMPLE, _ASKED = 240, 64  # passages of a language, and how many of them are asked for
_STRETCH, _STRETCH_JOINED = 48, 16  # characters of a passage that are asked
_BLIND, _AT_HOME = 0.2, 0.65  # MiniLM's Chinese .17, German .45, English .73 to .86


@dataclass(frozen=True, slots=True)
class CalibrationSample:
    """What a library is measured with.

    Attributes:
        connection: to the index.
        model: that serves.
        words: the words arm.
        encode_query: of the model.
        cancel: ends the measuring.
    """

    connection: sqlite3.Connection
    model: ModelRow
    words: KeywordArm
    encode_query: EncodeQuery
    cancel: Event

    def go_on(self) -> None:
        """Raise Cancelled where somebody asked for it."""
        if self.cancel.is_set():
            raise Cancelled


def calibrate(by: CalibrationSample) -> Calibration:
    """Measure a library; seconds for 100,000 passages.

    Raises:
        Cancelled: the token was set.
        WordsError: the words index is missing or damaged.
    """
    languages = dict.fromkeys((*_languages(by.connection), ANY))
    passages = vectors.count_passages(by.connection, by.model)
    asked = [name for name in languages if name in probes()] if passages else [ANY]
    chance = _chance(by, asked if len(asked) == len(languages) else list(probes()))
    scales = dict[str, ScoreScale]()
    for name in languages:
        usual = next(iter(scales.values())).knowledge if scales else 1.0
        scales[name] = _scale(by, name, chance, usual)
    return Calibration(by.model.manifest, passages, scales)


@dataclass(frozen=True, slots=True)
class _ChanceScores:
    """What questions that the library hardly answers reach.

    Attributes:
        questions: float32 (n, d), their vectors.
        cosines: float32 (n,), of the passage nearest to each.
        shares: float64 (n,), the best BM25 of each as a share of what it could reach.
    """

    questions: NDArray[np.float32]
    cosines: NDArray[np.float32]
    shares: NDArray[np.float64]


def _chance(by: CalibrationSample, languages: Sequence[str]) -> dict[str, _ChanceScores]:
    """Ask the questions of each language."""
    texts = [text for language in languages for text in probes()[language]]
    questions = np.stack([_vector(by, text) for text in texts])
    cosines = np.zeros(len(texts), np.float32)
    for block in vectors.blocks(by.connection, by.model):
        by.go_on()
        cosines = np.maximum(cosines, (block @ questions.T).max(axis=0))
    shares = np.array([_share(by, text) for text in texts])
    chance, start = {}, 0
    for language in languages:
        part = slice(start, start := start + len(probes()[language]))
        chance[language] = _ChanceScores(questions[part], cosines[part], shares[part])
    return chance


def _scale(
    by: CalibrationSample, language: str, chance: Mapping[str, _ChanceScores], usual: float
) -> ScoreScale:
    """The scale of one language; where it has no questions, by those that fare as its own might.

    Those are the ones that come nearest to it: so little as the model knows of Czech, Polish is
    as near to it as chance. Where the library has nothing in it, the model knows it as well as the
    most frequent one, whose knowledge is `usual`.
    """
    own = list(_sample(by.connection, by.model, language))
    passages = np.stack([vector for _, vector in own]) if own else np.zeros((1, by.model.dimension))
    heights = {name: (passages @ one.questions.T).max(axis=0) for name, one in chance.items()}
    like = language if language in chance else max(heights, key=lambda n: np.median(heights[n]))
    knowledge = _knowledge(by, own, heights[like], usual)
    relevant = {
        str(mode): _beyond(strengths(mode, chance[like].cosines, chance[like].shares, knowledge))
        for mode in Mode
    }
    return ScoreScale(knowledge, relevant)


def strengths(
    mode: Mode, cosines: NDArray[np.float32], shares: NDArray[np.float64], knowledge: float
) -> NDArray[np.float64]:
    """The strength of each of n questions, float64 (n,)."""
    pairs = zip(cosines.tolist(), shares.tolist(), strict=True)
    return np.array([strength(mode, cosine, share, knowledge) for cosine, share in pairs])


def _beyond(values: NDArray[np.float64]) -> float:
    """What is beyond the reach of chance."""
    median = float(np.median(values))
    return median + _REACH * (median - float(np.percentile(values, _TAIL)))


def _knowledge(
    by: CalibrationSample,
    own: Sequence[tuple[str, NDArray[np.float32]]],
    heights: NDArray[np.float32],
    usual: float,
) -> float:
    """How well the model tells texts of a language apart, 0…1; `usual` where none is long enough.

    The probability that a stretch of a passage is nearer to that passage than a question about
    something else is to the nearest of all (the area under the ROC curve), on a scale from
    hardly ever to as often as in the language that the model was made for.
    """
    nearness = []
    for text, vector in own[:: max(1, len(own) // _ASKED)]:
        if stretch := stretch_of(text):
            nearness.append(float(vector @ _vector(by, stretch)))
    if not nearness:
        return usual
    nearer = float(np.mean(np.array(nearness)[:, None] > heights[None, :]))
    return float(np.clip((nearer - _BLIND) / (_AT_HOME - _BLIND), 0, 1))


def _vector(by: CalibrationSample, text: str) -> NDArray[np.float32]:
    by.go_on()
    return by.encode_query(text)


def _languages(connection: sqlite3.Connection) -> list[str]:
    """The languages of the library's documents, the most frequent first."""
    counts = count_languages(connection)
    least = _REAL * sum(counts.values())
    return [language for language, number in counts.items() if number >= least]


def _share(by: CalibrationSample, text: str) -> float:
    by.go_on()
    return max(by.words.passages(text, 1, None).share, by.words.names(text, 1, None).share)


def _sample(
    connection: sqlite3.Connection, model: ModelRow, language: str
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Texts and vectors of passages in a language, from as many of its documents as there are."""
    documents = documents_in(connection, language).tolist()
    chosen = np.linspace(0, len(documents) - 1, min(_SAMPLE, len(documents))).astype(int).tolist()
    of_each = -(-_SAMPLE // max(1, len(documents)))
    for document in (documents[at] for at in chosen):
        yield from vectors.some_passages(connection, model, document, of_each)


def stretch_of(text: str) -> str:
    """Some words from within a passage, at most half of it; empty where it is too short."""
    full = _STRETCH_JOINED if 2 * len(characters(text[:100])) > len(text[:100]) else _STRETCH
    start = len(text) // 3
    stretch = text[start : start + min(full, len(text) // 2)].strip()
    if 2 * len(stretch) < full:
        return ""
    return stretch.split(maxsplit=1)[-1].rsplit(maxsplit=1)[0] if " " in stretch else stretch
