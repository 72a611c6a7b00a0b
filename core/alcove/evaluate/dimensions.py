"""Truncate stored embeddings to fewer dimensions, without encoding anything again."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alcove.encoder import load
from alcove.encoder.protocol import normalised
from alcove.errors import LibraryError
from alcove.index import vectors
from alcove.index.opening import open_reader
from alcove.index.vectors import STORED, PassageTable
from alcove.library import Library
from alcove.search import Searcher
from alcove.search.ranking.semantic_arm import SemanticArm
from alcove.search.words.keyword_arm import KeywordArm


@contextmanager
def cut_searcher(library: Library, dimension: int) -> Iterator[Searcher]:
    """Yield a searcher like `Library.searcher` that uses only the first `dimension` numbers.

    Raises:
        LibraryError: nothing is indexed yet.
        ModelError: the model is incomplete or altered.
    """
    with closing(open_reader(library.folder.index)) as connection:
        model = vectors.active_model(connection)
        if model is None:
            raise LibraryError("no model serves this library")
        encoder = load(library.folder.models / model.manifest)
        table = cut_table(vectors.load(connection, model), dimension)

        def encode_query(text: str) -> NDArray[np.float32]:
            row: NDArray[np.float32] = truncate(encoder.encode_query(text)[None], dimension)[0]
            return row

        def encode_passages(
            texts: Sequence[str], *, cancel: threading.Event | None = None
        ) -> NDArray[np.float32]:
            return truncate(encoder.encode_passages(texts, cancel=cancel), dimension)

        words = KeywordArm(library.folder.words, model.split_id)
        yield Searcher(connection, words, SemanticArm(table), encode_query, encode_passages)


def cut_table(table: PassageTable, dimension: int) -> PassageTable:
    """Return the table with truncated vectors, rounded as they would be stored."""
    rounded = truncate(table.vectors, dimension).astype(STORED)
    return replace(table, vectors=rounded.astype(np.float32))


def truncate(rows: NDArray[np.float32], dimension: int) -> NDArray[np.float32]:
    """Return the first `dimension` numbers of each row of float32 (n, d), L2-normalised again.

    Kusupati et al., "Matryoshka Representation Learning", 2022: models trained for this keep most
    of their quality; others lose more.
    """
    return normalised(rows[:, :dimension])
