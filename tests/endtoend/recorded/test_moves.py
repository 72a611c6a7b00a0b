"""A whole tree moves: nothing in it is encoded again."""

from pathlib import Path

from .runs import record


def test_a_tree_that_moves_is_not_encoded_again(models: Path) -> None:
    options = ("--files", "100", "--folders", "10", "--contents", "10")
    printed = record("indexer.moves", "--models", models, *options)
    assert "PASS  renamed: no passage is encoded" in printed
