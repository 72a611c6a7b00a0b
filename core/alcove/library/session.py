"""One library, searched for as long as a window is open: many questions, an index that grows."""

import threading

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import LibraryError
from alcove.index.vectors import ModelRow
from alcove.library.snapshot import IndexSnapshot, open_view
from alcove.personal import LibraryFolder
from alcove.search import Answer, FoundPassage, Hit, Mode, Query, Searcher

_ANYTHING = "Anything that has a few words."


class SearchSession:
    """Owns what searches need: any thread may call it, and questions take turns.

    `renew` loads what the index holds by then; it takes no turn while it loads, so that questions
    are answered from the view before.
    """

    def __init__(self, library: LibraryFolder, preloaded: BackgroundEncoder | None = None) -> None:
        """Name the library; nothing is loaded before the first `renew`.

        Args:
            library: what will be searched.
            preloaded: what `alcove.preload` began; taken if it is of the model that serves.
        """
        self._library = library
        self._encoder = preloaded
        self._view: IndexSnapshot | None = None
        self._turn = threading.Lock()  # of whoever asks the view, or replaces it
        self._renewing = threading.Lock()
        self._missing = LibraryError("nothing was indexed yet", advice="Add a folder first.")

    def renew(self) -> float:
        """Load what the index holds now, and search that from now on.

        The encoder stays while the model is the same; a new one is loaded on a thread of its own.

        Returns:
            The share of passages that can be found by meaning, 0…1.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened; what was searched
                before is searched further.
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
        """See `Searcher.search`; waits for the encoder where it is needed and not loaded yet.

        Raises:
            LibraryError: nothing could be loaded so far; it says what the last `renew` said.
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
        """See `Searcher.more`; the hit may be of an earlier view."""
        with self._turn:
            return self._searcher().more(answer, hit, limit)

    @property
    def is_warm(self) -> bool:
        """Whether `refine` need not get ready first; also where it has nothing to do."""
        view = self._view
        return view is None or view.encoder is None or view.encoder.is_warm

    def warm_up(self) -> None:
        """Get ready to refine, which compiles the model for passages, a few hundred milliseconds.

        Raises:
            ModelError: the model is incomplete or altered.
        """
        view = self._view
        if view is not None and view.encoder is not None:
            view.encoder.encode_passages([_ANYTHING])

    def close(self) -> None:
        """Let go of everything; waits for what is being answered, renewed and loaded."""
        with self._renewing, self._turn:
            old, self._view = self._view, None
        if old is not None:
            old.close()

    def _searcher(self) -> Searcher:
        if self._view is None:
            raise LibraryError(str(self._missing), advice=self._missing.advice)
        return self._view.searcher

    def _encoder_of(self, model: ModelRow) -> BackgroundEncoder:
        """The encoder in use, while the model is the same and could be loaded."""
        folder, encoder = self._library.models / model.manifest, self._encoder
        if encoder is None or encoder.folder != folder or encoder.has_failed:
            encoder = self._encoder = BackgroundEncoder(folder)
        return encoder
