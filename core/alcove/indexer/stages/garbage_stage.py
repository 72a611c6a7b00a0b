"""Stage: delete contents without files and unwanted models; also forget unwanted folders."""

from collections.abc import Iterator

from alcove.index import documents, files
from alcove.index.models import drop_unwanted
from alcove.index.opening import empty_log
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.control.state import Activity
from alcove.indexer.store import IndexStore
from alcove.personal import Settings


class GarbageStage:
    """Deletes contents without a file, and models that are not wanted."""

    def __init__(self, context: StageContext, active_model: ActiveModel) -> None:
        """Store the dependencies; the first step continues the work of an earlier run."""
        self._context = context
        self._active_model = active_model
        self._dropping: Iterator[None] | None = None
        self._wanted: list[int] = []

    def collect(self) -> bool:
        """Delete contents without a file; return whether there may have been any."""
        context = self._context
        if not context.has_garbage or context.schedule.has_hints:
            return False  # a pending hint may be the other half of a move
        context.has_garbage = False
        if documents.collect_garbage(context.store.db):
            context.unfollowed = True
        return True

    def drop(self) -> bool:
        """Delete a batch of the data of unwanted models; return whether there was any."""
        context, active = self._context, self._active_model.active
        if not context.has_unwanted_models or active is None or self._active_model.is_preparing:
            return False
        candidate = self._active_model.candidate
        wanted = [model.number for model in (active, candidate) if model]
        if self._dropping is None or wanted != self._wanted:  # a model may be wanted again
            self._dropping, self._wanted = drop_unwanted(context.store.db, wanted), wanted
        context.tell(Activity.CLEANING_UP)
        if next(self._dropping, self) is self:  # the default, so the generator has ended
            self._dropping, context.has_unwanted_models = None, False
            context.unfollowed = True
        return True


def forget_unwanted(store: IndexStore, wanted: Settings) -> int:
    """Delete everything outside the wanted folders, to the last byte; return how many files."""
    forgotten = files.remove_unwanted(store.db, wanted.folders)
    if forgotten:
        documents.collect_garbage(store.db)
        while store.words.follow(store.db):
            pass
        empty_log(store.db)
    return forgotten
