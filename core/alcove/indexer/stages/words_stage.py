"""Stage: bring the words index (keyword search) up to date with the database."""

from alcove.indexer.context import StageContext

EVERY = 2.0
"""Seconds between two commits while files are being read, as each commit makes a segment."""


class WordsStage:
    """Applies the change log to the words index, at once or every few seconds."""

    def __init__(self, context: StageContext) -> None:
        """Store the context; the first step applies what an earlier run left in the log."""
        self._context = context
        self._followed_at = context.clock()

    def step(self, *, reading: bool) -> bool:
        """Apply changes, unless there are none or more will come soon; return whether it did.

        Args:
            reading: whether files are being read, so that more changes will come soon.
        """
        context = self._context
        if not context.unfollowed:
            return False
        words = context.store.words
        if reading and not words.rebuilding and context.clock() - self._followed_at < EVERY:
            return False
        self._followed_at = context.clock()
        if not words.follow(context.store.db):
            context.unfollowed = False
            return False
        if words.rebuilding:
            self._post_cause()
        else:
            context.post_generation()
        return True

    def _post_cause(self) -> None:
        store = self._context.store
        notice = f"The words index was {store.words.cause}. Alcove rebuilds it from the database."
        self._context.shared_state.post(notices=(*store.notices, notice))
