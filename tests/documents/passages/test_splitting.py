"""Splitting: passages cover all text, fit the window, and keep sentences whole."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.conftest import ModelTokenizer

from alcove.documents.passages.encoder_text import encoder_text
from alcove.documents.passages.splitting import split
from alcove.documents.readers.markup import markdown, restructured_text
from alcove.records import Document, Heading, Passage

WINDOW = 256
SENTENCE = "The whale that swam around the cape was seen by all the men on deck. "
PIECES = st.sampled_from(
    [
        SENTENCE,
        "短い文です。",
        "word " * 40,
        "\n\n",
        "\n",
        "    if x: return y\n",
        "a\tb\tc\n",
        "무궁화꽃이피었습니다" * 20,
        "x" * 90 + " ",
        "QUJDREVGRw" * 40,
        "\N{GRINNING FACE}" * 60,
        "é\u0301\u200b\x01 ",
        "## A heading\n",
        "# Another one of them\n\n",
        "Straße? ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=30), max_size=40).map("".join)


@pytest.fixture(scope="module")
def model(tokenizer: ModelTokenizer) -> ModelTokenizer:
    return tokenizer


def sizes(document: Document, passages: list[Passage], model: ModelTokenizer) -> list[int]:
    """Return the number of tokens of each passage's encoder input, special tokens included."""
    texts = [
        encoder_text(document.title, passage.headings, document.text[passage.start : passage.end])
        for passage in passages
    ]
    return [len(spans) + 2 for spans in model.token_spans(texts)]


def check(document: Document, passages: list[Passage], model: ModelTokenizer) -> None:
    text = document.text
    covered = 0
    for passage in passages:
        stretch = text[passage.start : passage.end]
        assert stretch == stretch.strip() != ""
        assert not text[covered : passage.start].strip()
        assert passage.end > covered
        covered = passage.end
    assert not text[covered:].strip()
    assert all(size <= WINDOW for size in sizes(document, passages, model))


@given(text=TEXTS)
def test_all_is_covered_and_fits(model: ModelTokenizer, text: str) -> None:
    document = markdown(text.encode("utf-8", "ignore").decode().replace("\0", ""))
    passages = split(document, model, WINDOW)
    check(document, passages, model)
    whole = Passage(0, len(document.text), None, 1)
    if passages and sizes(document, [whole], model)[0] <= WINDOW - 64:
        assert len(passages) == 1


@given(text=TEXTS, marks=st.lists(st.integers(0, 3000)))
def test_pages_and_lines_are_those_of_the_start(
    model: ModelTokenizer, text: str, marks: list[int]
) -> None:
    text = text.encode("utf-8", "ignore").decode()
    starts = tuple(sorted({0, *(mark for mark in marks if mark <= len(text))}))
    for passage in split(Document(text, page_starts=starts), model, WINDOW):
        assert passage.line is None
        assert passage.page == sum(start <= passage.start for start in starts)
    for passage in split(Document(text), model, WINDOW):
        assert passage.page is None
        assert passage.line == text.count("\n", 0, passage.start) + 1


def test_white_space_has_no_passages(model: ModelTokenizer) -> None:
    assert split(Document(" \n\t"), model, WINDOW) == []


def test_text_without_tokens_is_still_covered(model: ModelTokenizer) -> None:
    assert split(Document(" \x01 "), model, WINDOW) == [Passage(1, 2, None, 1)]


def test_a_document_that_fits_stays_whole(model: ModelTokenizer) -> None:
    text = "# One\n\nFirst.\n\n# Two\n\nSecond.\n" + SENTENCE * 10
    assert split(markdown(text), model, WINDOW) == [
        Passage(0, len(text.rstrip()), None, 1, ("One",))
    ]


def test_windows_are_filled_with_whole_sentences(model: ModelTokenizer) -> None:
    document = Document(SENTENCE * 100, "On Whales")
    passages = split(document, model, WINDOW)
    check(document, passages, model)
    assert all(size > 230 for size in sizes(document, passages, model)[:-1])
    for passage in passages:
        assert document.text[passage.start : passage.end].startswith("The whale")
        assert document.text[passage.start : passage.end].endswith("deck.")


def test_neighbours_share_a_sentence_or_two(model: ModelTokenizer) -> None:
    passages = split(Document(SENTENCE * 100), model, WINDOW)
    shared = [before.end - after.start for before, after in pairwise(passages)]
    assert all(len(SENTENCE) - 2 <= length <= 2 * len(SENTENCE) for length in shared)


def test_a_section_begins_a_passage_and_shares_nothing(model: ModelTokenizer) -> None:
    text = "".join(f"# Part {n}\n\n{SENTENCE * 12}\n\n" for n in range(4))
    document = markdown(text)
    passages = split(document, model, WINDOW)
    assert [passage.start for passage in passages] == [h.start for h in document.headings]
    assert [passage.headings for passage in passages] == [(f"Part {n}",) for n in range(4)]


def test_tiny_sections_stay_together(model: ModelTokenizer) -> None:
    text = "".join(f"## Word {n}\n\nIts meaning.\n\n" for n in range(200))
    document = markdown(text)
    passages = split(document, model, WINDOW)
    check(document, passages, model)
    assert all(size > 200 for size in sizes(document, passages, model)[:-1])
    starts = {heading.start for heading in document.headings}
    assert all(passage.start in starts for passage in passages)


def test_a_passage_has_the_headings_above_it(model: ModelTokenizer) -> None:
    text = f"# A\n\n## B\n\n{SENTENCE * 30}\n\n## C\n\n{SENTENCE * 30}\n\n# D\n\n{SENTENCE * 30}"
    paths = {passage.headings for passage in split(markdown(text), model, WINDOW)}
    assert paths == {("A",), ("A", "B"), ("A", "C"), ("D",)}


def test_code_is_split_between_lines(model: ModelTokenizer) -> None:
    text = "".join(f"    value_{n} = compute({n}, other[{n}])\n" for n in range(200))
    for passage in split(Document(text), model, WINDOW)[1:]:
        assert text[text.rindex("\n", 0, passage.start) + 1 : passage.start].isspace()


def test_encoded_data_is_not_many_passages(model: ModelTokenizer) -> None:
    blob = "\n".join(["iVBORw0KGgoAAAANSUhEUgAABAAAAAQACAYAAAB" * 2] * 5000)
    document = Document(f"Before it.\n{blob}\nAfter it.")
    assert len(split(document, model, WINDOW)) == 1


def test_text_beside_encoded_data_is_counted(model: ModelTokenizer) -> None:
    document = Document(f"{SENTENCE * 9}{'QUJD' * 99}{'무궁화꽃이피었습니다' * 20} {SENTENCE * 9}")
    check(document, split(document, model, WINDOW), model)


def test_a_heading_far_longer_than_the_window_does_no_harm(model: ModelTokenizer) -> None:
    words = "word " * 40
    document = Document(SENTENCE * 50, words, (Heading(0, 1, "標" * 300), Heading(70, 2, words)))
    check(document, split(document, model, WINDOW), model)


def test_real_notes(shared_data: Path, model: ModelTokenizer) -> None:
    for path in sorted((shared_data / "notes" / "peps").glob("pep-000*.rst")):
        document = restructured_text(path.read_text())
        passages = split(document, model, WINDOW)
        check(document, passages, model)
        found = sizes(document, passages, model)
        assert sum(found) / len(found) > 0.6 * WINDOW
