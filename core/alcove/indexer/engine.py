"""The reconciling loop: each step does the most urgent thing that is left to do."""

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Protocol

from alcove.errors import Cancelled
from alcove.files.watching.hints import HintBatch
from alcove.files.watching.state import FolderWatch, WatchState
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.control.state import Activity, FolderHealth, Pause
from alcove.indexer.pace import Throttle, memory
from alcove.indexer.stages.calibration_stage import CalibrationStage, LibraryCalibrator
from alcove.indexer.stages.embedding.embed_stage import EmbedStage
from alcove.indexer.stages.garbage_stage import GarbageStage
from alcove.indexer.stages.reading.read_stage import ReadStage
from alcove.indexer.stages.reading.reader_pool import OpenPool, ProcessReaderPool
from alcove.indexer.stages.scanning.scan_stage import ScanStage, ruled_by
from alcove.indexer.stages.settings_stage import SettingsStage
from alcove.indexer.stages.words_stage import WordsStage

_CHECK_EVERY = 60.0  # seconds between two canaries
_PAUSED_LOOK = 2.0  # seconds between two looks whether the reason for a pause has gone
_FRESH_EVERY = 10.0  # seconds between two times that idleness is told
_WEIGH_EVERY = 10.0  # seconds between two looks at the memory that is held
_MOMENT = 0.05  # seconds to wait for the next file that is being read


class ChangeWatcher(Protocol):
    """What tells that something happened: `files.watch.Watcher`, or a test."""

    def watch(self, folders: Sequence[bytes]) -> None:
        """Watch these folders from now on."""

    def take(self) -> HintBatch:
        """What happened since the last call."""

    def check(self) -> None:
        """See whether events still arrive, and mend what does not."""

    def states(self) -> Mapping[bytes, FolderWatch]:
        """How each folder is followed."""

    def rewalk(self, directory: bytes) -> None:
        """Ask again which directories are left out."""


class Engine:
    """Brings the index to what is wanted and to what is on the disk; owned by one thread."""

    def __init__(
        self,
        context: StageContext,
        *,
        watching: ChangeWatcher | None,
        throttle: Throttle | None,
        serving: ActiveModel | None = None,
        open_pool: OpenPool = ProcessReaderPool,
        measure: LibraryCalibrator | None = None,
    ) -> None:
        """Put the stages together.

        Args:
            context: what they share.
            watching: tells of events; None to look only once.
            throttle: slows background work down; None for full speed.
            serving: of models; None for those in the library.
            open_pool: starts the processes that read files.
            measure: keeps what searches need to know of the library as a whole.
        """
        self._context = context
        self._watching = watching
        self._throttle = throttle
        stop, ring = context.requests.stop, context.requests.ring
        self._serving = serving or ActiveModel(context.library.models, context.store.db, stop, ring)
        self._scanning = ScanStage(context)
        self._reading = ReadStage(context, self._serving, open_pool)
        self._following = WordsStage(context)
        self._meaning = EmbedStage(context, self._serving)
        self._tidying = GarbageStage(context, self._serving)
        self._measuring = CalibrationStage(context, self._serving, measure)
        self._wishes = SettingsStage(context, self._scanning, self._reading, self._serving)
        self._ticket = 0
        self._checked = context.clock()
        self._health: tuple[object, ...] = ()
        self._rest_until = 0.0
        self._weighed = context.clock()
        self._was_paused = False

    def run(self, *, until_settled: bool) -> None:
        """Work until somebody asks to stop, or until nothing is left to do.

        Args:
            until_settled: end when the index is up to date.

        Raises:
            ModelError: `until_settled`, and nothing can be found by meaning; words are up to date.
        """
        requests = self._context.requests
        try:
            while not requests.stop.is_set():
                if self.step():
                    continue
                if until_settled and self.is_settled and not self._was_paused:
                    break
                requests.wait(self._seconds_to_wait())
        except Cancelled:
            return  # what was finished is stored
        if until_settled and self._serving.error:
            raise self._serving.error

    def close(self) -> None:
        """Let go of processes, threads and memory."""
        with ExitStack() as stack:
            stack.callback(self._serving.close)
            stack.callback(self._reading.close)

    @property
    def is_settled(self) -> bool:
        """Whether the index is what is wanted, as far as can be told."""
        return self._reading.is_settled and self._meaning.is_settled

    @property
    def _is_awaited(self) -> bool:
        """Whether somebody waits for the index to be up to date, so that nothing may slow it."""
        return self._ticket > self._context.shared_state.state.settled

    def step(self) -> bool:
        """Do the most urgent thing; return whether there was anything to do."""
        self._hear()
        if self._must_pause():
            return False
        if self._scanning.step():
            return True
        started = self._context.clock()
        if started < self._rest_until and not self._is_awaited:
            return False
        if not self._work():
            self._settle()
            return False
        if self._throttle:
            self._rest_after(self._context.clock() - started)
            self._keep_within_memory()
        return True

    def _work(self) -> bool:
        """Words before meaning; what is gone is not encoded; what is complete is measured last."""
        busy = self._reading.is_busy
        if self._reading.step() or self._following.step(reading=busy):
            return True
        if busy:
            self._context.requests.wait(_MOMENT)
            return True
        if self._tidying.collect() or self._meaning.step():
            return True
        return self._reading.is_resting and (self._tidying.drop() or self._measuring.step())

    def _hear(self) -> None:
        """Take what was asked, what is wanted, and what happened."""
        context = self._context
        asked = context.requests.ticket != self._ticket
        self._ticket = context.requests.ticket
        renewed = self._wishes.look(now=asked)
        if asked:
            self._scanning.renew()
            self._serving.forgive(context.settings.model)
        for retry in context.requests.take_retries():
            self._scanning.retry(retry)
        if self._watching is None:
            return
        if renewed:
            known = self._watching.states().keys()  # of others, `watch` asks the rules anyway
            self._watching.watch(context.settings.folders)
            for folder in known & set(context.settings.folders):
                self._watching.rewalk(folder)
        if context.clock() - self._checked > _CHECK_EVERY:
            self._checked = context.clock()
            self._watching.check()
        self._take_hints(self._watching)

    def _take_hints(self, watching: ChangeWatcher) -> None:
        context, hints = self._context, watching.take()
        for path, hint in hints.paths.items():
            context.schedule.hint(path, hint.at, closed=hint.closed, recursive=hint.recursive)
            if path in context.settings.folders:
                watching.watch(context.settings.folders)
            ruled = ruled_by(path)
            if ruled is not None:
                watching.rewalk(ruled)
        if context.schedule.is_overfull:
            context.schedule.sweep_instead(context.settings.folders, context.clock())
        for folder in hints.lost:
            context.schedule.sweep(folder, context.clock())
        health = watching.states(), self._scanning.missing
        if health != self._health:
            self._health = health
            self._take_health(*health)

    def _take_health(self, states: Mapping[bytes, FolderWatch], missing: frozenset[bytes]) -> None:
        """Sweep more often what is not watched, and tell it."""
        swept = {folder for folder, state in states.items() if state.state is WatchState.SWEPT}
        mounts = {path for state in states.values() for path in state.swept_below}
        self._scanning.sweep_slowly(swept | mounts)
        self._context.shared_state.post(
            folders={
                os.fsdecode(folder): FolderHealth(
                    watched=state.state is WatchState.WATCHED,
                    reason=state.reason or "",
                    missing=folder in missing or state.state is WatchState.MISSING,
                )
                for folder, state in states.items()
            }
        )

    def _must_pause(self) -> bool:
        reason = Pause.ASKED if self._context.requests.paused else None
        if reason is None and self._throttle and not self._is_awaited:
            reason = self._throttle.must_pause(self._context.settings)
        self._was_paused = reason is not None
        if reason is not None:
            self._context.shared_state.post(activity=Activity.PAUSED, pause=reason, done=0, total=0)
        return reason is not None

    def _rest_after(self, worked: float) -> None:
        assert self._throttle is not None
        seconds, _ = self._throttle.rest(worked, self._context.settings)
        if seconds < float("inf"):  # a pause ends with its reason, which `_must_pause` watches
            self._rest_until = self._context.clock() + seconds

    def _keep_within_memory(self) -> None:
        """Start afresh with encoders and reader processes where they have grown too large."""
        now = self._context.clock()
        if now - self._weighed < _WEIGH_EVERY:
            return
        self._weighed = now
        if memory() > self._context.settings.memory:
            self._serving.unload()
            self._reading.close()

    def _settle(self) -> None:
        """Say that nothing is left to do, and let go of memory in a while."""
        if self._throttle:
            self._throttle.idle()
        self._meaning.rest()
        if self.is_settled and not self._context.schedule.has_hints:
            shared_state, now = self._context.shared_state, self._context.wall()
            fresh_at = shared_state.state.fresh_at
            if (
                shared_state.state.activity is not Activity.IDLE
                or now - (fresh_at or 0) > _FRESH_EVERY
            ):
                fresh_at = now
            shared_state.post(
                activity=Activity.IDLE,
                pause=None,
                done=0,
                total=0,
                waiting=0,
                missing_vectors=0,
                settled=self._ticket,
                fresh_at=fresh_at,
            )

    def _seconds_to_wait(self) -> float:
        now = self._context.clock()
        due = min(self._context.schedule.next_due(), self._checked + _CHECK_EVERY)
        if self._rest_until > now:
            due = min(due, self._rest_until)
        if self._context.shared_state.state.activity is Activity.PAUSED:
            due = now + _PAUSED_LOOK
        return max(0.0, min(due - now, 1.0))
