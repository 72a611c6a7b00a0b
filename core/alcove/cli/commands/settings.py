"""`alcove settings`: what can be set, shown and changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from alcove.library import Library
from alcove.library.preferences import PREFERENCES, set_preference
from alcove.personal import Settings

TAKEN_UP = "A running indexer takes this up by itself; else the next alcove index does."


def show_or_set(root: Path, name: str | None, values: Sequence[str]) -> int:
    """Show all settings or one, or give one a value; returns 0."""
    library = Library(root)
    if name is None:
        _show(PREFERENCES, library.settings())
        return 0
    if name not in PREFERENCES:
        raise click.UsageError(f"No setting “{name}”; there are: {', '.join(PREFERENCES)}.")
    settings = library.settings()
    for value in values:
        settings = set_preference(library.folder, name, value)
    _show((name,), settings)
    if not values:
        click.echo(f"\nIt can be: {PREFERENCES[name].allowed}.")
    elif PREFERENCES[name].concerns_indexer:
        click.echo(f"\n{TAKEN_UP}")
    return 0


def _show(names: Iterable[str], settings: Settings) -> None:
    for name in names:
        preference = PREFERENCES[name]
        value = f"{preference.shown(settings):<20}"
        click.echo(f"{click.style(f'{name:<12}', bold=True)} {value} {preference.meaning}")
