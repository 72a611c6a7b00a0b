"""Supervise a library's indexer: start it, follow its state, restart it with backoff."""

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

_HEAR = 0.1  # seconds that a request may wait until it is sent
_LOOK_EVERY = 0.05  # seconds between two checks whether an indexer listens
_UNHEARD = 5.0  # seconds that a lock may be held without an answer: the indexer may be starting
_FIRST, _LONGEST = 0.2, 30.0  # seconds before a restart (backoff): first, longest; doubled
_LONG_LIFE = 60.0  # seconds of running after which the backoff starts from the beginning
_LAST_WORD = 2.0  # seconds that `close` waits in all
_REINSTALL = "A part of Alcove is missing: reinstall it."


@dataclass(frozen=True, slots=True)
class SupervisorListener:
    """Callbacks, called on the supervisor's thread.

    Attributes:
        state: gets the indexer's state whenever it changed.
        lost: the indexer has ended without a request; it is being restarted.
        problem: gets the reason why there is no indexer; None once there is one again.
    """

    state: Callable[[IndexerState], object]
    lost: Callable[[], object]
    problem: Callable[[LibraryError | None], object]


class Supervisor:
    """Owns a thread and the indexer that it starts; called by one other thread.

    The indexer that it started ends with this program, however that ends. An indexer that another
    program started is followed too, replaced when it ends, and left running when we end.
    """

    def __init__(
        self,
        library: LibraryFolder,
        hears: SupervisorListener,
        *,
        command: Sequence[str] | None = None,
    ) -> None:
        """Prepare; `start` begins.

        Args:
            library: to be kept up to date.
            hears: the callbacks.
            command: starts an indexer; None for `alcove watch` by this Python.
        """
        self._library = library
        self._listener = hears
        self._command = tuple(command or watch_command(library.root))
        self._requests: deque[tuple[str, dict[str, object]]] = deque()
        self._closing = threading.Event()
        self._child: IndexerChild | None = None
        self._has_answered = False
        self._delay = _FIRST
        self._silent_since: float | None = None
        self._problem: LibraryError | None = None
        self._thread = threading.Thread(target=self._supervise, daemon=True)

    def start(self) -> None:
        """Start to supervise."""
        self._thread.start()

    def ask(self, what: str, **more: object) -> None:
        """Queue a request to the indexer (see `IndexerClient.ask`), or to the next if none runs."""
        self._requests.append((what, more))

    def close(self) -> None:
        """End within 2 seconds, and end the indexer that we started, by force if necessary."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_WORD)
        child = self._child
        if child is not None:  # the thread still waits for an answer
            child.kill()

    def _supervise(self) -> None:
        while not self._closing.is_set():
            if not self._follow():
                self._ensure_indexer()
        if self._child is not None:
            self._child.end(gently=self._has_answered)
            self._child = None

    def _follow(self) -> bool:
        """Follow the indexer until it ends or we close; return False if none listens."""
        with ExitStack() as stack:
            try:
                client = stack.enter_context(IndexerClient(self._library.root))
            except OSError:
                return False
            self._has_answered, self._silent_since = True, None
            self._report_problem(None)
            self._listener.state(client.state)
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
                self._listener.state(client.state)

    def _note_end(self, last: IndexerState) -> None:
        if last.pause is Pause.ASKED:
            self._requests.appendleft(("pause", {}))  # the next indexer does not know of it
        if last.activity is not Activity.STOPPING and not self._closing.is_set():
            self._listener.lost()

    def _ensure_indexer(self) -> None:
        """Take one step towards an indexer that listens."""
        if self._child is not None:
            self._check_child(self._child)
        elif is_locked(self._library):
            self._wait_for_lock_holder()
        else:
            self._start_child()

    def _check_child(self, child: IndexerChild) -> None:
        """Wait while the child is starting; if it has ended, for longer each time (backoff)."""
        if child.code is None:
            self._closing.wait(_LOOK_EVERY)
            return
        child.end(gently=True)
        self._child = None
        if not self._has_answered and child.code > 0 and not is_locked(self._library):
            self._report_problem(why_it_ended(self._library))
        if child.age > _LONG_LIFE:
            self._delay = _FIRST
        self._closing.wait(self._delay)
        self._delay = min(2 * self._delay, _LONGEST)

    def _wait_for_lock_holder(self) -> None:
        now = time.monotonic()
        self._silent_since = self._silent_since or now
        if now - self._silent_since > _UNHEARD:
            self._report_problem(unheard(self._library))
        self._closing.wait(_FIRST)

    def _start_child(self) -> None:
        self._has_answered, self._silent_since = False, None
        try:
            self._child = IndexerChild(self._command)
        except OSError:
            self._report_problem(LibraryError("the indexer cannot be started", advice=_REINSTALL))
            self._closing.wait(_LONGEST)

    def _report_problem(self, problem: LibraryError | None) -> None:
        if str(problem) != str(self._problem):
            self._problem = problem
            self._listener.problem(problem)
