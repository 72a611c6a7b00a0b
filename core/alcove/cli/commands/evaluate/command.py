"""Declare the arguments and options of `alcove evaluate`."""

from pathlib import Path

import click

from alcove.cli.options import ANY, EXISTING, with_library


@click.command()
@click.argument("dataset", required=False, type=EXISTING, metavar="DATASET_FOLDER")
@click.option(
    "--mode",
    "modes",
    multiple=True,
    type=click.Choice(["words", "meaning", "best"]),
    help="Only this way of searching; may be repeated.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="A model of your library, or a folder with one; may be repeated.",
)
@click.option(
    "--dimension",
    "dimensions",
    multiple=True,
    type=click.IntRange(1),
    metavar="N",
    help="Only the first N dimensions of each vector; may be repeated.",
)
@click.option(
    "--halves",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Also on N random halves of the questions.",
)
@click.option("--keep", type=ANY, metavar="DIR", help="Index in DIR, and reuse it next time.")
@click.option(
    "--plot",
    type=ANY,
    metavar="FILE",
    help="Write quality against cost as an SVG; needs the extra “plot”.",
)
@click.option("--mine", is_flag=True, help="Your own questions, of your own library.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_library
@click.pass_obj
def evaluate(
    library: Path,
    dataset: Path | None,
    modes: tuple[str, ...],
    models: tuple[str, ...],
    dimensions: tuple[int, ...],
    halves: int,
    keep: Path | None,
    plot: Path | None,
    *,
    mine: bool,
    as_json: bool,
) -> int:
    """Measure how well the labelled questions in DATASET_FOLDER are answered.

    \b
      alcove evaluate scifact
      alcove evaluate scifact --model all-MiniLM-L6-v2 --model ~/models/larger
      alcove evaluate scifact --dimension 128 --dimension 384 --plot scifact.svg

    The folder has the BEIR layout: corpus.jsonl, queries.jsonl, and qrels.tsv or qrels/test.tsv.
    Its documents are indexed into a library of their own, which is removed afterwards; yours stays
    as it is. Said are nDCG@10, recall@10, recall@100 and MRR@10 by words, by meaning and by both,
    with 95% intervals over the questions, and the time that a question takes.

    With --mine instead of a folder, your own library answers the questions that you marked (alcove
    found) or whose results you opened, and is compared with the last time.
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    from alcove.cli.commands.evaluate.dataset import EvaluateOptions, evaluate_dataset, wanted

    asked = wanted(modes, models, dimensions, halves, keep)
    if mine:
        from alcove.cli.commands.evaluate.mine import evaluate_mine

        if dataset or plot or models or dimensions or halves or keep:
            raise click.UsageError("--mine goes with --mode and --json alone.")
        return evaluate_mine(library, asked.modes, as_json=as_json)
    if dataset is None:
        raise click.UsageError("Name the folder of a labelled set, or ask for --mine.")
    return evaluate_dataset(library, EvaluateOptions(dataset, asked, plot, as_json))
