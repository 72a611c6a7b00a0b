"""`alcove status`: print counts, coverage, folders, failures and the indexer's state."""

import json
import os
import time
from collections import defaultdict
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from alcove.cli.counts import counted
from alcove.cli.options import pass_library, with_library
from alcove.cli.paths import as_json as path_json
from alcove.cli.paths import readable, short
from alcove.indexer import Activity, IndexerState

if TYPE_CHECKING:
    from alcove.index.counts import FolderState
    from alcove.library import Failure, Library, Status

SCHEMA = 1
_SHOWN = 20  # files listed for each reason without --all


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--all", "show_all", is_flag=True, help="List every file that has no text.")
@with_library
@pass_library
def status(library: "Library", *, as_json: bool, show_all: bool) -> int:
    """Show what is in the library, how complete it is, and what could not be read and why."""
    found = library.status()
    if as_json:
        click.echo(json.dumps(_json(found), ensure_ascii=False, indent=2))
        return 0
    _print_counts(found)
    _print_indexer(found.indexer)
    _print_folders(found)
    _print_failures(found, show_all=show_all)
    return 0


def _json(status: "Status") -> dict[str, Any]:
    counts = status.counts
    return {
        "schema": SCHEMA,
        "library": str(status.library),
        "folders": [_folder_json(folder) for folder in status.folders],
        "files": counts.files,
        "waiting": counts.waiting,
        "documents": counts.documents,
        "passages": counts.passages,
        "coverage": counts.coverage,
        "failures": {
            "by_reason": status.failures_by_reason(),
            "files": [
                {**path_json(f.path), "reason": f.reason, "detail": f.detail}
                for f in status.failures
            ],
        },
        "bytes": {**status.sizes, "total": sum(status.sizes.values())},
        "model": status.model,
        "ocr": list(status.ocr),
        "sandbox": status.sandbox,
        "indexer": _indexer_json(status.indexer),
        "guard": {"level": status.guard.name.lower(), "means": status.guard.description},
    }


def _indexer_json(state: IndexerState | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {
        "activity": state.activity,
        "paused": state.pause,
        "done": state.done,
        "total": state.total,
        "waiting": state.waiting,
        "missing_vectors": state.missing_vectors,
        "fresh_at": _moment(state.fresh_at),
        "notices": list(state.notices),
        "error": state.error,
        "folders": [
            {**path_json(os.fsencode(path)), **asdict(health)}
            for path, health in state.folders.items()
        ],
    }


def _folder_json(folder: "FolderState") -> dict[str, Any]:
    return {
        **path_json(folder.path),
        "files": folder.files,
        "scanned_at": _moment(folder.scanned_at),
        "missing_since": _moment(folder.missing_since),
        "excluded": folder.excluded,
    }


def _moment(seconds: float | None) -> str | None:
    return datetime.fromtimestamp(seconds).astimezone().isoformat() if seconds else None


def _print_counts(status: "Status") -> None:
    counts = status.counts
    waiting = f", {counts.waiting:,} of them not read yet" if counts.waiting else ""
    ocr = ", ".join(status.ocr) or "off: Tesseract's language data is not installed"
    sizes = ", ".join(f"{name} {_size(size)}" for name, size in status.sizes.items())
    rows = {
        "Library": readable(bytes(status.library)),
        "Files": f"{counts.files:,}{waiting}",
        "Documents": f"{counts.documents:,}",
        "Passages": f"{counts.passages:,}",
        "Coverage": f"{counts.coverage:.1%} of the passages can be found by meaning",
        "Model": status.model or "none yet",
        "On disk": f"{_size(sum(status.sizes.values()))} ({sizes})",
        "Pictures": f"text is read in {ocr}" if status.ocr else ocr,
        "Sandbox": status.sandbox,
        "Network": status.guard.description,
    }
    for name, value in rows.items():
        click.echo(f"{click.style(f'{name:<10}', bold=True)} {value}")


def _print_indexer(state: IndexerState | None) -> None:
    label = click.style(f"{'Indexer':<10}", bold=True)
    click.echo(f"{label} {_indexer_words(state)}")
    if state is not None:
        for line in (*state.notices, *([state.error] if state.error else [])):
            click.echo(click.style(f"  {line}", fg="yellow"))


def _indexer_words(state: IndexerState | None) -> str:
    if state is None:
        return "not running: changes are found at the next alcove index (or run alcove watch)"
    if state.pause is not None:
        return f"paused: {state.pause}"
    if state.activity is Activity.IDLE and state.fresh_at is not None:
        return f"up to date, {max(0.0, time.time() - state.fresh_at):.0f} s ago"
    share = f", {state.done:,} of {state.total:,}" if state.total else ""
    return f"{state.activity}{share}"


def _print_folders(status: "Status") -> None:
    if not status.folders:
        click.echo("\nNo folders yet: alcove index FOLDER adds one.")
        return
    click.echo(f"\n{click.style('Folders', bold=True)}")
    for folder in status.folders:
        scanned = _moment(folder.scanned_at)
        health = status.indexer.folders.get(os.fsdecode(folder.path)) if status.indexer else None
        state = f"looked at {scanned[:19].replace('T', ' ')}" if scanned else "not looked at yet"
        if folder.missing_since:
            state = f"not available since {(_moment(folder.missing_since) or '')[:16]}"
        elif health is not None:
            state = "watched" if health.watched else f"{state}, swept only: {health.reason}"
        click.echo(f"  {short(folder.path)}  {counted(folder.files, 'file')}, {state}")
        for rule, number in folder.excluded.items():
            click.echo(click.style(f"    left out: {number:,} {rule}", dim=True))


def _print_failures(status: "Status", *, show_all: bool) -> None:
    groups: dict[str, list[Failure]] = defaultdict(list)
    for failure in status.failures:
        groups[failure.reason].append(failure)
    if groups:
        click.echo(f"\n{click.style('Files without text', bold=True)} (found by name only)")
    for reason, failures in sorted(groups.items(), key=lambda group: -len(group[1])):
        click.echo(f"  {click.style(reason, fg='yellow')}: {len(failures):,}")
        shown = failures if show_all else failures[:_SHOWN]
        for failure in shown:
            detail = click.style(f"  {failure.detail}", dim=True) if failure.detail else ""
            click.echo(f"    {short(failure.path)}{detail}")
        if len(shown) < len(failures):
            click.echo(f"    … and {len(failures) - len(shown):,} more: alcove status --all")


def _size(size: float) -> str:
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:,.0f} {unit}"
        size /= 1000
    return f"{size:,.1f} GB"
