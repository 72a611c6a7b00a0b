"""Run a whole indexer in this thread: start, stop, kill, or drive it until it is idle."""

import shutil
import sqlite3
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from random import Random

from alcove.indexer.context import StageContext
from alcove.indexer.control.state import Activity, IndexerState, SharedState
from alcove.indexer.engine import Engine
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.pace import Throttle
from alcove.indexer.stages.calibration_stage import LibraryCalibrator
from alcove.indexer.store import open_store
from alcove.personal import LibraryFolder, settings_store

from .lossy_watching import LossyWatching
from .stand_ins import Clock, ClockedRequestQueue, Gate, HeldPool, InstantServing

_NEAR = 60.0  # seconds; anything due later is a sweep
_MOST = 2_000  # steps within which it must be idle


class _Killed(BaseException):
    """Simulates kill -9: no clean-up as after a clean end."""


class InProcess:
    """An indexer of one library, running or not.

    Attributes:
        library: moves to another folder with each kill.
        gate: of the pool that reads files.
        watching: the watcher of the current run; None while there is none.
        measure: calibrator of the next run.
    """

    def __init__(self, top: Path, clock: Clock) -> None:
        self._top = top
        self._clock = clock
        self._lives = 0
        self._running: tuple[ExitStack, StageContext, Engine] | None = None
        self.library = self._named()
        self.library.root.mkdir(mode=0o700)
        self.gate = Gate()
        self.watching: LossyWatching | None = None
        self.measure: LibraryCalibrator | None = None

    @property
    def is_running(self) -> bool:
        return self._running is not None

    def want(self, *folders: bytes) -> None:
        settings_store.change(
            self.library.personal, lambda before: replace(before, folders=folders)
        )

    @property
    def state(self) -> IndexerState:
        """State of the running indexer."""
        assert self._running
        return self._running[1].shared_state.state

    def start(self, throttle: Throttle | None = None) -> None:
        clock, stack = self._clock, ExitStack()
        store = stack.enter_context(open_store(self.library))
        rules = FolderRules(bytes(self.library.root))
        requests = ClockedRequestQueue(clock)
        context = StageContext(
            self.library, store, SharedState(), requests, rules, clock=clock, wall=clock.wall
        )
        self.watching = LossyWatching(clock, rules.prune, Random(self._lives))
        engine = Engine(
            context,
            watching=self.watching,
            throttle=throttle,
            serving=InstantServing(self.library.models, store.db, requests, self.gate),
            open_pool=lambda index, recipe, _workers, _wake: HeldPool(
                index, recipe, gate=self.gate, wall=clock.wall
            ),
            measure=self.measure,
        )
        stack.callback(engine.close)
        self._running = stack, context, engine

    def stop(self) -> None:
        """End as after SIGTERM: between two steps, and cleanly."""
        if self._running:
            self._running[0].close()
        self._running = self.watching = None

    def work(self, steps: int) -> None:
        if self._running:
            for _ in range(steps):
                self._running[2].step()

    def kill(self, instructions: int) -> None:
        """End as after kill -9, in the middle of a step if there is enough work left.

        The next run has the files as they are at that moment, before anything is closed.

        Args:
            instructions: number of SQLite's instructions until the kill, in steps of 50.
        """
        if self._running is None:
            return
        stack, context, engine = self._running
        left = iter(range(instructions))
        context.store.db.conn.set_progress_handler(lambda: next(left, None) is None, 50)
        try:
            for _ in range(10):
                engine.step()
        except sqlite3.OperationalError as error:
            assert "interrupted" in str(error)  # noqa: PT017 - another is a failure of its own
        self._lives += 1
        dead, self.library = self.library, self._named()
        shutil.copytree(
            dead.root, self.library.root, ignore=shutil.ignore_patterns("*-shm", ".tmp*")
        )
        stack.__exit__(_Killed, _Killed(), None)
        shutil.rmtree(dead.root)
        self._running = self.watching = None

    def settle(self) -> None:
        """Deliver all events and do all work; run the next sweep too if events were lost."""
        assert self._running
        _, context, engine = self._running
        assert self.watching
        self.gate.is_shut = False
        self.watching.deliver()
        self._clock.advance(2.0)  # the settings are looked at once in a second
        self._step_until_idle(context, engine)
        if self.watching.unnoticed:
            self._clock.advance(context.schedule.next_due() - self._clock.now)
            self._step_until_idle(context, engine)
            self._clock.advance(context.schedule.next_due() - self._clock.now)
            self._step_until_idle(context, engine)
            self.watching.unnoticed = False
        assert context.shared_state.state.activity is Activity.IDLE

    def _step_until_idle(self, context: StageContext, engine: Engine) -> None:
        for _ in range(_MOST):
            if engine.step():
                continue
            wait = context.schedule.next_due() - self._clock.now
            if wait > _NEAR:
                return
            self._clock.advance(max(wait, 0.01))
        raise AssertionError("it never settles")

    def _named(self) -> LibraryFolder:
        return LibraryFolder(self._top / f"library-{self._lives}")
