"""The stage that lets the words index follow the database."""

from alcove.indexer.context import StageContext

EVERY = 2.0
"""Seconds between two commits while files are being read: each makes a segment."""


class WordsStage:
    """Applies the change log to the words index, at once or every few seconds."""

    def __init__(self, context: StageContext) -> None:
        """Begin with what an earlier run left in the log."""
        self._context = context
        self._followed = context.clock()

    def step(self, *, reading: bool) -> bool:
        """Follow, unless nothing happened or more is about to; return whether it did.

        Args:
            reading: whether files are being read, so that there will soon be more to follow.
        """
        context = self._context
        if not context.unfollowed:
            return False
        words = context.store.words
        if reading and not words.rebuilding and context.clock() - self._followed < EVERY:
            return False
        self._followed = context.clock()
        if not words.follow(context.store.db):
            context.unfollowed = False
            return False
        if words.rebuilding:
            self._tell_why()
        else:
            context.found_anew()
        return True

    def _tell_why(self) -> None:
        store = self._context.store
        notice = f"The words index was {store.words.cause}. Alcove rebuilds it from the database."
        self._context.shared_state.post(notices=(*store.notices, notice))
