"""Run the reconciling loop: each step does the most urgent outstanding work."""

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

_CHECK_EVERY = 60.0  # seconds between two checks of the watcher by its canary file
_PAUSE_POLL = 2.0  # seconds between two checks whether the reason for a pause has ended
_FRESH_EVERY = 10.0  # seconds between two posts of `fresh_at` while idle
_MEMORY_EVERY = 10.0  # seconds between two checks of the memory in use
_READ_WAIT = 0.05  # seconds to wait for the next file that is being read


class ChangeWatcher(Protocol):
    """Source of file events: `files.watching.watcher.Watcher`, or a test's stand-in."""

    def watch(self, folders: Sequence[bytes]) -> None:
        """Watch these folders from now on."""

    def take(self) -> HintBatch:
        """Return the hints since the last call."""

    def check(self) -> None:
        """Check whether events still arrive, and repair a watch that has failed."""

    def states(self) -> Mapping[bytes, FolderWatch]:
        """Return the state of each folder's watch."""

    def rewalk(self, directory: bytes) -> None:
        """Walk a directory again: the rules may leave out others below it than before."""


class Engine:
    """Brings the index in line with settings and disk; owned by one thread."""

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
        """Create the stages.

        Args:
            context: shared by the stages.
            watching: source of events; None to scan only once.
            throttle: slows background work down; None for full speed.
            serving: the models; None for those in the library.
            open_pool: starts the processes that read files.
            measure: calibrates the scores of searches to the library.
        """
        self._context = context
        self._watcher = watching
        self._throttle = throttle
        stop, ring = context.requests.stop, context.requests.ring
        self._active_model = serving or ActiveModel(
            context.library.models, context.store.db, stop, ring
        )
        self._scan_stage = ScanStage(context)
        self._read_stage = ReadStage(context, self._active_model, open_pool)
        self._words_stage = WordsStage(context)
        self._embed_stage = EmbedStage(context, self._active_model)
        self._garbage_stage = GarbageStage(context, self._active_model)
        self._calibration_stage = CalibrationStage(context, self._active_model, measure)
        self._settings_stage = SettingsStage(
            context, self._scan_stage, self._read_stage, self._active_model
        )
        self._ticket = 0
        self._checked_at = context.clock()
        self._health: tuple[object, ...] = ()
        self._rest_until = 0.0
        self._memory_checked_at = context.clock()
        self._was_paused = False

    def run(self, *, until_settled: bool) -> None:
        """Work until a request to stop, or until nothing is left to do.

        Args:
            until_settled: return once the index is up to date.

        Raises:
            ModelError: with `until_settled`, a model cannot be used; the words index is up to date.
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
            return  # all finished work is stored
        if until_settled and self._active_model.error:
            raise self._active_model.error

    def close(self) -> None:
        """End processes and threads, and free memory."""
        with ExitStack() as stack:
            stack.callback(self._active_model.close)
            stack.callback(self._read_stage.close)

    @property
    def is_settled(self) -> bool:
        """Whether the index matches settings and disk, as far as the indexer can know."""
        return self._read_stage.is_settled and self._embed_stage.is_settled

    @property
    def _is_awaited(self) -> bool:
        """Whether a client waits for a rescan to finish, so that nothing may slow it down."""
        return self._ticket > self._context.shared_state.state.settled

    def step(self) -> bool:
        """Do the most urgent work; return whether there was any."""
        self._take_input()
        if self._must_pause():
            return False
        if self._scan_stage.step():
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
        """Update words before vectors, delete garbage before encoding, and calibrate last."""
        busy = self._read_stage.is_busy
        if self._read_stage.step() or self._words_stage.step(reading=busy):
            return True
        if busy:
            self._context.requests.wait(_READ_WAIT)
            return True
        if self._garbage_stage.collect() or self._embed_stage.step():
            return True
        return self._read_stage.is_resting and (
            self._garbage_stage.drop() or self._calibration_stage.step()
        )

    def _take_input(self) -> None:
        """Take over requests, settings and file events."""
        context = self._context
        rescan_requested = context.requests.ticket != self._ticket
        self._ticket = context.requests.ticket
        other_files_wanted = self._settings_stage.look(now=rescan_requested)
        if rescan_requested:
            self._scan_stage.renew()
            self._active_model.forgive(context.settings.model)
        for retry in context.requests.take_retries():
            self._scan_stage.retry(retry)
        if self._watcher is None:
            return
        if other_files_wanted:
            watched = self._watcher.states().keys()  # `watch` applies the rules to new ones
            self._watcher.watch(context.settings.folders)
            for folder in watched & set(context.settings.folders):
                self._watcher.rewalk(folder)
        if context.clock() - self._checked_at > _CHECK_EVERY:
            self._checked_at = context.clock()
            self._watcher.check()
        self._take_hints(self._watcher)

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
        health = watching.states(), self._scan_stage.missing
        if health != self._health:
            self._health = health
            self._post_health(*health)

    def _post_health(self, states: Mapping[bytes, FolderWatch], missing: frozenset[bytes]) -> None:
        """Sweep folders without a watch more often, and post the health of all."""
        swept = {folder for folder, state in states.items() if state.state is WatchState.SWEPT}
        mounts = {path for state in states.values() for path in state.swept_below}
        self._scan_stage.sweep_slowly(swept | mounts)
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
        if seconds < float("inf"):  # a pause ends with its reason, which `_must_pause` checks
            self._rest_until = self._context.clock() + seconds

    def _keep_within_memory(self) -> None:
        """Unload encoders and end reader processes when they use too much memory."""
        now = self._context.clock()
        if now - self._memory_checked_at < _MEMORY_EVERY:
            return
        self._memory_checked_at = now
        if memory() > self._context.settings.memory:
            self._active_model.unload()
            self._read_stage.close()

    def _settle(self) -> None:
        """Post that nothing is left to do; unload the encoder after a while."""
        if self._throttle:
            self._throttle.idle()
        self._embed_stage.rest()
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
        due = min(self._context.schedule.next_due(), self._checked_at + _CHECK_EVERY)
        if self._rest_until > now:
            due = min(due, self._rest_until)
        if self._context.shared_state.state.activity is Activity.PAUSED:
            due = now + _PAUSE_POLL
        return max(0.0, min(due - now, 1.0))
