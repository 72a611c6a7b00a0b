"""The builder's offsets are right by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.documents.readers import builder as building
from alcove.documents.readers.builder import DocumentBuilder, top_heading
from alcove.errors import ReadError, Reason
from alcove.records import Document, Heading

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("page"), st.just("")),
        st.tuples(st.just("text"), st.text(max_size=20)),
        st.tuples(st.just("item"), st.text(max_size=20)),
        st.tuples(st.just("heading"), st.text(max_size=20)),
    )
)


@given(STEPS)
def test_offsets_are_right_whatever_is_added(steps: list[tuple[str, str]]) -> None:
    builder = DocumentBuilder()
    for step, text in steps:
        if step == "page":
            builder.start_page()
        elif step == "heading":
            builder.add_heading(1, text)
        else:
            builder.add(text, gap="\n" if step == "item" else "\n\n")
    if not builder:
        return
    document = builder.build()
    for heading in document.headings:
        assert document.text.startswith(heading.text, heading.start)
    starts = document.page_starts
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(document.text) for start in starts)
    assert len(starts) == sum(step == "page" for step, _ in steps)


def test_blank_pages_count() -> None:
    builder = DocumentBuilder()
    for text in ("one", "", "three"):
        builder.start_page()
        builder.add(text)
    assert builder.build() == Document("one\n\nthree", None, (), (0, 5, 5))


def test_a_repeated_block_is_not_added_again() -> None:
    builder = DocumentBuilder()
    builder.add("a")
    builder.add_unsaid("a")
    builder.add_unsaid("a\nb")
    assert builder.build().text == "a\n\na\nb"


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        DocumentBuilder().build()
    assert caught.value.reason is Reason.NO_TEXT


def test_endless_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MAX_TEXT", 10)
    builder = DocumentBuilder()
    with pytest.raises(ReadError) as caught:
        builder.add("eleven long")
    assert caught.value.reason is Reason.TOO_LARGE


def test_the_first_of_the_highest_headings_stands_for_a_title() -> None:
    headings = (Heading(0, 2, "Preface"), Heading(1, 1, "Whales"), Heading(2, 1, "Ships"))
    assert top_heading(Document("....", headings=headings)) == "Whales"
    assert top_heading(Document("....")) is None
