"""Turn an answer into the JSON of `alcove search --json`."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from alcove.cli.paths import as_json
from alcove.search import Answer, Evidence, Hit

SCHEMA = 1


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as `alcove search --json` prints it.

    "corrected", "notices" and a hit's "versions" are left out where they would be empty.
    """
    return {
        "schema": SCHEMA,
        "query": answer.query.typed,
        "mode": str(answer.mode),
        "coverage": answer.coverage,
        "seconds": answer.seconds,
        "verdict": str(answer.verdict),
        "hits": [_hit_json(hit) for hit in answer.hits],
        **({"corrected": list(answer.corrected)} if answer.corrected else {}),
        **({"notices": [str(notice) for notice in answer.notices]} if answer.notices else {}),
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        **as_json(hit.path),
        "copies": [as_json(path)["path"] for path in hit.copies],
        "title": hit.title,
        "type": hit.format,
        "modified": hit.modified.isoformat(),
        "score": hit.score,
        "page": hit.page,
        "line": hit.line,
        "passage": passage and {"text": passage.text, "start": passage.start, "end": passage.end},
        "matched": {"meaning": hit.matched.meaning, "words": hit.matched.words},
        "why": asdict(hit.why),
        "evidence": list(_evidence_json(hit.evidence)) if hit.evidence else [],
        **({"versions": [as_json(path)["path"] for path in hit.versions]} if hit.versions else {}),
    }


def _evidence_json(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Yield ranges of the document's text, in code points, and how each was found."""
    if evidence.sentence:
        start, end = evidence.sentence
        yield {"kind": "sentence", "start": start, "end": end, "how": evidence.how}
    for start, end in evidence.words:
        yield {"kind": "word", "start": start, "end": end, "how": "words"}
