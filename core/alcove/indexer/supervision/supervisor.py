"""Sees to it that a library has an indexer: starts one, follows it, succeeds it when it ends."""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass

from alcove.errors import LibraryError
from alcove.indexer.control.client import IndexerClient
from alcove.indexer.control.state import Activity, IndexerState, Pause
from alcove.indexer.supervision.child import IndexerChild, watch_command
from alcove.indexer.supervision.diagnosis import is_locked, unheard, why_it_ended
from alcove.personal import LibraryFolder

_HEAR = 0.1  # seconds that a request may have to wait for its turn
_LOOK_EVERY = 0.05  # seconds between two looks whether an indexer listens by now
_UNHEARD = 5.0  # seconds that a lock may be held by one who does not answer: it is just starting
_FIRST, _LONGEST = 0.2, 30.0  # seconds before it is started again; doubled from time to time
_LONG_LIFE = 60.0  # seconds after which an end is a new misfortune
_LAST_WORD = 2.0  # seconds that `close` waits in all
_REINSTALL = "A part of Alcove is missing: reinstall it."


@dataclass(frozen=True, slots=True)
class SupervisorListener:
    """Who is told, on the supervisor's thread.

    Attributes:
        state: how the indexer stands, whenever that changed.
        lost: it has ended without being asked to; it is being started again.
        problem: why no indexer can be had; None once there is one again.
    """

    state: Callable[[IndexerState], object]
    lost: Callable[[], object]
    problem: Callable[[LibraryError | None], object]


class Supervisor:
    """Owns a thread, and the indexer that it started; another thread calls it.

    The indexer that it started ends with this program, however that ends. One that somebody else
    started is followed just so, succeeded when it ends, and left running when we end.
    """

    def __init__(
        self,
        library: LibraryFolder,
        hears: SupervisorListener,
        *,
        command: Sequence[str] | None = None,
    ) -> None:
        """Prepare; nothing happens before `start`.

        Args:
            library: to be kept up to date.
            hears: who is told.
            command: what starts an indexer; `alcove watch` by this Python, for None.
        """
        self._library = library
        self._hears = hears
        self._command = tuple(command or watch_command(library.root))
        self._requests: deque[tuple[str, dict[str, object]]] = deque()
        self._closing = threading.Event()
        self._child: IndexerChild | None = None
        self._was_heard = False
        self._delay = _FIRST
        self._silent_since: float | None = None
        self._problem: LibraryError | None = None
        self._thread = threading.Thread(target=self._supervise, daemon=True)

    def start(self) -> None:
        """Begin to supervise."""
        self._thread.start()

    def ask(self, what: str, **more: object) -> None:
        """Ask the indexer, see `IndexerClient.ask`; where none runs, the next one is asked."""
        self._requests.append((what, more))

    def close(self) -> None:
        """End within 2 seconds, and the indexer that we started as well, if need be by force."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_WORD)
        child = self._child
        if child is not None:  # the thread still waits for an answer
            child.kill()

    def _supervise(self) -> None:
        while not self._closing.is_set():
            if not self._follow():
                self._bring_about()
        if self._child is not None:
            self._child.end(gently=self._was_heard)
            self._child = None

    def _follow(self) -> bool:
        """Follow the indexer until it ends, or we do; False where none listens."""
        with ExitStack() as stack:
            try:
                client = stack.enter_context(IndexerClient(self._library.root))
            except OSError:
                return False
            self._was_heard, self._silent_since = True, None
            self._tell_trouble(None)
            self._hears.state(client.state)
            with suppress(EOFError, OSError):
                self._converse(client)
                return True
            self._note_end(client.state)
        return True

    def _converse(self, client: IndexerClient) -> None:
        while not self._closing.is_set():
            before = client.state
            while self._requests:
                what, more = self._requests[0]
                client.ask(what, **more)
                self._requests.popleft()
            client.hear(_HEAR)
            if client.state is not before:
                self._hears.state(client.state)

    def _note_end(self, last: IndexerState) -> None:
        if last.pause is Pause.ASKED:
            self._requests.appendleft(("pause", {}))  # the next one knows nothing of it
        if last.activity is not Activity.STOPPING and not self._closing.is_set():
            self._hears.lost()

    def _bring_about(self) -> None:
        """Go one step towards an indexer that listens."""
        if self._child is not None:
            self._look_at(self._child)
        elif is_locked(self._library):
            self._wait_for_another()
        else:
            self._start_one()

    def _look_at(self, child: IndexerChild) -> None:
        """Wait while it is starting; where it has ended, for longer each time."""
        if child.code is None:
            self._closing.wait(_LOOK_EVERY)
            return
        child.end(gently=True)
        self._child = None
        if not self._was_heard and child.code > 0 and not is_locked(self._library):
            self._tell_trouble(why_it_ended(self._library))
        if child.age > _LONG_LIFE:
            self._delay = _FIRST
        self._closing.wait(self._delay)
        self._delay = min(2 * self._delay, _LONGEST)

    def _wait_for_another(self) -> None:
        now = time.monotonic()
        self._silent_since = self._silent_since or now
        if now - self._silent_since > _UNHEARD:
            self._tell_trouble(unheard(self._library))
        self._closing.wait(_FIRST)

    def _start_one(self) -> None:
        self._was_heard, self._silent_since = False, None
        try:
            self._child = IndexerChild(self._command)
        except OSError:
            self._tell_trouble(LibraryError("the indexer cannot be started", advice=_REINSTALL))
            self._closing.wait(_LONGEST)

    def _tell_trouble(self, problem: LibraryError | None) -> None:
        if str(problem) != str(self._problem):
            self._problem = problem
            self._hears.problem(problem)
