"""`alcove settings`: show and change settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from alcove.cli.options import pass_library, with_library

if TYPE_CHECKING:
    from alcove.library import Library
    from alcove.library.preferences import Preference
    from alcove.personal import Settings

TAKEN_UP = "A running indexer applies this by itself; otherwise the next alcove index does."


@click.command()
@click.argument("name", required=False)
@click.argument("values", nargs=-1, metavar="[VALUE]...")
@with_library
@pass_library
def settings(library: "Library", name: str | None, values: tuple[str, ...]) -> int:
    """Show all settings, or show or set the one called NAME.

    \b
      alcove settings hidden on
      alcove settings size-limit pdf=300MB
      alcove settings on-battery pause
    """  # noqa: D301 - click wants the real character before lines that stay as they are
    preferences = library.preferences()
    if name is None:
        _show(preferences, library.settings())
        return 0
    if name not in preferences:
        raise click.UsageError(f"No setting “{name}”; there are: {', '.join(preferences)}.")
    now = library.settings()
    for value in values:
        now = library.set_preference(name, value)
    _show({name: preferences[name]}, now)
    if not values:
        click.echo(f"\nIt can be: {preferences[name].allowed}.")
    elif preferences[name].concerns_indexer:
        click.echo(f"\n{TAKEN_UP}")
    return 0


def _show(preferences: "Mapping[str, Preference]", settings: "Settings") -> None:
    for name, preference in preferences.items():
        value = f"{preference.shown(settings):<20}"
        click.echo(f"{click.style(f'{name:<12}', bold=True)} {value} {preference.meaning}")
