"""Stage: embed passages for the model that serves, then for the next one."""

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
    """Encodes passages without a vector, and changes the model if another one is wanted."""

    def __init__(self, context: StageContext, active_model: ActiveModel) -> None:
        """Store the dependencies; the first step continues the work of an earlier run."""
        self._context = context
        self._active_model = active_model
        self._resplitter: Resplitter | None = None
        self._queue: EmbedQueue | None = None
        self._change: ModelChange | None = None
        self._done = 0
        self._used_at = 0.0

    @property
    def is_settled(self) -> bool:
        """Whether no model change is outstanding."""
        return not (self._active_model.is_preparing or self._active_model.candidate)

    def step(self) -> bool:
        """Encode a batch, or take a step towards another model; return whether there was any work.

        Raises:
            ModelError: a model could not be prepared because the disk is full.
        """
        if self._active_model.poll():
            if self._active_model.error:
                self._refuse(self._active_model.error)
            self._post_error()
            return True
        return self._step_active() or self._step_candidate()

    def rest(self) -> None:
        """Unload the encoder if it has not been used for a while."""
        if self._context.clock() - self._used_at > _KEEP_LOADED:
            self._active_model.unload()

    def _step_active(self) -> bool:
        active = self._active_model.active
        if active is None and self._active_model.is_preparing:
            self._context.tell(Activity.PREPARING)
        if active is None or self._active_model.is_broken:
            return False
        if self._resplitter is None or self._resplitter.model != active:
            self._resplitter = Resplitter(self._context.store.db, self._active_model, active)
            self._queue, self._done = EmbedQueue(active), 0
        try:
            return self._split(self._resplitter) or self._encode(active)
        except ModelError as error:
            self._active_model.give_up(error)
            self._resplitter = None
            self._post_error()
            return True

    def _split(self, resplitter: Resplitter) -> bool:
        """Split documents that were read while another model served; return whether any were."""
        if not resplitter.step():
            return False
        self._queue = EmbedQueue(resplitter.model)
        self._context.unfollowed = True
        self._context.tell(Activity.SPLITTING, *resplitter.progress)
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
        encoder = self._active_model.encoder(active, cores(self._context.settings))
        encoded = self._queue.encode_batch(db, encoder, stop)
        self._done = total - len(self._queue)
        self._note_encoded(encoded)
        self._context.shared_state.post(done=self._done, missing_vectors=len(self._queue))
        return True

    def _step_candidate(self) -> bool:
        candidate = self._active_model.candidate
        if candidate is None:
            self._change = None
            return False
        if self._change is None or self._change.candidate != candidate:
            self._change = ModelChange(self._context.store.db, self._active_model, candidate)
        try:
            done = self._change.step(cores(self._context.settings), self._context.requests.stop)
        except ModelError as error:
            self._refuse(error)
            return True
        if done is None:
            self._switch()
        else:
            self._note_change_step(done)
        return True

    def _note_change_step(self, done: StepProgress) -> None:
        self._used_at = self._context.clock()
        self._context.unfollowed |= done.activity is Activity.SPLITTING
        self._context.tell(done.activity, done.done, done.total)
        self._context.count(encoded=done.encoded)

    def _switch(self) -> None:
        self._active_model.switch()
        self._resplitter = self._change = None
        self._context.has_unwanted_models = True
        self._context.post_generation()
        self._post_error()

    def _note_encoded(self, encoded: int) -> None:
        self._used_at = self._context.clock()
        self._context.count(encoded=encoded)
        self._context.post_generation()

    def _refuse(self, error: ModelError) -> None:
        """Give up the candidate and keep the model that serves; raise if the disk is full."""
        if not has_room(self._context.library.root):
            raise error
        self._active_model.refuse(error)
        self._change = None
        self._post_error()

    def _post_error(self) -> None:
        error = self._active_model.error
        self._context.shared_state.post(error=str(error) if error else None)
