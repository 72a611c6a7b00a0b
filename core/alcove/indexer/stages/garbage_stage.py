"""Deletes what nothing needs any more: as the last stage, and when a folder is forgotten."""

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
    """Deletes contents without a file, and models that nobody wants."""

    def __init__(self, context: StageContext, serving: ActiveModel) -> None:
        """Begin with whatever an earlier run left."""
        self._context = context
        self._serving = serving
        self._dropping: Iterator[None] | None = None
        self._wanted: list[int] = []

    def collect(self) -> bool:
        """Delete contents that lost their last file; return whether there may have been any."""
        context = self._context
        if not context.has_garbage or context.schedule.has_hints:
            return False  # the other half of a move may be among the hints
        context.has_garbage = False
        if documents.collect_garbage(context.store.db):
            context.unfollowed = True
        return True

    def drop(self) -> bool:
        """Delete a batch of what belongs to unwanted models; return whether there was any."""
        context, active = self._context, self._serving.active
        if not context.has_unwanted_models or active is None or self._serving.is_preparing:
            return False
        candidate = self._serving.candidate
        wanted = [model.number for model in (active, candidate) if model]
        if self._dropping is None or wanted != self._wanted:  # one may be wanted again
            self._dropping, self._wanted = drop_unwanted(context.store.db, wanted), wanted
        context.tell(Activity.TIDYING)
        if next(self._dropping, self) is self:  # a generator never yields us: it is at its end
            self._dropping, context.has_unwanted_models = None, False
            context.unfollowed = True
        return True


def forget_unwanted(store: IndexStore, wanted: Settings) -> int:
    """Delete all that belongs to no wanted folder; return how many files that were."""
    forgotten = files.remove_unwanted(store.db, wanted.folders)
    if forgotten:
        documents.collect_garbage(store.db)
        while store.words.follow(store.db):
            pass
        empty_log(store.db)
    return forgotten
