"""Send requests to the running indexer: pause, resume, rescan, stop, retry."""

import json
import os
from collections.abc import Iterator, Sequence

from alcove.errors import LibraryError, Reason
from alcove.indexer import IndexerClient
from alcove.indexer.control.protocol import MAX_PATHS, MAX_REQUEST
from alcove.personal import LibraryFolder

_ROOM = MAX_REQUEST - 200  # bytes that a request has for its paths


def ask_indexer(library: LibraryFolder, what: str, *more: dict[str, object]) -> None:
    """Send a request to the running indexer: once, or once with the fields of each of `more`.

    Raises:
        LibraryError: no indexer is running.
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
    """Ask the running indexer to read files without text again; do not wait for it.

    Args:
        library: the library.
        paths: absolute; empty for all files without text.
        reason: only files without text for this reason; None for any.

    Raises:
        LibraryError: no indexer is running.
    """
    about: dict[str, object] = {} if reason is None else {"reason": str(reason)}
    if not paths:
        ask_indexer(library, "retry", about)
        return
    ask_indexer(library, "retry", *({**about, "paths": batch} for batch in _batches(paths)))


def _batches(paths: Sequence[bytes]) -> Iterator[list[str]]:
    """Split the paths into batches that fit into one request each."""
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
