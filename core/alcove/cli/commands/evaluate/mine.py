"""`alcove evaluate --mine`: measure the user's own questions and compare with the last run."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from alcove.cli.commands.evaluate.dataset import SCHEMA
from alcove.cli.commands.evaluate.tables import print_quality
from alcove.cli.counts import counted
from alcove.cli.options import INTERRUPTED
from alcove.cli.progress import cancel_on_interrupt, counting, progress
from alcove.errors import Cancelled
from alcove.evaluate import ProgressDisplay
from alcove.evaluate.as_json import quality_json
from alcove.evaluate.bootstrap import MeanInterval
from alcove.evaluate.own.comparison import RunComparison
from alcove.evaluate.own.run import OwnRun, evaluate_own
from alcove.evaluate.run_queries import MEASURES
from alcove.library import Library
from alcove.personal.evaluations import Evaluation
from alcove.search import Mode

_WIDTH = 80
_CAUTION = (
    "What you never opened or marked counts as no answer, which favours the search that you "
    "opened it from."
)


def evaluate_mine(root: Path, modes: Sequence[Mode], *, as_json: bool) -> int:
    """Run the user's own questions, print the result and return the exit code."""
    display = ProgressDisplay(indexing=progress, counting=counting)
    try:
        with cancel_on_interrupt() as cancel:
            run = evaluate_own(Library(root), modes, display, cancel)
    except Cancelled:
        click.echo("Stopped. Nothing was kept.", err=True)
        return INTERRUPTED
    if as_json:
        told = {"schema": SCHEMA, **_run_json(run)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _print(Console(highlight=False), run)
    return 0


def _run_json(run: OwnRun) -> dict[str, Any]:
    return {
        "dataset": "mine",
        **_facts_json(run.evaluation),
        "documents": run.counts.documents,
        "passages": run.counts.passages,
        **quality_json(run.quality),
        "left_out": run.evaluation.summary["left_out"],
        "before": run.change and _change_json(run.change),
    }


def _facts_json(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "model": evaluation.model,
        "settings_revision": evaluation.revision,
        "at": _moment(evaluation).isoformat(),
    }


def _change_json(change: RunComparison) -> dict[str, Any]:
    intervals = {
        mode: {"ndcg@10_interval": [estimate.low, estimate.high]}
        for mode, estimate in change.ndcg.items()
    }
    return {
        **_facts_json(change.before),
        "queries": change.before.summary["queries"],
        "same_questions": change.same_questions,
        "modes": change.before.summary["modes"],
        "difference": {
            mode: {**measures, **intervals.get(mode, {})}
            for mode, measures in change.measures.items()
        },
    }


def _print(console: Console, run: OwnRun) -> None:
    console.width = min(console.width, _WIDTH)
    left_out = run.evaluation.summary["left_out"]
    if left_out:
        told = ", ".join(f"{number:,} {what}" for what, number in left_out.items())
        click.echo(f"Left out: {told}.", err=True)
    console.print(f"\n[bold]Your own questions[/]  {escape(run.evaluation.model)}")
    sizes = (
        counted(run.counts.documents, "document"),
        counted(run.counts.passages, "passage"),
        counted(run.quality.queries, "question"),
    )
    console.print(f"[dim]{', '.join(sizes)}[/]")
    print_quality(console, run.quality)
    if run.change is not None:
        _print_change(console, run.change, run.evaluation)


def _print_change(console: Console, change: RunComparison, now: Evaluation) -> None:
    before = change.before
    console.print(
        f"\n[bold]Since {_moment(before):%Y-%m-%d %H:%M}[/]  {escape(before.model)}"
        f"{_settings(before, now)}"
    )
    console.print(_table(change, now))
    for mode, estimate in change.ndcg.items():
        console.print(f"By {mode}, {_said(estimate)}.")
    if not change.same_questions:
        console.print(
            "Questions or marks were not the same then"
            f" ({counted(before.summary['queries'], 'question')}): the change may come from them."
        )
    console.print(f"[dim]{_CAUTION}[/]")


def _settings(before: Evaluation, now: Evaluation) -> str:
    return "" if before.revision == now.revision else ", other settings"


def _table(change: RunComparison, now: Evaluation) -> Table:
    """Build a table of three rows for each mode: before, now, and the difference."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column("")
    for name in ("nDCG@10", "recall@10", "recall@100", "MRR@10", "ms"):
        table.add_column(name, justify="right", no_wrap=True)
    for mode, measures in change.measures.items():
        table.add_row(mode, "before", *_cells(change.before.summary["modes"][mode]))
        table.add_row("", "now", *_cells(now.summary["modes"][mode]))
        table.add_row("", "change", *_cells(measures, sign="+"), style="bold", end_section=True)
    return table


def _cells(values: Mapping[str, float], sign: str = "") -> list[str]:
    figures = [_figure(values[name], sign) for name in MEASURES]
    return [*figures, f"{values['seconds_per_query'] * 1000:{sign}.1f}"]


def _figure(value: float, sign: str = "") -> str:
    """Format a figure without the leading zero: .742, +.031, 1.000."""
    return f"{round(value, 3) + 0.0:{sign}.3f}".replace("0.", ".", 1)  # + 0.0: never -0


def _said(gain: MeanInterval) -> str:
    if gain.low > 0:
        said = "better than before"
    elif gain.high < 0:
        said = "worse than before"
    else:
        said = "not to be told apart from before by these questions"
    return f"{said} (nDCG@10 {gain.mean:+.3f}, {gain.low:+.3f} to {gain.high:+.3f})"


def _moment(evaluation: Evaluation) -> datetime:
    return datetime.fromtimestamp(evaluation.at).astimezone()
