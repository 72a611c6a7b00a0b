"""Highlight hits: find the evidence in their passages by keywords, or by meaning as well."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.protocol import raise_if_set
from alcove.search.answer.result import Hit
from alcove.search.evidence import answer_sentence
from alcove.search.evidence.word_matches import WordMatcher, matcher
from alcove.search.words.query_terms import QueryTerm


class EncodePassages(Protocol):
    """A function that encodes sentences the way passages are encoded."""

    def __call__(
        self, texts: Sequence[str], /, *, cancel: threading.Event | None = None
    ) -> NDArray[np.float32]:
        """Return the vectors of n texts, float32 (n, d), L2-normalised.

        Raises:
            Cancelled: `cancel` was set.
        """
        ...


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Finds the evidence in the passages of one query's hits.

    Attributes:
        matcher: the words to look for.
        phrases: the quoted phrases.
    """

    matcher: WordMatcher
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, terms: Iterable[QueryTerm], phrases: tuple[str, ...]) -> Self:
        """Return a highlighter for the words of a query, as the words index has them."""
        return cls(matcher(terms), phrases)

    def by_words(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Yield the hits with keyword evidence; hits without a passage stay as they are."""
        return map(self.one_by_words, hits)

    def one_by_words(self, hit: Hit) -> Hit:
        """Return one hit with keyword evidence; unchanged if it has no passage."""
        passage = self._read(hit)
        return replace(hit, evidence=answer_sentence.by_words(passage)) if passage else hit

    def by_both(
        self,
        hits: Sequence[Hit],
        vector: NDArray[np.float32],
        encode: EncodePassages,
        *,
        trust: float,
        cancel: threading.Event | None = None,
    ) -> Iterator[Hit]:
        """Yield the hits with evidence by words and meaning; see `answer_sentence.by_both`.

        Raises:
            Cancelled: `cancel` was set.
        """
        passages = [self._read(hit) for hit in hits]
        raise_if_set(cancel)
        readable = list(filter(None, passages))
        evidence = iter(
            answer_sentence.by_both(readable, vector, partial(encode, cancel=cancel), trust=trust)
        )
        for hit, passage in zip(hits, passages, strict=True):
            yield replace(hit, evidence=next(evidence)) if passage else hit

    def _read(self, hit: Hit) -> answer_sentence.MatchedPassage | None:
        if hit.passage is None:
            return None
        return answer_sentence.read(hit.passage, self.matcher, hit.language, self.phrases)
