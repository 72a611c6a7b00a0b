"""How well the user's own library answers the user's own questions."""

import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from alcove.errors import AlcoveError
from alcove.evaluate.display import ProgressDisplay
from alcove.evaluate.own.comparison import RunComparison, change, summary
from alcove.evaluate.own.questions import OwnQuestions, own_questions
from alcove.evaluate.quality import Quality, summarise
from alcove.evaluate.run_queries import DEPTH, SHOWN, ask
from alcove.index import vectors
from alcove.index.counts import IndexCounts, count
from alcove.index.opening import open_reader
from alcove.library import Library
from alcove.personal import evaluations
from alcove.personal.evaluations import Evaluation
from alcove.search import Answer, Mode


@dataclass(frozen=True, slots=True)
class OwnRun:
    """What a run gave.

    Attributes:
        evaluation: as it was kept, to be compared with next time.
        counts: what the library held.
        quality: what the questions gave.
        change: against the run before; None for the first.
    """

    evaluation: Evaluation
    counts: IndexCounts
    quality: Quality
    change: RunComparison | None


def evaluate_own(
    library: Library, modes: Sequence[Mode], display: ProgressDisplay, cancel: threading.Event
) -> OwnRun:
    """Ask the user's questions of the user's library, keep what came out, and compare it.

    Args:
        library: the user's; nothing in its index is changed.
        modes: which arms to ask.
        display: shows how far it is.
        cancel: looked at before each question.

    Raises:
        AlcoveError: there are no questions that could be asked; the advice says how to make some.
        Cancelled: `cancel` was set; nothing is kept of it.
    """
    with own_questions(library) as own:
        _refuse_none(own)
        model, counts = _served(library)
        quality = _ask(library, own, modes, display, cancel)
        kept = Evaluation(time.time(), model, library.settings().revision, summary(own, quality))
    compared = change(kept.summary, evaluations.last(library.folder.personal))
    evaluations.append(library.folder.personal, kept)
    return OwnRun(kept, counts, quality, compared)


def _refuse_none(own: OwnQuestions) -> None:
    if own.queries:
        return
    told = ", ".join(f"{number:,} {what}" for what, number in own.left_out.items())
    raise AlcoveError(
        f"none of your own questions can be asked: {told}" if told else "nothing was marked yet",
        advice='Say which file a question was after: alcove found "QUESTION" PATH. Or have the '
        "results that you open noted: alcove settings judgments on",
    )


def _served(library: Library) -> tuple[str, IndexCounts]:
    """The name of the model that serves, and what the index holds for it."""
    with closing(open_reader(library.folder.index)) as connection:
        model = vectors.active_model(connection)
        return model.name if model else "none", count(connection, model)


def _ask(
    library: Library,
    own: OwnQuestions,
    modes: Sequence[Mode],
    display: ProgressDisplay,
    cancel: threading.Event,
) -> Quality:
    total = len(own.queries) * len(modes)
    with (
        library.searcher() as searcher,
        display.counting("Asking your questions", total) as progress,
    ):

        def search(question: str, mode: Mode) -> Answer:
            return searcher.search(own.meant[question], mode=mode, limit=DEPTH, shown=SHOWN)

        judged = ask(
            own.queries,
            own.judgments,
            search,
            own.keys_of,
            modes,
            progress=progress,
            cancel=cancel,
        )
    return summarise(judged, own.judgments)
