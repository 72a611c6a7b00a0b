"""Evaluate how well the user's own library answers the user's own questions."""

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
    """The result of a run.

    Attributes:
        evaluation: as stored for the next comparison.
        counts: the contents of the library.
        quality: the measures over all questions.
        change: since the previous run; None for the first.
    """

    evaluation: Evaluation
    counts: IndexCounts
    quality: Quality
    change: RunComparison | None


def evaluate_own(
    library: Library, modes: Sequence[Mode], display: ProgressDisplay, cancel: threading.Event
) -> OwnRun:
    """Ask the user's questions, store the results, and compare them with the previous run.

    Args:
        library: the user's; its index is not changed.
        modes: which arms to ask.
        display: shows progress.
        cancel: checked before each question.

    Raises:
        AlcoveError: there are no questions to ask; the advice says how to make some.
        Cancelled: `cancel` was set; nothing is stored.
    """
    with own_questions(library) as own:
        _require_questions(own)
        model, counts = _model_and_counts(library)
        quality = _ask(library, own, modes, display, cancel)
        evaluation = Evaluation(
            time.time(), model, library.settings().revision, summary(own, quality)
        )
    comparison = change(evaluation.summary, evaluations.last(library.folder.personal))
    evaluations.append(library.folder.personal, evaluation)
    return OwnRun(evaluation, counts, quality, comparison)


def _require_questions(own: OwnQuestions) -> None:
    if own.queries:
        return
    reasons = ", ".join(f"{number:,} {what}" for what, number in own.left_out.items())
    raise AlcoveError(
        f"none of your own questions can be asked: {reasons}"
        if reasons
        else "nothing was marked yet",
        advice='Say which file a question was after: alcove found "QUESTION" PATH. Or have the '
        "results that you open noted: alcove settings judgments on",
    )


def _model_and_counts(library: Library) -> tuple[str, IndexCounts]:
    """Return the name of the active model, and what the index holds for it."""
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

        runs = ask(
            own.queries,
            own.judgments,
            search,
            own.keys_of,
            modes,
            progress=progress,
            cancel=cancel,
        )
    return summarise(runs, own.judgments)
