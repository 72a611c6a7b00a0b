"""Load a snapshot of the index for searching."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import AlcoveError
from alcove.index import vectors
from alcove.index.opening import one_moment, open_reader
from alcove.index.vectors import ModelRow
from alcove.personal import LibraryFolder
from alcove.search import Searcher
from alcove.search.ranking.semantic_arm import SemanticArm
from alcove.search.words.keyword_arm import KeywordArm


@dataclass(frozen=True, slots=True)
class IndexSnapshot:
    """A consistent view of the index, with its searcher. For one thread at a time.

    The words index is not part of it: it is always the newest.

    Attributes:
        connection: read-only, to the index; any thread may close it.
        searcher: searches this view.
        model: the model whose vectors are searched; None before there is one.
        encoder: encodes queries; None for words alone.
        coverage: the share of passages that have a vector, 0…1.
    """

    connection: sqlite3.Connection
    searcher: Searcher
    model: ModelRow | None
    encoder: BackgroundEncoder | None
    coverage: float

    def close(self) -> None:
        """Close the connection; wait for an encoder that is still loading."""
        self.connection.close()
        if self.encoder is not None:
            self.encoder.wait()


def open_view(
    library: LibraryFolder, encoder_of: Callable[[ModelRow], BackgroundEncoder | None]
) -> IndexSnapshot:
    """Load a snapshot of the index as it is now.

    Args:
        library: the library.
        encoder_of: returns the encoder for the model that serves; called before the vectors are
            loaded, so that both load side by side.

    Raises:
        LibraryError: nothing was indexed yet, or the index cannot be opened.
    """
    connection = open_reader(library.index, any_thread=True)
    try:
        with one_moment(connection):  # one read transaction: the indexer may switch the model
            model = vectors.active_model(connection)
            encoder = encoder_of(model) if model else None
            table = vectors.load(connection, model)
        words = KeywordArm(library.words, model.split_id if model else None)
        searcher = Searcher(
            connection,
            words,
            SemanticArm(table),
            encoder.encode_query if encoder else _no_model,
            encoder.encode_passages if encoder else _no_model,
        )
    except BaseException:
        connection.close()
        raise
    return IndexSnapshot(connection, searcher, model, encoder, table.coverage)


def _no_model(*_texts: object, **_options: object) -> NoReturn:
    raise AlcoveError("no model was loaded for this search")
