"""Split documents again that were split for another model only."""

from sqlite_utils import Database

from alcove.index import documents, models
from alcove.index.documents import last_document
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.stages.reading.splitter import Splitter

_DOCUMENTS = 20  # split in one step: a book takes two seconds


class Resplitter:
    """Splits documents for a model that lacks them; the database has what was split already."""

    def __init__(self, db: Database, active_model: ActiveModel, model: ModelRow) -> None:
        """Set the model."""
        self.model = model
        self._db = db
        self._active_model = active_model
        self._splitter: Splitter | None = None
        self._up_to = 0

    @property
    def progress(self) -> tuple[int, int]:
        """The document id up to which all are split, and the highest id."""
        return self._up_to, last_document(self._db.conn)

    def step(self) -> bool:
        """Split some documents; return whether there were any.

        Raises:
            ModelError: the model's folder is incomplete.
        """
        unsplit = models.unsplit(self._db.conn, self.model.split_id, self._up_to, _DOCUMENTS)
        if not unsplit:
            self._up_to = last_document(self._db.conn)
            return False
        if self._splitter is None:
            self._splitter = Splitter(self._active_model.window_of(self.model))
        with self._db.atomic():
            for stored in unsplit:
                split = self._splitter(stored.document)
                documents.add_passages(self._db, stored.id, split, self.model.split_id)
                models.note_resplit(self._db, stored.id)
        self._up_to = unsplit[-1].id
        return True
