"""Bring the words index up to date with the database, by the change log or by a rebuild."""

from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from alcove.index.words.change_log import (
    RebuildCause,
    has_whole_log,
    identity,
    last_number,
    make_durable,
    misfit,
)
from alcove.index.words.entries import document_entries, expected_entries, file_entries
from alcove.index.words.errors import WordsError
from alcove.index.words.fields import NAMES, PASSAGES, WORDS_VERSION
from alcove.index.words.generation import WordsGeneration
from alcove.index.words.rebuild import add_everything, create_beside, remove_others
from alcove.index.words.state import WordsState, read_state, withdraw_state, write_state
from alcove.system.durable import sync_names

_CHANGES = 1_000  # of the log, applied as one batch: .4 s with ten passages for each


class WordsWriter:
    """Owns the words index for writing; used by the one writer's thread, outside transactions.

    Attributes:
        cause: of the rebuild that runs, or else of the last one; None before the first.
        rebuilding: whether a rebuild runs; readers keep a valid index meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        """Set the words folder; `follow` opens or creates the index."""
        self.cause: RebuildCause | None = None
        self.rebuilding = False
        self._folder = folder
        self._generation: WordsGeneration | None = None
        self._applied = 0
        self._slices: Iterator[int] | None = None
        self._checked = False

    def follow(self, db: Database) -> int:
        """Do one short piece of the outstanding work; call it until it returns 0.

        A piece is a batch of changes from the log, or a slice of a rebuild if index and database
        disagree or the index is damaged. Readers see a commit whole or not at all.

        Returns:
            The size of the piece, > 0; 0 if the index is up to date.

        Raises:
            OSError: the disk is full or failed; the next call tries again.
            WordsError: the index is damaged, although it was just being built.
        """
        building = self.rebuilding
        try:
            return self._step(db)
        except WordsError:
            self.close()
            if building:
                raise
            self.rebuild(RebuildCause.DAMAGED)
            return 1
        except BaseException:
            self.close()  # after an error, tantivy's writers and a half-done build are useless
            raise

    def rebuild(self, cause: RebuildCause = RebuildCause.ASKED) -> None:
        """Make the next calls of `follow` rebuild the index, beside the old one."""
        self.close()
        self.cause, self.rebuilding = cause, True

    def close(self) -> None:
        """Release tantivy's locks without waiting for merges; `follow` opens the index again."""
        if self._generation is not None:
            self._generation.close()
        self._generation = self._slices = None

    def _step(self, db: Database) -> int:
        if self._generation is None and not self.rebuilding:
            self._open(db)
        if self.rebuilding:
            self._slices = self._slices or self._build(db)
            return next(self._slices, 1)
        assert self._generation is not None
        applied = self._apply_changes(db, self._generation)
        if not applied and not self._checked:
            self._checked = True
            if self._generation.counts() != expected_entries(db.conn):
                self.rebuild(RebuildCause.DISAGREES)
                return 1
        return applied

    def _open(self, db: Database) -> None:
        state = read_state(self._folder)
        cause = misfit(db, state)
        if cause in (RebuildCause.OUTDATED, RebuildCause.FOREIGN):
            withdraw_state(self._folder)
        if cause is RebuildCause.MISSING and has_whole_log(db):  # a new library
            self._swap_in(db, create_beside(self._folder), 0)
        elif cause is not None or state is None:
            self.rebuild(cause or RebuildCause.MISSING)
        else:
            self._generation = WordsGeneration(self._folder / state.generation)
            self._applied = state.number
            remove_others(self._folder, state.generation)

    def _apply_changes(self, db: Database, words: WordsGeneration) -> int:
        changes = db.execute(
            "SELECT number, document_id, file_id, cut_id FROM changes"
            " WHERE number > ? ORDER BY number LIMIT ?",
            [self._applied, _CHANGES],
        ).fetchall()
        if not changes:
            return 0
        documents, files, split_ids = ({row[i] for row in changes} - {None} for i in (1, 2, 3))
        for document in documents:
            words.delete(PASSAGES, "owner", document)
            words.add(PASSAGES, document_entries(db.conn, document))
        for file in files:
            words.delete(NAMES, "id", file)
            words.add(NAMES, file_entries(db.conn, file))
        for split_id in split_ids:
            words.delete(PASSAGES, "cut", split_id)
        self._commit(db, words, changes[-1][0])
        return len(changes)

    def _build(self, db: Database) -> Iterator[int]:
        """Build a new generation and swap it in; yield the size of each slice.

        Changes made meanwhile are in the log and applied afterwards, which is harmless if the new
        generation has them already.
        """
        number = last_number(db)
        words = create_beside(self._folder)
        try:
            yield 1
            yield from add_everything(db, words)
            self._swap_in(db, words, number)
        except BaseException:
            words.close()
            raise
        self._slices, self.rebuilding = None, False

    def _swap_in(self, db: Database, words: WordsGeneration, number: int) -> None:
        sync_names(words.folder)
        sync_names(self._folder)
        self._commit(db, words, number)
        self._generation = words
        self._checked = True
        remove_others(self._folder, words.folder.name)

    def _commit(self, db: Database, words: WordsGeneration, number: int) -> None:
        """Commit, then say up to which change, then cut the log: each durable before the next."""
        words.commit()
        make_durable(db, f"{number} in {words.folder.name}")
        state = WordsState(WORDS_VERSION, identity(db), number, words.folder.name)
        write_state(self._folder, state)
        self._applied = number
        db.execute("DELETE FROM changes WHERE number <= ?", [number])
