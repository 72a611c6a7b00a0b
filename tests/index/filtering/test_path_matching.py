"""File and folder names match as people remember them, for any bytes in a path."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.index.filtering.path_matching import add_functions, has_name, is_in_folder

TOPS = b"/home/anna/Documents\0/media/disk"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("draft", "draft.txt"),
        ("draft", "Report-Draft.txt"),
        ("draft", "reportDraft2.txt"),
        ("tax", "2024Taxes.pdf"),
        ("return tax", "Tax_Return.pdf"),
        ("tax-return", "tax return.pdf"),
        ("tax-return", "TaxReturn.pdf"),
        ("2024-03", "2024_03_05.md"),
        ("report.pdf", "My report.pdf"),
        (".pdf", "a.pdf"),
        ("uber", "Übersicht.odt"),
        ("Über", "u\u0308bersicht.odt"),
        ("strasse", "Straße 5.txt"),
        ("報告", "年度報告書.pdf"),
        ("*.PDF", "a.pdf"),
        ("rep?rt*", "Report 2.doc"),
        ("*é*", "cafe.txt"),
        ("100%", "100% sure.txt"),
        ("(1)", "copy (1).txt"),
        ("+", "a+b"),
    ],
)
def test_names_that_match(wanted: str, name: str) -> None:
    assert has_name(b"/d/" + name.encode(), wanted)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("art", "party.txt"),
        ("tax return", "tax.pdf"),
        ("tax-return", "tax and return.pdf"),
        ("draft", "report.txt"),
        ("*.pdf", "a.pdf.txt"),
        ("rep?rt", "report 2"),
        ("a_b", "axb"),
        ("[ab]*", "abc"),
        ("folder", "a"),
        ("+", "ab"),
    ],
)
def test_names_that_do_not(wanted: str, name: str) -> None:
    assert not has_name(b"/folder/" + name.encode(), wanted)


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("work", "/home/anna/Documents/Work/a.txt"),
        ("work", "/home/anna/Documents/x/work/y/a.txt"),
        ("WORK/2025", "/home/anna/Documents/work/2025/deep/a.txt"),
        ("documents", "/home/anna/Documents/a.txt"),
        ("documents/work", "/home/anna/Documents/work/a.txt"),
        ("buro", "/media/disk/Büro/a.txt"),
        ("work*", "/media/disk/workshop/a.txt"),
        ("a b", "/media/disk/a b/c"),
    ],
)
def test_folders_that_hold_a_file(wanted: str, path: str) -> None:
    assert is_in_folder(path.encode(), wanted, TOPS)


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("anna", "/home/anna/Documents/a.txt"),
        ("anna/documents", "/home/anna/Documents/a.txt"),
        ("work", "/home/anna/Documents/workshop/a.txt"),
        ("work", "/home/anna/Documents/work"),
        ("a.txt", "/home/anna/Documents/a.txt"),
        ("work/2025", "/home/anna/Documents/work/x/2025/a.txt"),
        ("wor%", "/home/anna/Documents/work/a.txt"),
        ("work", "/elsewhere/work/a.txt"),
    ],
)
def test_folders_that_do_not(wanted: str, path: str) -> None:
    assert not is_in_folder(path.encode(), wanted, TOPS)


def test_without_folders_in_the_library_nothing_is_below_them() -> None:
    assert not is_in_folder(b"/a/work/x", "work", None)
    assert is_in_folder(b"/a/work/x", "work", b"/")


@given(st.binary(max_size=30), st.text(min_size=1, max_size=20), st.binary(max_size=10))
def test_any_bytes_and_any_text_have_an_answer(path: bytes, wanted: str, tops: bytes) -> None:
    assert has_name(b"/" + path, wanted) in (True, False)
    assert is_in_folder(b"/" + path, wanted, tops) in (True, False)


WORD = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=6)


@given(st.lists(WORD, min_size=1, max_size=4))
def test_each_word_of_a_name_finds_it(words: list[str]) -> None:
    path = b"/d/" + "_".join(words).encode() + b".txt"
    for wanted in (*words, " ".join(reversed(words)), "-".join(words), f"{words[0]}*"):
        assert has_name(path, wanted)


def test_functions_can_be_added_while_a_statement_runs() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for _ in range(2):
            running = connection.execute("VALUES (1), (2)")
            running.fetchone()
            add_functions(connection)
            asked = connection.execute(
                "SELECT alcove_name(?, 'b'), alcove_name(?, 'c')", [b"/b"] * 2
            )
            assert asked.fetchone() == (1, 0)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("sign", ["*a", "*a?", "**a"])
def test_many_stars_match_quickly(sign: str) -> None:
    name = b"/notes/" + b"a" * 200 + b".txt"
    assert not has_name(name, sign * 30 + "*b")
    assert has_name(name, sign * 30 + "*.txt")
    assert not is_in_folder(b"/notes/" + b"a" * 200 + b"/x.txt", sign * 30 + "*b", b"/notes")
