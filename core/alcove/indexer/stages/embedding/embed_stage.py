"""The stage that gives passages their vectors: for the model that serves, then for the next one."""

from alcove.errors import ModelError
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.control.state import Activity
from alcove.indexer.disk_errors import has_room
from alcove.indexer.pace import cores
from alcove.indexer.stages.embedding.embed_queue import EmbedQueue
from alcove.indexer.stages.embedding.model_change import ModelChange, StepProgress
from alcove.indexer.stages.embedding.resplit import Resplitter

_KEEP_LOADED = 60.0  # seconds after the last passage: loading takes .3 s, keeping takes 250 MB


class EmbedStage:
    """Encodes what lacks a vector, and brings everything to another model where one is wanted."""

    def __init__(self, context: StageContext, serving: ActiveModel) -> None:
        """Begin with what an earlier run left to do."""
        self._context = context
        self._serving = serving
        self._cutting: Resplitter | None = None
        self._queue: EmbedQueue | None = None
        self._change: ModelChange | None = None
        self._done = 0
        self._used_at = 0.0

    @property
    def is_settled(self) -> bool:
        """Whether no other model is to come, or none that can be used."""
        return not (self._serving.is_preparing or self._serving.candidate)

    def step(self) -> bool:
        """Encode a batch, or take a step towards another model; whether there was anything.

        Raises:
            ModelError: a model could not be made ready because the disk is full.
        """
        if self._serving.poll():
            if self._serving.error:
                self._refuse(self._serving.error)
            self._say_error()
            return True
        return self._serve() or self._approach()

    def rest(self) -> None:
        """Let go of the encoder when it has not been used for a while."""
        if self._context.clock() - self._used_at > _KEEP_LOADED:
            self._serving.unload()

    def _serve(self) -> bool:
        active = self._serving.active
        if active is None and self._serving.is_preparing:
            self._context.tell(Activity.PREPARING)
        if active is None or self._serving.is_broken:
            return False
        if self._cutting is None or self._cutting.model != active:
            self._cutting = Resplitter(self._context.store.db, self._serving, active)
            self._queue, self._done = EmbedQueue(active), 0
        try:
            return self._cut(self._cutting) or self._encode(active)
        except ModelError as error:
            self._serving.give_up(error)
            self._cutting = None
            self._say_error()
            return True

    def _cut(self, cutting: Resplitter) -> bool:
        """Cut what was read while another model served."""
        if not cutting.step():
            return False
        self._queue = EmbedQueue(cutting.model)
        self._context.unfollowed = True
        self._context.tell(Activity.CUTTING, *cutting.progress)
        return True

    def _encode(self, active: ModelRow) -> bool:
        db, stop = self._context.store.db, self._context.requests.stop
        assert self._queue is not None
        self._queue.refresh(db)
        if not len(self._queue):
            self._done = 0
            return False
        total = self._done + len(self._queue)
        self._context.tell(Activity.ENCODING, self._done, total)
        encoder = self._serving.encoder(active, cores(self._context.settings))
        encoded = self._queue.encode_chunk(db, encoder, stop)
        self._done = total - len(self._queue)
        self._note_encoded(encoded)
        self._context.shared_state.post(done=self._done, missing_vectors=len(self._queue))
        return True

    def _approach(self) -> bool:
        candidate = self._serving.candidate
        if candidate is None:
            self._change = None
            return False
        if self._change is None or self._change.candidate != candidate:
            self._change = ModelChange(self._context.store.db, self._serving, candidate)
        try:
            done = self._change.step(cores(self._context.settings), self._context.requests.stop)
        except ModelError as error:
            self._refuse(error)
            return True
        if done is None:
            self._switch()
        else:
            self._note_approach(done)
        return True

    def _note_approach(self, done: StepProgress) -> None:
        self._used_at = self._context.clock()
        self._context.unfollowed |= done.activity is Activity.CUTTING
        self._context.tell(done.activity, done.done, done.total)
        self._context.count(encoded=done.encoded)

    def _switch(self) -> None:
        self._serving.switch()
        self._cutting = self._change = None
        self._context.has_unwanted_models = True
        self._context.found_anew()
        self._say_error()

    def _note_encoded(self, encoded: int) -> None:
        self._used_at = self._context.clock()
        self._context.count(encoded=encoded)
        self._context.found_anew()

    def _refuse(self, error: ModelError) -> None:
        """Go on with the model that serves, unless the trouble is a full disk."""
        if not has_room(self._context.library.root):
            raise error
        self._serving.refuse(error)
        self._change = None
        self._say_error()

    def _say_error(self) -> None:
        error = self._serving.error
        self._context.shared_state.post(error=str(error) if error else None)
