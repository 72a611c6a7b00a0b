"""Hits that have nothing but their paths."""

from datetime import UTC, datetime

from alcove.search import ArmMatches, Hit, ScoreParts


def hit(path: bytes, *copies: bytes) -> Hit:
    return Hit(
        path=path,
        copies=copies,
        versions=(),
        title=None,
        format="md",
        language=None,
        modified=datetime(2026, 1, 1, tzinfo=UTC),
        score=0.5,
        page=None,
        line=None,
        passage=None,
        matched=ArmMatches(None, None),
        why=ScoreParts(0.5, 0.5, 0.3),
    )
