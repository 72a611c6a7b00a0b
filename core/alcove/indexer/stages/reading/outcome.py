"""What came of reading one file, and how it is stored."""

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
    """What came of one file: its content's key with the parts or an error, or an error alone.

    Attributes:
        file: as it was taken from the queue.
        signature: while it was read; as in the queue where it could not be opened.
        key: of its content; None where it was not worth reading, or could not be opened.
        parts: its documents; None where they are known already, or could not be had.
        error: why there is no text.
        gone: whether it was not there any more.
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
    """Write one file's outcome in one transaction; a content may be without a file afterwards.

    Args:
        db: the writer's connection.
        outcome: what came of it; not `gone`, which only a scan can judge.
        split_id: number of the way in which its documents were cut.
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
        if content is not None:  # else it was deleted after it was found: the file waits as before
            files.link(db, file, content, outcome.signature)
