"""Calibrate scores per language without labels: measure chance and the model's knowledge.

Everyday questions that the library hardly answers show how high chance scores: a hit that scores no
higher is not relevant. Stretches of the library's own passages, used as queries, show how often the
model finds the passage that they came from, and so how well it knows the language.
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

_LEAST_SHARE = 0.01  # least share of the documents for a language to count as one of the library's
# Assume that chance scores reach as far above the median as their lower tail reaches below it. The
# lower half is used because a library may well answer some of the questions.
_TAIL, _REACH = 10, 1.0

_SAMPLE, _QUERIED = 240, 64  # passages of a language, and how many of them become queries
# Characters of a passage that become a query; the second is for scripts without spaces.
_STRETCH, _STRETCH_JOINED = 48, 16
_NO_KNOWLEDGE, _FULL_KNOWLEDGE = 0.2, 0.65  # MiniLM's Chinese .17, German .45, English .73 to .86


@dataclass(frozen=True, slots=True)
class CalibrationSample:
    """The library to calibrate and the arms to calibrate it with.

    Attributes:
        connection: to the index.
        model: the active model.
        words: the keyword arm.
        encode_query: text → float32 (d,), L2-normalised, by that model.
        cancel: stops the calibration.
    """

    connection: sqlite3.Connection
    model: ModelRow
    words: KeywordArm
    encode_query: EncodeQuery
    cancel: Event

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if `cancel` is set."""
        if self.cancel.is_set():
            raise Cancelled


def calibrate(sample: CalibrationSample) -> Calibration:
    """Measure the score scales of a library; takes seconds for 100,000 passages.

    Raises:
        Cancelled: the cancel event was set.
        WordsError: the words index is missing or damaged.
    """
    languages = dict.fromkeys((*_languages(sample.connection), ANY))
    passages = vectors.count_passages(sample.connection, sample.model)
    probed = [name for name in languages if name in probes()] if passages else [ANY]
    chance = _chance_scores(sample, probed if len(probed) == len(languages) else list(probes()))
    scales = dict[str, ScoreScale]()
    for name in languages:
        fallback = next(iter(scales.values())).knowledge if scales else 1.0
        scales[name] = _scale(sample, name, chance, fallback)
    return Calibration(sample.model.manifest, passages, scales)


@dataclass(frozen=True, slots=True)
class _ChanceScores:
    """The scores of questions that the library hardly answers.

    Attributes:
        questions: float32 (n, d), their vectors.
        cosines: float32 (n,), of the passage nearest to each.
        shares: float64 (n,), the best BM25 of each as a share of the highest possible, 0…1.
    """

    questions: NDArray[np.float32]
    cosines: NDArray[np.float32]
    shares: NDArray[np.float64]


def _chance_scores(sample: CalibrationSample, languages: Sequence[str]) -> dict[str, _ChanceScores]:
    """Ask the everyday questions of each language and return their scores by language."""
    texts = [text for language in languages for text in probes()[language]]
    questions = np.stack([_vector(sample, text) for text in texts])
    cosines = np.zeros(len(texts), np.float32)
    for block in vectors.blocks(sample.connection, sample.model):
        sample.raise_if_cancelled()
        cosines = np.maximum(cosines, (block @ questions.T).max(axis=0))
    shares = np.array([_best_share(sample, text) for text in texts])
    chance, start = {}, 0
    for language in languages:
        rows = slice(start, start := start + len(probes()[language]))
        chance[language] = _ChanceScores(questions[rows], cosines[rows], shares[rows])
    return chance


def _scale(
    sample: CalibrationSample, language: str, chance: Mapping[str, _ChanceScores], fallback: float
) -> ScoreScale:
    """Measure the scale of one language.

    A language without questions of its own borrows those whose vectors come nearest to its
    passages: a model that hardly knows Czech puts Polish questions as near as Czech ones. If the
    library has no passages in the language, its knowledge is `fallback`, that of the most frequent
    language.
    """
    own_passages = list(_sample_passages(sample.connection, sample.model, language))
    own_vectors = (
        np.stack([vector for _, vector in own_passages])
        if own_passages
        else np.zeros((1, sample.model.dimension))
    )
    probe_cosines = {
        name: (own_vectors @ scores.questions.T).max(axis=0) for name, scores in chance.items()
    }
    nearest = (
        language
        if language in chance
        else max(probe_cosines, key=lambda n: np.median(probe_cosines[n]))
    )
    knowledge = _knowledge(sample, own_passages, probe_cosines[nearest], fallback)
    relevant = {
        str(mode): _chance_threshold(
            strengths(mode, chance[nearest].cosines, chance[nearest].shares, knowledge)
        )
        for mode in Mode
    }
    return ScoreScale(knowledge, relevant)


def strengths(
    mode: Mode, cosines: NDArray[np.float32], shares: NDArray[np.float64], knowledge: float
) -> NDArray[np.float64]:
    """Return the strength of each of n questions, float64 (n,)."""
    pairs = zip(cosines.tolist(), shares.tolist(), strict=True)
    return np.array([strength(mode, cosine, share, knowledge) for cosine, share in pairs])


def _chance_threshold(values: NDArray[np.float64]) -> float:
    """Return the strength that chance is assumed not to exceed."""
    median = float(np.median(values))
    return median + _REACH * (median - float(np.percentile(values, _TAIL)))


def _knowledge(
    sample: CalibrationSample,
    own_passages: Sequence[tuple[str, NDArray[np.float32]]],
    probe_cosines: NDArray[np.float32],
    fallback: float,
) -> float:
    """Return how well the model tells texts of a language apart, 0…1.

    This is the probability that a stretch is nearer to its own passage than an unrelated question
    is to its nearest passage (the area under the ROC curve), scaled so that 0 is hardly ever and 1
    is as often as in the language that the model was trained for. `fallback` if no passage is long
    enough for a stretch.
    """
    own_cosines = []
    for text, vector in own_passages[:: max(1, len(own_passages) // _QUERIED)]:
        if stretch := stretch_of(text):
            own_cosines.append(float(vector @ _vector(sample, stretch)))
    if not own_cosines:
        return fallback
    nearer = float(np.mean(np.array(own_cosines)[:, None] > probe_cosines[None, :]))
    return float(np.clip((nearer - _NO_KNOWLEDGE) / (_FULL_KNOWLEDGE - _NO_KNOWLEDGE), 0, 1))


def _vector(sample: CalibrationSample, text: str) -> NDArray[np.float32]:
    sample.raise_if_cancelled()
    return sample.encode_query(text)


def _languages(connection: sqlite3.Connection) -> list[str]:
    """Return the languages of the library's documents, most frequent first."""
    counts = count_languages(connection)
    least = _LEAST_SHARE * sum(counts.values())
    return [language for language, number in counts.items() if number >= least]


def _best_share(sample: CalibrationSample, text: str) -> float:
    sample.raise_if_cancelled()
    return max(sample.words.passages(text, 1, None).share, sample.words.names(text, 1, None).share)


def _sample_passages(
    connection: sqlite3.Connection, model: ModelRow, language: str
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield texts and vectors of passages in a language, from as many documents as possible."""
    documents = documents_in(connection, language).tolist()
    chosen = np.linspace(0, len(documents) - 1, min(_SAMPLE, len(documents))).astype(int).tolist()
    of_each = -(-_SAMPLE // max(1, len(documents)))
    for document in (documents[at] for at in chosen):
        yield from vectors.some_passages(connection, model, document, of_each)


def stretch_of(text: str) -> str:
    """Return some words from within a passage, at most half of it; empty if it is too short."""
    full = _STRETCH_JOINED if 2 * len(characters(text[:100])) > len(text[:100]) else _STRETCH
    start = len(text) // 3
    stretch = text[start : start + min(full, len(text) // 2)].strip()
    if 2 * len(stretch) < full:
        return ""
    return stretch.split(maxsplit=1)[-1].rsplit(maxsplit=1)[0] if " " in stretch else stretch
