"""`alcove model`: list, import, use and remove the embedding models of a library."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alcove.cli.options import EXISTING, INTERRUPTED, pass_library, with_library
from alcove.cli.progress import cancel_on_interrupt
from alcove.cli.update import bring_up_to_date
from alcove.errors import Cancelled

if TYPE_CHECKING:
    from alcove.encoder import AvailableModel
    from alcove.library import Library

SCHEMA = 1
_ID_SHOWN = 8  # characters: enough to tell a handful of models apart


@dataclass(frozen=True, slots=True)
class _ListedModel:
    """A model: whether it serves searches now, and whether the settings name it."""

    model: "AvailableModel"
    serves: bool
    wanted: bool


@click.group()
def model() -> None:
    """List, import, use and remove the models that find documents by their meaning."""


@model.command("list")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@with_library
@pass_library
def model_list(library: "Library", *, as_json: bool) -> int:
    """List the models, the one that comes with Alcove first."""
    serving, wanted = library.status().model, library.settings().model
    rows = [
        _ListedModel(one, one.manifest.name == serving, (None if one.bundled else one.id) == wanted)
        for one in library.models.known()
    ]
    if as_json:
        told = {"schema": SCHEMA, "models": [_json(row) for row in rows]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            _print(row)
    return 0


@model.command("import")
@click.argument("folder", type=EXISTING, metavar="FOLDER")
@click.option("--name", metavar="N", help="What to call it. Default: after its folder.")
@with_library
@pass_library
def model_import(library: "Library", folder: Path, name: str | None) -> int:
    """Take the model in FOLDER, in the layout of sentence-transformers, into the library.

    A network in the folders openvino or onnx is used where there is one; otherwise the weights in
    model.safetensors are converted. FOLDER is needed no more afterwards. A model that would have to
    run code of its own, or whose weights are pickled, is refused.
    """
    click.echo("Preparing the model (once) …", err=True)
    try:
        with cancel_on_interrupt() as cancel:
            known = library.models.import_from(folder, name=name, cancel=cancel)
    except Cancelled:
        click.echo("Stopped. Nothing was imported.", err=True)
        return INTERRUPTED
    _print(_ListedModel(known, serves=False, wanted=False))
    click.echo(f'It serves searches after: alcove model use "{known.manifest.name}"')
    return 0


@model.command("use")
@click.argument("name", metavar="NAME")
@with_library
@pass_library
def model_use(library: "Library", name: str) -> int:
    """Let the model called NAME, or whose id begins so, find documents from now on.

    All passages are encoded for it first; until then searches are answered by the old one. Ctrl-C
    is safe, and using the old model again gives the change up.
    """
    known = library.models.use(name)
    if not library.settings().folders:
        click.echo(f"{known.manifest.name} will be used for the folders that you add.")
        return 0
    click.echo("Until the new model is ready, searches use the current one.", err=True)
    return bring_up_to_date(library)


@model.command("remove")
@click.argument("name", metavar="NAME")
@with_library
@pass_library
def model_remove(library: "Library", name: str) -> int:
    """Delete the model called NAME, or whose id begins so, unless it is in use."""
    known = library.models.remove(name)
    click.echo(f"Removed {known.manifest.name}.")
    return 0


def _json(row: _ListedModel) -> dict[str, Any]:
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


def _print(row: _ListedModel) -> None:
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
