"""`alcove evaluate DATASET_FOLDER`: measure a labelled set by words, by meaning and by both."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from alcove.cli.commands.evaluate.tables import print_report
from alcove.cli.options import INTERRUPTED
from alcove.cli.progress import cancel_on_interrupt, counting, progress
from alcove.errors import AlcoveError, Cancelled
from alcove.evaluate import Dataset, EvaluationPlan, ProgressDisplay, evaluate, read_dataset
from alcove.evaluate.as_json import report_json
from alcove.evaluate.plot import plot, require_matplotlib
from alcove.library import Library
from alcove.search import Mode

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """The arguments and options as typed."""

    dataset: Path
    wanted: EvaluationPlan
    plot: Path | None
    as_json: bool


def wanted(
    modes: Sequence[str],
    models: Sequence[str],
    dimensions: Sequence[int],
    halves: int,
    keep: Path | None,
) -> EvaluationPlan:
    """Return the evaluation that the options ask for; every mode if none was named.

    Raises:
        click.UsageError: dimensions were named for words alone.
    """
    of_modes = tuple(mode for mode in EvaluationPlan().modes if not modes or mode in modes)
    if dimensions and of_modes == (Mode.WORDS,):
        raise click.UsageError("Words alone have no dimensions.")
    return EvaluationPlan(of_modes, tuple(models), tuple(dimensions), halves, keep)


def evaluate_dataset(root: Path, request: EvaluateOptions) -> int:
    """Evaluate, print the report and return the exit code.

    Raises:
        AlcoveError: the dataset cannot be read, or the plot's folder or matplotlib is missing.
    """
    if request.plot is not None:
        require_matplotlib()
        if not request.plot.absolute().parent.is_dir():
            raise AlcoveError(f"{request.plot.absolute().parent} is no folder for the plot")
    dataset = read_dataset(request.dataset)
    _tell_left_out(dataset)
    display = ProgressDisplay(indexing=progress, counting=counting)
    try:
        with cancel_on_interrupt() as cancel:
            found = evaluate(dataset, request.wanted, Library(root), display, cancel)
    except Cancelled:
        kept = request.wanted.keep
        goes_on = f"{kept} holds what was finished; the same command goes on from there."
        click.echo(f"Stopped. {goes_on if kept else 'Nothing was kept.'}", err=True)
        return INTERRUPTED
    if request.plot is not None:
        request.plot.write_text(plot(dataset.name, found), encoding="utf-8")
    if request.as_json:
        told = {"schema": SCHEMA, **report_json(dataset, found)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print_report(Console(highlight=False), dataset, found)
    return 0


def _tell_left_out(dataset: Dataset) -> None:
    told = ", ".join(f"{what} ({number:,})" for what, number in dataset.left_out.items())
    if told:
        click.echo(f"Left out: {told}.", err=True)
