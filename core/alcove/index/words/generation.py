"""Write one generation of the words index: passages and names, committed together."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from alcove.index.words.errors import only_says_killed, tantivy_errors
from alcove.index.words.fields import NAMES, PASSAGES, create_index, open_index, schema
from alcove.system.durable import sync_names

_HEAP = 64_000_000  # bytes that a writer may fill before it starts a new segment


class WordsGeneration:
    """Owns both indexes of one folder for writing; used by the one writer's thread.

    Every method raises `OSError` and `WordsError` as `tantivy_errors` does; after either, only
    close the generation.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the two indexes in `folder`, or create them if `create` is true."""
        self.folder = folder
        make = create_index if create else open_index
        with tantivy_errors():
            self._indexes = {kind: make(folder, kind) for kind in (PASSAGES, NAMES)}
            self._writers = {
                kind: index.writer(heap_size=_HEAP, num_threads=1)
                for kind, index in self._indexes.items()
            }
        self._touched: set[str] = set()

    def add(self, kind: str, entries: Iterable[tantivy.Document]) -> int:
        """Add entries to one of the two indexes; return how many."""
        count = 0
        for entry in entries:
            with self._writing(kind):
                self._writers[kind].add_document(entry)
            count += 1
        return count

    def delete(self, kind: str, field: str, number: int) -> None:
        """Delete the entries added so far whose `field` has the value `number`."""
        # Not delete_documents_by_term: tantivy-py 0.27 makes a signed term of it, which never
        # matches.
        query = tantivy.Query.term_query(schema(kind), field, number)
        with self._writing(kind):
            self._writers[kind].delete_documents_by_query(query)

    def commit(self) -> None:
        """Make additions and deletions visible to readers, and safe from a power cut."""
        for kind in sorted(self._touched):
            with self._writing(kind):
                self._writers[kind].commit()
            # tantivy syncs the files, and the folder before it renames meta.json, but not after.
            sync_names(self.folder / kind)
        self._touched.clear()

    def counts(self) -> tuple[int, int]:
        """Return the numbers of passages and names; open every segment, which detects damage."""
        with tantivy_errors():
            for index in self._indexes.values():
                index.reload()
            passages, names = (self._indexes[kind].searcher() for kind in (PASSAGES, NAMES))
            return passages.num_docs, names.num_docs

    def close(self) -> None:
        """Release tantivy's locks without waiting; merges that still run are repeated later.

        Uncommitted changes are lost.
        """
        self._writers.clear()

    @contextmanager
    def _writing(self, kind: str) -> Iterator[None]:
        """Wrap a call of a writer. Keep no other reference to it: the lock lives as long."""
        self._touched.add(kind)
        with tantivy_errors():
            try:
                yield
            except ValueError as error:
                if only_says_killed(error):
                    self._writers[kind].commit()  # raises the error that its thread died of
                raise
