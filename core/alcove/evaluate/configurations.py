"""One labelled set under one or several models and dimensions, through the product's pipeline."""

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
    """What is to be evaluated.

    Attributes:
        modes: which arms to ask, in the order in which they are shown.
        models: names or folders; empty for the one that the user's library wants.
        dimensions: of each model; empty for all that it has.
        halves: how many random halves of the questions to look at.
        keep: where to index, and to go on next time; None for a folder that is removed.
    """

    modes: tuple[Mode, ...] = (Mode.WORDS, Mode.MEANING, Mode.BEST)
    models: tuple[str, ...] = ()
    dimensions: tuple[int, ...] = ()
    halves: int = 0
    keep: Path | None = None

    @property
    def vectors(self) -> bool:
        """Whether any mode needs them."""
        return any(mode is not Mode.WORDS for mode in self.modes)


@dataclass(frozen=True, slots=True)
class Configuration:
    """One model with one number of dimensions, and how it does.

    Attributes:
        model: its name.
        model_id: its manifest's.
        dimension: numbers in a vector.
        documents: that were indexed.
        unread: documents that the pipeline could make no text of.
        passages: they were cut into.
        passages_per_second: that are encoded on this machine; None where nothing was.
        quality: what the questions gave.
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
        """Of a vector, as it is stored."""
        return self.dimension * STORED.itemsize


def evaluate(
    dataset: Dataset,
    wanted: EvaluationPlan,
    own: Library,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> list[Configuration]:
    """Index the set's documents under each model and ask its questions.

    Args:
        dataset: the labelled set.
        wanted: what to compare.
        own: the user's library, for its models; nothing is written there.
        display: shows how far it is.
        cancel: stops it at the next safe point.

    Raises:
        Cancelled: `cancel` was set; what was indexed into a kept folder stays.
        AlcoveError: a model or dimension does not exist, the kept folder holds something else, or
            the indexing failed.
    """
    with workplace(dataset, wanted.keep) as work:
        models = gather(wanted.models, own, work / "models", display, cancel)
        for model in models:
            _refuse_more_than(model, wanted.dimensions)
        documents = documents_in(work, dataset, display, cancel)
        found: list[Configuration] = []
        for model in models:
            library = Library(work / "libraries" / model.id[:16])
            share(model, library.folder.models)
            library.models.use(model.id)
            index(library, documents, display, cancel, with_vectors=wanted.vectors)
            found += _compare(library, model, dataset, wanted, display, cancel)
        return found


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
    wanted: EvaluationPlan,
    display: ProgressDisplay,
    cancel: threading.Event,
) -> Iterator[Configuration]:
    """Ask for each dimension; what words find is the same for all of them."""
    status = library.status()
    rate = passages_per_second(library) if wanted.vectors else None
    judged: dict[Mode, ModeRun] = {}
    for dimension in dict.fromkeys(wanted.dimensions or (model.manifest.dimension,)):
        modes = [mode for mode in wanted.modes if mode is not Mode.WORDS or mode not in judged]
        with _searcher(library, model, dimension, wanted) as searcher:
            judged |= _ask(searcher, dataset, modes, display, cancel)
        in_order = {mode: judged[mode] for mode in wanted.modes}
        yield Configuration(
            model=model.manifest.name,
            model_id=model.id,
            dimension=dimension,
            documents=len(dataset.documents) - len(status.failures),
            unread=len(status.failures),
            passages=status.counts.passages,
            passages_per_second=rate,
            quality=summarise(in_order, dataset.judgments, halves=wanted.halves),
        )


def _searcher(
    library: Library, model: AvailableModel, dimension: int, wanted: EvaluationPlan
) -> AbstractContextManager[Searcher]:
    if dimension < model.manifest.dimension and wanted.vectors:
        return cut_searcher(library, dimension)
    return library.searcher(Mode.BEST if wanted.vectors else Mode.WORDS)


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
