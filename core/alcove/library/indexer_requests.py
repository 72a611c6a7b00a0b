"""Requests to the running indexer: to pause, to look again, to read again what gave no text."""

import json
import os
from collections.abc import Iterator, Sequence

from alcove.errors import LibraryError, Reason
from alcove.indexer import IndexerClient
from alcove.indexer.control.protocol import MAX_PATHS, MAX_REQUEST
from alcove.personal import LibraryFolder

_ROOM = MAX_REQUEST - 200  # bytes of a request for its paths


def ask_indexer(library: LibraryFolder, what: str, *more: dict[str, object]) -> None:
    """Ask the running indexer for something, once, or once with each of `more`.

    Raises:
        LibraryError: none is running.
    """
    try:
        with IndexerClient(library.root) as client:
            for about in more or ({},):
                client.ask(what, **about)
    except (EOFError, OSError) as error:
        raise LibraryError(
            "no indexer is running for this library", advice="alcove watch starts one."
        ) from error


def retry(library: LibraryFolder, paths: Sequence[bytes], reason: Reason | None) -> None:
    """Have the running indexer read again what gave no text; it is asked, not waited for.

    Raises:
        LibraryError: none is running, and nothing is read again.
    """
    about: dict[str, object] = {} if reason is None else {"reason": str(reason)}
    if not paths:
        ask_indexer(library, "retry", about)
        return
    ask_indexer(library, "retry", *({**about, "paths": batch} for batch in _batches(paths)))


def _batches(paths: Sequence[bytes]) -> Iterator[list[str]]:
    """Paths in as many requests as they need."""
    batch: list[str] = []
    room = _ROOM
    for path in map(os.fsdecode, paths):
        size = len(json.dumps(path)) + 2
        if batch and (size > room or len(batch) == MAX_PATHS):
            yield batch
            batch, room = [], _ROOM
        batch.append(path)
        room -= size
    yield batch
