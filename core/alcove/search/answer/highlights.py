"""Hits with what in their passages answers: by the words of a query, or by meaning as well."""

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
    """What encodes sentences as passages are encoded."""

    def __call__(
        self, texts: Sequence[str], /, *, cancel: threading.Event | None = None
    ) -> NDArray[np.float32]:
        """From n texts float32 (n, d), L2-normalised; `Cancelled` where the token is set."""
        ...


@dataclass(frozen=True, slots=True)
class Highlighter:
    """How the passages of one query's hits are read.

    Attributes:
        matcher: the words to look for.
        phrases: what was asked for word for word.
    """

    matcher: WordMatcher
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, terms: Iterable[QueryTerm], phrases: tuple[str, ...]) -> Self:
        """Read by the words of a query, as the words index knows them."""
        return cls(matcher(terms), phrases)

    def by_words(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """The hits with the evidence that words show; as they are, those without passage."""
        return map(self.one_by_words, hits)

    def one_by_words(self, hit: Hit) -> Hit:
        """One hit, likewise."""
        read = self._read(hit)
        return replace(hit, evidence=answer_sentence.by_words(read)) if read else hit

    def by_both(
        self,
        hits: Sequence[Hit],
        vector: NDArray[np.float32],
        encode: EncodePassages,
        *,
        trust: float,
        cancel: threading.Event | None = None,
    ) -> Iterator[Hit]:
        """Yield the hits with the evidence of words and meaning; see `answer_sentence.by_both`.

        Raises:
            Cancelled: the token was set.
        """
        reads = [self._read(hit) for hit in hits]
        raise_if_set(cancel)
        found = list(filter(None, reads))
        better = iter(
            answer_sentence.by_both(found, vector, partial(encode, cancel=cancel), trust=trust)
        )
        for hit, read in zip(hits, reads, strict=True):
            yield replace(hit, evidence=next(better)) if read else hit

    def _read(self, hit: Hit) -> answer_sentence.MatchedPassage | None:
        if hit.passage is None:
            return None
        return answer_sentence.read(hit.passage, self.matcher, hit.language, self.phrases)
