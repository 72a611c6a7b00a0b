"""A passage's hash depends on its whole encoder input, and on nothing else."""

import pytest
from tests.indexer.stand_ins import window

from alcove.index.documents import SplitDocument
from alcove.indexer.stages.reading.splitter import Splitter
from alcove.records import Document, Heading

TEXT = "Much krill is eaten.\n"
MANY = "The whale that swam around the cape was seen by all the men on deck. " * 30


def under(*headings: str, text: str = TEXT, title: str | None = "Whales") -> SplitDocument:
    """Return a text under these headings, outermost first, which are not in it."""
    levels = enumerate(headings, start=1)
    above = tuple(Heading(0, level, heading) for level, heading in levels)
    return Splitter(window())(Document(text, title, above))


def texts(split: SplitDocument) -> list[str]:
    return [split.document.text[p.start : p.end] for p in split.passages]


@pytest.mark.parametrize("others", [("Enemies",), ("Life", "Food"), ("Food", "Krill"), ()])
@pytest.mark.parametrize("text", [TEXT, MANY], ids=["one passage", "several"])
def test_the_same_text_under_other_headings_has_other_hashes(
    text: str, others: tuple[str, ...]
) -> None:
    one, other = under("Food", text=text), under(*others, text=text)
    assert {p.headings for p in one.passages} == {("Food",)}
    assert {p.headings for p in other.passages} == {others}
    assert texts(one)[0] == texts(other)[0]
    assert set(one.input_hashes).isdisjoint(other.input_hashes)


@pytest.mark.parametrize("text", [TEXT, MANY], ids=["one passage", "several"])
def test_the_same_text_under_the_same_headings_has_the_same_hashes(text: str) -> None:
    one, other = under("Life", "Food", text=text), under("Life", "Food", text=text)
    assert one.input_hashes == other.input_hashes
    assert len(one.input_hashes) == len(one.passages)


def test_the_same_sections_of_one_document_differ_by_their_headings() -> None:
    text = MANY + MANY
    headings = (Heading(0, 1, "Food"), Heading(len(MANY), 1, "Enemies"))
    split = Splitter(window())(Document(text, "Whales", headings))
    food, enemies = (
        {
            hash_
            for passage, hash_ in zip(split.passages, split.input_hashes, strict=True)
            if passage.headings == (heading,) and text[passage.start :].startswith("The whale")
        }
        for heading in ("Food", "Enemies")
    )
    assert food
    assert enemies
    assert food.isdisjoint(enemies)


def test_another_title_or_another_text_has_another_hash() -> None:
    hashes = [
        *under("Food").input_hashes,
        *under("Food", title="Seals").input_hashes,
        *under("Food", title=None).input_hashes,
        *under("Food", text="Much krill is eaten!\n").input_hashes,
    ]
    assert len(set(hashes)) == 4


def test_where_a_passage_stands_in_its_document_is_no_part_of_its_hash() -> None:
    here, there = under("Food"), under("Food", text=f"\n\n{TEXT}")
    assert here.passages[0].start != there.passages[0].start
    assert here.input_hashes == there.input_hashes
