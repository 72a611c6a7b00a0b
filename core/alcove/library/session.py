"""Search one library while a window is open: many queries, over an index that grows."""

import threading

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import LibraryError
from alcove.index.vectors import ModelRow
from alcove.library.snapshot import IndexSnapshot, open_view
from alcove.personal import LibraryFolder
from alcove.search import Answer, FoundPassage, Hit, Mode, Query, Searcher

_ANYTHING = "Anything that has a few words."


class SearchSession:
    """Owns the index snapshot and the encoder. Any thread may call it; searches take turns.

    `renew` loads a new snapshot without taking a turn: meanwhile, searches use the old one.
    """

    def __init__(self, library: LibraryFolder, preloaded: BackgroundEncoder | None = None) -> None:
        """Name the library; load nothing before the first `renew`.

        Args:
            library: the library to search.
            preloaded: the encoder that `alcove.preload` began to load; used if the model that
                serves is the same.
        """
        self._library = library
        self._encoder = preloaded
        self._view: IndexSnapshot | None = None
        self._turn = threading.Lock()  # held to search the view, or to replace it
        self._renewing = threading.Lock()
        self._missing = LibraryError("nothing was indexed yet", advice="Add a folder first.")

    def renew(self) -> float:
        """Load a snapshot of the index as it is now, and search it from now on.

        The encoder stays while the model is the same; a new one is loaded on a thread of its own.

        Returns:
            The coverage, 0…1.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened; the old snapshot
                stays in use.
        """
        with self._renewing:
            try:
                view = open_view(self._library, self._encoder_of)
            except LibraryError as error:
                self._missing = error
                raise
            with self._turn:
                old, self._view = self._view, view
            if old is not None:
                old.connection.close()
            return view.coverage

    def search(
        self, query: Query, *, mode: Mode = Mode.BEST, limit: int = 50, shown: int | None = None
    ) -> Answer:
        """See `Searcher.search`; wait for the encoder if it is needed and not loaded yet.

        Raises:
            LibraryError: no snapshot could be loaded so far; with the message of the last `renew`.
            ModelError: the model is incomplete or altered.
        """
        with self._turn:
            return self._searcher().search(query, mode=mode, limit=limit, shown=shown)

    def show(self, answer: Answer) -> Answer:
        """See `Searcher.show`."""
        with self._turn:
            return self._searcher().show(answer)

    def refine(
        self,
        answer: Answer,
        *,
        start: int = 0,
        end: int | None = None,
        cancel: threading.Event | None = None,
    ) -> Answer:
        """See `Searcher.refine`.

        Raises:
            Cancelled: `cancel` was set.
        """
        with self._turn:
            return self._searcher().refine(answer, start=start, end=end, cancel=cancel)

    def more(self, answer: Answer, hit: Hit, limit: int = 10) -> tuple[FoundPassage, ...]:
        """See `Searcher.more`; the hit may come from an earlier snapshot."""
        with self._turn:
            return self._searcher().more(answer, hit, limit)

    @property
    def is_warm(self) -> bool:
        """Whether `refine` can start at once; also True without a snapshot or a model."""
        view = self._view
        return view is None or view.encoder is None or view.encoder.is_warm

    def warm_up(self) -> None:
        """Prepare to refine: compile the model for passages, in a few hundred milliseconds.

        Raises:
            ModelError: the model is incomplete or altered.
        """
        view = self._view
        if view is not None and view.encoder is not None:
            view.encoder.encode_passages([_ANYTHING])

    def close(self) -> None:
        """Release everything; wait for a search, a renewal and a loading encoder to end."""
        with self._renewing, self._turn:
            old, self._view = self._view, None
        if old is not None:
            old.close()

    def _searcher(self) -> Searcher:
        if self._view is None:
            raise LibraryError(str(self._missing), advice=self._missing.advice)
        return self._view.searcher

    def _encoder_of(self, model: ModelRow) -> BackgroundEncoder:
        """Return the encoder in use if it is of this model and has not failed, else a new one."""
        folder, encoder = self._library.models / model.manifest, self._encoder
        if encoder is None or encoder.folder != folder or encoder.has_failed:
            encoder = self._encoder = BackgroundEncoder(folder)
        return encoder
