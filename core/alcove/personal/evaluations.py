"""Store evaluations: search quality on the user's own questions, to compare later. Personal data.

They hold figures only, no question and no path.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alcove.personal.database import changed, opened


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation run over the user's own questions.

    Attributes:
        at: time of the run, seconds since the epoch.
        model: name of the model that served.
        revision: revision of the settings.
        summary: counts and measures, as JSON values.
    """

    at: float
    model: str
    revision: int
    summary: Mapping[str, Any]


def append(path: Path, evaluation: Evaluation) -> None:
    """Store a run in the personal database at `path`, durably.

    Raises:
        LibraryError: the database cannot be written, or a newer Alcove wrote it.
    """
    with changed(path) as db:
        db.execute(
            "INSERT INTO evaluations (at, model, revision, summary) VALUES (?, ?, ?, ?)",
            [
                *(evaluation.at, evaluation.model, evaluation.revision),
                json.dumps(dict(evaluation.summary)),
            ],
        )


def last(path: Path) -> Evaluation | None:
    """Return the run stored last; None before the first.

    Raises:
        LibraryError: as `append`.
    """
    if not path.exists():
        return None
    with opened(path) as connection:
        row = connection.execute(
            "SELECT at, model, revision, summary FROM evaluations ORDER BY rowid DESC LIMIT 1"
        ).fetchone()
    return Evaluation(row[0], row[1], row[2], json.loads(row[3])) if row else None
