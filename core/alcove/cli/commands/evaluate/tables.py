"""Print the report of `alcove evaluate` as tables, within 80 columns."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from alcove.cli.counts import counted
from alcove.evaluate import Configuration, Dataset
from alcove.evaluate.bootstrap import MeanInterval
from alcove.evaluate.quality import ModeQuality, Quality, figure, rule
from alcove.search import Mode

_WIDTH = 80


def print_report(
    console: Console, dataset: Dataset, configurations: Sequence[Configuration]
) -> None:
    """Print each configuration, and all of them side by side if there are several."""
    console.width = min(console.width, _WIDTH)
    for one in configurations:
        console.print(f"\n[bold]{_plain(dataset.name)}[/]  {_facts(one)}", soft_wrap=False)
        print_quality(console, one.quality)
    if len(configurations) > 1:
        console.print("\n[bold]Side by side[/]")
        console.print(_side_by_side(configurations))


def print_quality(console: Console, quality: Quality) -> None:
    """Print the measures: a row for each mode, the gain of both arms together, and the rule."""
    console.print(_modes(quality))
    if quality.gain is not None:
        console.print(_gain(quality.gain.arm, quality.gain.ndcg))
    console.print(_sentence(rule(quality)))
    if quality.halves:
        console.print(_halves(quality))


def _facts(one: Configuration) -> str:
    unread = f", {one.unread:,} without text" if one.unread else ""
    return (
        f"{_plain(one.model)}, {one.dimension} dimensions\n"
        f"[dim]{counted(one.documents, 'document')}{unread}, {counted(one.passages, 'passage')},"
        f" {counted(one.quality.queries, 'question')}[/]"
    )


def _modes(quality: Quality) -> Table:
    table = _table("", "nDCG@10", "95% interval", "recall@10", "recall@100", "MRR@10", "ms", "p95")
    for mode, of in quality.modes.items():
        table.add_row(str(mode), *_row(of), style="bold" if mode is quality.main else None)
    return table


def _row(of: ModeQuality) -> tuple[str, ...]:
    mean, _, p95 = of.seconds
    ndcg = of.measures["ndcg@10"]
    others = (of.measures[name].mean for name in ("recall@10", "recall@100", "mrr@10"))
    return (
        figure(ndcg.mean),
        _interval(ndcg),
        *map(figure, others),
        f"{mean * 1000:.1f}",
        f"{p95 * 1000:.1f}",
    )


def _gain(arm: Mode, gain: MeanInterval) -> str:
    if gain.low > 0:
        said = f"best is better than {arm} alone"
    elif gain.high < 0:
        said = f"best is worse than {arm} alone"
    else:
        said = f"best and {arm} alone cannot be told apart by these questions"
    return f"{said} (nDCG@10 {gain.mean:+.3f}, {gain.low:+.3f} to {gain.high:+.3f})."


def _halves(quality: Quality) -> Table:
    table = _table("nDCG@10 of half the questions", *map(str, quality.modes))
    for number, half in enumerate(quality.halves, 1):
        table.add_row(f"{number}", *(figure(half[mode]) for mode in quality.modes))
    return table


def _side_by_side(configurations: Sequence[Configuration]) -> Table:
    main = configurations[0].quality.main
    table = _table("model", "dim", f"nDCG@10 {main}", "95% interval", "bytes", "ms", "passages/s")
    for one in configurations:
        of = one.quality.modes[main]
        rate = one.passages_per_second
        table.add_row(
            _plain(one.model),
            str(one.dimension),
            figure(of.measures["ndcg@10"].mean),
            _interval(of.measures["ndcg@10"]),
            f"{one.bytes_per_passage:,}",
            f"{of.seconds[0] * 1000:.1f}",
            f"{rate:,.0f}" if rate else "",
        )
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, 1),
        pad_edge=False,
        collapse_padding=True,
        header_style="dim",
    )
    table.add_column(first, overflow="fold", min_width=len("meaning"))
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _interval(estimate: MeanInterval) -> str:
    return f"{figure(estimate.low)}–{figure(estimate.high)}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(text: str) -> str:
    """Return the text without rich's markup and without control characters."""
    return escape("".join(char for char in text if char.isprintable()))
