"""Damaged documents: none stops the indexer, each has text or a reason."""

from pathlib import Path

from .runs import record


def test_damaged_documents_have_text_or_a_reason(models: Path, shared_data: Path) -> None:
    folder = shared_data / "documents" / "markitdown"
    printed = record("indexer.mutations", folder, "--models", models, "--every", "6")
    assert "PASS  every file has text or a reason" in printed
