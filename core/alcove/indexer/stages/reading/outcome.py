"""Describe the outcome of reading one file, and store it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.errors import ReadError, Reason
from alcove.index import documents, files
from alcove.index.documents import SplitDocument
from alcove.index.files import UNSETTLED, PendingFile
from alcove.records import ContentKey, Signature


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """Outcome of one file: its content's key with the parts or an error, or an error alone.

    Attributes:
        file: as it was taken from the queue.
        signature: while it was read; as in the queue if it could not be opened.
        key: of its content; None if it was not read, or could not be opened.
        parts: its documents; None if they are stored already, or there are none.
        error: why there is no text.
        gone: whether the file no longer existed.
    """

    file: PendingFile
    signature: Signature
    key: ContentKey | None = None
    parts: Sequence[SplitDocument] | None = None
    error: ReadError | None = None
    gone: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether a change after the reading would give the file another signature."""
        return self.signature.ctime_ns != UNSETTLED

    @property
    def changed_while_read(self) -> bool:
        """Whether it has to be read again in a moment."""
        return self.error is not None and self.error.reason is Reason.CHANGED_WHILE_READ


def store(db: Database, outcome: ReadOutcome, split_id: int) -> None:
    """Store one file's outcome in one transaction; it may leave a content without a file.

    Args:
        db: the writer's connection.
        outcome: to store; not one that is `gone`, which only a scan can judge.
        split_id: number of the split that made its passages.
    """
    file, error = outcome.file, outcome.error
    with db.atomic():
        if outcome.key is None:
            assert error is not None
            files.fail(db, file, error.reason, error.detail, outcome.signature)
            return
        content = documents.find_content(db.conn, outcome.key)
        if content is None and error is not None:
            content = documents.add_failed_content(db, outcome.key, error)
        elif content is None and outcome.parts is not None:
            content = documents.add_content(db, outcome.key, outcome.parts, split_id)
        if content is not None:  # else it was deleted meanwhile, and the file still waits
            files.link(db, file, content, outcome.signature)
