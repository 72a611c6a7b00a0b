"""Answers of the real searcher to show in a list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alcove.library import Library
from alcove.search import Answer, Searcher, parse

Ask = Callable[[str], Answer]


@pytest.fixture(scope="session")
def searcher(indexed: Path) -> Iterator[Searcher]:
    with Library(indexed).searcher() as searcher:
        yield searcher


@pytest.fixture
def ask(searcher: Searcher) -> Ask:
    return lambda typed: searcher.refine(searcher.search(parse(typed)))
