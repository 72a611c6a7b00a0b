"""The stage that gives passages their vectors: for the model that serves, then for the next one."""

from alcove.encoder import Encoder
from alcove.errors import ModelError
from alcove.indexer.change import ModelChange
from alcove.indexer.context import Context
from alcove.indexer.encoding import EncodingQueue
from alcove.indexer.pace import cores
from alcove.indexer.serving import Serving
from alcove.indexer.state import Activity
from alcove.indexer.trouble import has_room

_KEEP_LOADED = 60.0  # seconds after the last passage: loading takes .3 s, keeping takes 250 MB


class Meaning:
    """Encodes what lacks a vector, and brings everything to another model where one is wanted."""

    def __init__(self, context: Context, serving: Serving) -> None:
        """Begin with what an earlier run left to do."""
        self._context = context
        self._serving = serving
        self._queue: EncodingQueue | None = None
        self._change: ModelChange | None = None
        self._done = 0
        self._used_at = 0.0

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do, or nothing can be done."""
        if self._serving.error is not None:
            return True
        return not (self._serving.is_preparing or self._serving.candidate)

    def step(self) -> bool:
        """Encode a chunk, or take a step towards another model; whether there was anything."""
        try:
            if self._serving.poll():
                self._context.board.post(error=_said(self._serving.error))
                return True
            return self._encode() or self._approach_candidate()
        except ModelError as error:
            self._refuse(error)
            return True

    def rest(self) -> None:
        """Let go of the encoder when it has not been used for a while."""
        if self._context.clock() - self._used_at > _KEEP_LOADED:
            self._serving.unload()

    def _encode(self) -> bool:
        active, db = self._serving.active, self._context.store.db
        if active is None or self._serving.error is not None:
            if self._serving.is_preparing:
                self._context.tell(Activity.PREPARING)
            return False
        if self._queue is None or self._queue.model != active:
            self._queue, self._done = EncodingQueue(active), 0
        self._queue.refresh(db)
        if not len(self._queue):
            self._done = 0
            return False
        total = self._done + len(self._queue)
        self._context.tell(Activity.ENCODING, self._done, total)
        encoded = self._queue.encode_chunk(db, self._encoder(), self._context.mailbox.stop)
        self._done = total - len(self._queue)
        self._note_encoded(encoded)
        self._context.board.post(done=self._done, missing_vectors=len(self._queue))
        return True

    def _encoder(self) -> Encoder:
        assert self._serving.active is not None
        return self._serving.encoder(self._serving.active, cores(self._context.settings))

    def _approach_candidate(self) -> bool:
        candidate = self._serving.candidate
        if candidate is None:
            self._change = None
            return False
        if self._change is None or self._change.candidate != candidate:
            self._change = ModelChange(self._context.store.db, self._serving, candidate)
        done = self._change.step(cores(self._context.settings), self._context.mailbox.stop)
        if done is None:
            self._switch()
        else:
            self._used_at = self._context.clock()
            self._context.unfollowed |= done.activity is Activity.CUTTING
            self._context.tell(done.activity, done.done, done.total)
            self._context.count(encoded=done.encoded)
        return True

    def _switch(self) -> None:
        self._serving.switch()
        self._queue = self._change = None
        self._context.has_unwanted_models = True
        self._context.found_anew()

    def _note_encoded(self, encoded: int) -> None:
        self._used_at = self._context.clock()
        self._context.count(encoded=encoded)
        self._context.found_anew()

    def _refuse(self, error: ModelError) -> None:
        """Give the model up and go on with words, unless its trouble is a full disk."""
        if not has_room(self._context.library.root):
            raise error
        self._serving.refuse(error)
        self._context.board.post(error=_said(error))
        self._queue = self._change = None


def _said(error: ModelError | None) -> str | None:
    return str(error) if error else None
