"""Documents that were cut for another model get passages as this one wants them."""

from sqlite_utils import Database

from alcove.index import documents, models
from alcove.index.documents import last_document
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.stages.reading.splitter import Splitter

_DOCUMENTS = 20  # cut in one step: a book takes two seconds


class Resplitter:
    """Cuts what was read for another model; what was cut already is found in the database."""

    def __init__(self, db: Database, serving: ActiveModel, model: ModelRow) -> None:
        """Name the model."""
        self.model = model
        self._db = db
        self._serving = serving
        self._splitter: Splitter | None = None
        self._up_to = 0

    @property
    def progress(self) -> tuple[int, int]:
        """Up to which id documents are cut, and the highest id."""
        return self._up_to, last_document(self._db.conn)

    def step(self) -> bool:
        """Cut some documents; return whether there were any.

        Raises:
            ModelError: the model's folder is incomplete.
        """
        found = models.unsplit(self._db.conn, self.model.split_id, self._up_to, _DOCUMENTS)
        if not found:
            self._up_to = last_document(self._db.conn)
            return False
        if self._splitter is None:
            self._splitter = Splitter(self._serving.window_of(self.model))
        with self._db.atomic():
            for stored in found:
                split = self._splitter(stored.document)
                documents.add_passages(self._db, stored.id, split, self.model.split_id)
                models.note_recut(self._db, stored.id)
        self._up_to = found[-1].id
        return True
