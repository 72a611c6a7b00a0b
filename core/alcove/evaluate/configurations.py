"""Evaluate a labelled set under one or more models and dimensions, by the real pipeline."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder import AvailableModel
from alcove.errors import AlcoveError
from alcove.evaluate.costs import passages_per_second
from alcove.evaluate.dimensions import cut_searcher
from alcove.evaluate.display import ProgressDisplay
from alcove.evaluate.index_dataset import index
from alcove.evaluate.labelled.corpus import number_of
from alcove.evaluate.labelled.dataset import Dataset
from alcove.evaluate.labelled.workplace import documents_in, workplace
from alcove.evaluate.models import gather, share
from alcove.evaluate.quality import Quality, summarise
from alcove.evaluate.run_queries import DEPTH, SHOWN, ModeRun, ask
from alcove.index.vectors import STORED
from alcove.library import Library
from alcove.search import Answer, Hit, Mode, Searcher, plain


@dataclass(frozen=True, slots=True)
class EvaluationPlan:
    """The settings of an evaluation.

    Attributes:
        modes: which arms to ask, in display order.
        models: names or directories; empty for the model of the user's library.
        dimensions: to truncate each model's vectors to; empty for its full dimension.
        halves: how many random halves of the questions to report.
        keep: directory to index in and reuse next time; None for a temporary one.
    """

    modes: tuple[Mode, ...] = (Mode.WORDS, Mode.MEANING, Mode.BEST)
    models: tuple[str, ...] = ()
    dimensions: tuple[int, ...] = ()
    halves: int = 0
    keep: Path | None = None

    @property
    def vectors(self) -> bool:
        """Whether any mode needs vectors."""
        return any(mode is not Mode.WORDS for mode in self.modes)


@dataclass(frozen=True, slots=True)
class Configuration:
    """One model with one number of dimensions, and its results.

    Attributes:
        model: its name.
        model_id: the id of its manifest.
        dimension: of the vectors.
        documents: number of indexed documents.
        unread: number of documents that the pipeline could not read.
        passages: number of passages that they were split into.
        passages_per_second: encoding rate on this machine; None if nothing was encoded.
        quality: the measures over all questions.
    """

    model: str
    model_id: str
    dimension: int
    documents: int
    unread: int
    passages: int
    passages_per_second: float | None
    quality: Quality

    @property
    def bytes_per_passage(self) -> int:
        """The size of a stored vector in bytes."""
        return self.dimension * STORED.itemsize


def evaluate(
    dataset: Dataset,
    plan: EvaluationPlan,
    own: Library,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> list[Configuration]:
    """Index the set's documents under each model and ask its questions.

    Args:
        dataset: the labelled set.
        plan: what to compare.
        own: the user's library, for its models; nothing is written there.
        display: shows progress.
        cancel: stops at the next safe point.

    Raises:
        Cancelled: `cancel` was set; what was indexed into a kept directory stays.
        AlcoveError: a model or dimension does not exist, the kept directory holds something else,
            or the indexing failed.
    """
    with workplace(dataset, plan.keep) as work:
        models = gather(plan.models, own, work / "models", display, cancel)
        for model in models:
            _refuse_more_than(model, plan.dimensions)
        documents = documents_in(work, dataset, display, cancel)
        configurations: list[Configuration] = []
        for model in models:
            library = Library(work / "libraries" / model.id[:16])
            share(model, library.folder.models)
            library.models.use(model.id)
            index(library, documents, display, cancel, with_vectors=plan.vectors)
            configurations += _compare(library, model, dataset, plan, display, cancel)
        return configurations


def _refuse_more_than(model: AvailableModel, dimensions: Sequence[int]) -> None:
    for dimension in dimensions:
        if dimension > model.manifest.dimension:
            raise AlcoveError(
                f"{model.manifest.name} has {model.manifest.dimension} dimensions, not {dimension}"
            )


def _compare(
    library: Library,
    model: AvailableModel,
    dataset: Dataset,
    plan: EvaluationPlan,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> Iterator[Configuration]:
    """Ask the questions for each dimension; the keyword arm only once, since it has no vectors."""
    status = library.status()
    rate = passages_per_second(library) if plan.vectors else None
    runs: dict[Mode, ModeRun] = {}
    for dimension in dict.fromkeys(plan.dimensions or (model.manifest.dimension,)):
        modes = [mode for mode in plan.modes if mode is not Mode.WORDS or mode not in runs]
        with _searcher(library, model, dimension, plan) as searcher:
            runs |= _ask(searcher, dataset, modes, display, cancel)
        in_order = {mode: runs[mode] for mode in plan.modes}
        yield Configuration(
            model=model.manifest.name,
            model_id=model.id,
            dimension=dimension,
            documents=len(dataset.documents) - len(status.failures),
            unread=len(status.failures),
            passages=status.counts.passages,
            passages_per_second=rate,
            quality=summarise(in_order, dataset.judgments, halves=plan.halves),
        )


def _searcher(
    library: Library, model: AvailableModel, dimension: int, plan: EvaluationPlan
) -> AbstractContextManager[Searcher]:
    if dimension < model.manifest.dimension and plan.vectors:
        return cut_searcher(library, dimension)
    return library.searcher(Mode.BEST if plan.vectors else Mode.WORDS)


def _ask(
    searcher: Searcher,
    dataset: Dataset,
    modes: Sequence[Mode],
    display: ProgressDisplay,
    cancel: threading.Event,
) -> Mapping[Mode, ModeRun]:
    def search(question: str, mode: Mode) -> Answer:
        return searcher.search(plain(question), mode=mode, limit=DEPTH, shown=SHOWN)

    def ids_of(hit: Hit) -> list[str]:
        return [
            dataset.documents[number_of(path)] for path in (hit.path, *hit.copies, *hit.versions)
        ]

    questions = dataset.queries
    with display.counting("Asking questions", len(questions) * len(modes)) as progress:
        return ask(
            questions,
            dataset.judgments,
            search,
            ids_of,
            modes,
            progress=progress,
            cancel=cancel,
        )
