"""`alcove report`: print the privacy report: what is kept, who can read it, what runs."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from alcove.cli.counts import counted
from alcove.cli.options import pass_library, with_library
from alcove.cli.paths import readable, short

if TYPE_CHECKING:
    from alcove.library import Library
    from alcove.library.report.privacy import Report


@click.command()
@with_library
@pass_library
def report(library: "Library") -> int:
    """Show what Alcove keeps about you and where, who can read it, and what runs now."""
    found = library.report()
    click.echo(f"{click.style('Kept in', bold=True)} {short(bytes(library.root))}")
    for line in _lines(found):
        click.echo(f"  {line}")
    _print_rest(found)
    return 0


def _lines(report: "Report") -> Iterator[str]:
    for part in report.parts:
        names = ", ".join(readable(path.name.encode()) for path in part.paths)
        yield f"{part.kind:<9} {part.bytes:>15,} bytes  {names}"
    counts, personal = report.counts, report.personal
    found = {"file": counts.files, "document": counts.documents, "passage": counts.passages}
    yield _listed(found)
    yield _listed(
        {
            "folder": personal.folders,
            "rule": personal.rules,
            "judgment": personal.judgments,
            "question": personal.history,
            "saved search": personal.saved_searches,
        }
    )
    if report.is_private is not None:
        yield "Only you can open it." if report.is_private else "Other users can open it."


def _print_rest(report: "Report") -> None:
    rows = [("Network", report.guard.description), ("Sandbox", report.sandbox)]
    if report.model is not None:
        rows.append(("Model", f"{report.model.manifest.name} ({report.model.id})"))
        rows += [("", f"{name} {sha}") for name, sha in report.model.manifest.files.items()]
    rows += [
        ("Process", f"{one.kind}, number {one.pid}, {one.memory / 10**6:,.0f} MB")
        for one in report.processes
    ]
    for name, value in rows:
        click.echo(f"{click.style(f'{name:<8}', bold=True)}{value}")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(counted(number, what) for what, number in counts.items())
