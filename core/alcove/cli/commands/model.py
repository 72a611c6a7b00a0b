"""`alcove model`: which models there are, and which one finds documents by their meaning."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from alcove.cli.commands.index import INTERRUPTED, bring_up_to_date
from alcove.cli.progress import cancel_on_interrupt
from alcove.encoder import KnownModel
from alcove.errors import Cancelled
from alcove.library import Library

SCHEMA = 1
_ID_SHOWN = 8  # characters: enough to tell a handful of models apart


@dataclass(frozen=True, slots=True)
class _Row:
    """A model, whether it answers searches now, and whether the user wants it to."""

    model: KnownModel
    serves: bool
    wanted: bool


def show_models(root: Path, *, as_json: bool) -> int:
    """Print the models of a library; returns 0."""
    library = Library(root)
    serving, wanted = library.status().model, library.settings().model
    rows = [
        _Row(model, model.manifest.name == serving, (None if model.bundled else model.id) == wanted)
        for model in library.models()
    ]
    if as_json:
        told = {"schema": SCHEMA, "models": [_json(row) for row in rows]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            _print(row)
    return 0


def import_folder(root: Path, folder: Path, name: str | None) -> int:
    """Take a model folder into the library and say how to use it; returns the exit code."""
    click.echo("Preparing the model (once) …", err=True)
    try:
        with cancel_on_interrupt() as cancel:
            model = Library(root).import_model(folder, name=name, cancel=cancel)
    except Cancelled:
        click.echo("Stopped. Nothing was imported.", err=True)
        return INTERRUPTED
    _print(_Row(model, serves=False, wanted=False))
    click.echo(f'It serves searches after: alcove model use "{model.manifest.name}"')
    return 0


def use(root: Path, name: str) -> int:
    """Want a model, and wait until it serves; returns the exit code."""
    library = Library(root)
    model = library.use_model(name)
    if not library.settings().folders:
        click.echo(f"{model.manifest.name} will be used for the folders that you add.")
        return 0
    click.echo("Searches are answered as before until the new model has everything.", err=True)
    return bring_up_to_date(library)


def remove(root: Path, name: str) -> int:
    """Delete a model that is not used, and say so; returns 0."""
    model = Library(root).remove_model(name)
    click.echo(f"Removed {model.manifest.name}.")
    return 0


def _json(row: _Row) -> dict[str, Any]:
    model, manifest = row.model, row.model.manifest
    return {
        "id": model.id,
        "name": manifest.name,
        "dimension": manifest.dimension,
        "max_tokens": manifest.max_tokens,
        "pooling": list(manifest.pooling),
        "prompts": {"query": manifest.query_prompt, "passage": manifest.passage_prompt},
        "bytes": model.size,
        "bundled": model.bundled,
        "prepared": model.prepared is not None,
        "serves": row.serves,
        "wanted": row.wanted,
    }


def _print(row: _Row) -> None:
    model, manifest = row.model, row.model.manifest
    state = {
        "serves searches": row.serves,
        "takes over when it has everything": row.wanted and not row.serves,
        "comes with Alcove": model.bundled,
        "not prepared yet": model.prepared is None,
    }
    facts = [
        f"{manifest.dimension} dimensions",
        f"{manifest.max_tokens:,} tokens",
        f"{' and '.join(manifest.pooling)} pooling",
        f"{model.size / 1e6:,.0f} MB",
    ]
    shown = ", ".join(words for words, true in state.items() if true)
    name = click.style(manifest.name, bold=True)
    click.echo(f"{model.id[:_ID_SHOWN]}  {name}  {shown}".rstrip())
    click.echo(click.style(f"          {', '.join(facts)}", dim=True))
    for kind, prompt in (("query", manifest.query_prompt), ("passage", manifest.passage_prompt)):
        if prompt:
            click.echo(click.style(f"          {kind} prompt: {prompt!r}", dim=True))
