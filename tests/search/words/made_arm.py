"""Build words indexes from a few texts, without a database."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import tantivy

from alcove.index.words.fields import PASSAGES, WORDS_VERSION
from alcove.index.words.generation import WordsGeneration
from alcove.index.words.state import WordsState, write_state
from alcove.language import analyze, backwards
from alcove.search.words.keyword_arm import KeywordArm

STATE = WordsState(WORDS_VERSION, "abc", 1, "first")


def entries(
    split_id: int, *texts: str, first: int = 1, language: str = "en"
) -> Iterator[tantivy.Document]:
    """Yield an index entry for each text, each its own document, with ids from `first`."""
    for id_, text in enumerate(texts, first):
        entry = tantivy.Document()
        for field, value in (("id", id_), ("owner", id_ * 10), ("cut", split_id)):
            entry.add_unsigned(field, value)
        entry.add_text("language", language)
        entry.add_text("endings", backwards(analyze(text, language)[0], language))
        _add_words(entry, text, language)
        yield entry


def _add_words(entry: tantivy.Document, text: str, language: str | None) -> None:
    for field, value in zip(("terms", "surface"), analyze(text, language), strict=True):
        entry.add_text(field, value)


def build(folder: Path, state: WordsState, *parts: Iterator[tantivy.Document]) -> None:
    """Build a generation with these passages and make it the current one."""
    with closing(WordsGeneration(folder / state.generation, create=True)) as generation:
        for part in parts:
            generation.add(PASSAGES, part)
        generation.commit()
    write_state(folder, state)


def ids(arm: KeywordArm, query: str, limit: int = 10) -> list[int]:
    return sorted(arm.passages(query, limit, None).ids.tolist())
