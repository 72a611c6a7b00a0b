"""The entries of the words index: terms of passages and of file names."""

from collections.abc import Callable

import pytest
import tantivy
from sqlite_utils import Database

from alcove.index.words.entries import document_entries, file_entries
from alcove.index.words.fields import file_name
from alcove.paths import normalized

Store = Callable[..., int]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (b"/a/plain.txt", "plain.txt"),
        (b"/a/bad\xff.txt", "bad?.txt"),
        ("/a/Übung.txt".encode(), "Übung.txt"),
        (b"relative", "relative"),
    ],
)
def test_a_name_is_the_last_part_of_a_path(path: bytes, name: str) -> None:
    assert file_name(path) == name


def test_a_name_of_windows_is_the_last_part_of_a_path(windows_paths: None) -> None:
    path = "C:\\Größen/Übung.txt".encode()
    assert file_name(path) == "Größen/Übung.txt"  # a path that nobody normalized
    assert file_name(normalized(path)) == "Übung.txt"


def words(entry: tantivy.Document, field: str) -> list[str]:
    return str(entry.get_first(field)).split()


def test_a_name_has_its_parts_as_terms(db: Database, store: Store) -> None:
    file = store(b"/a/TaxReturn_2024.pdf", None)
    (entry,) = file_entries(db.conn, file)
    assert {"taxreturn_2024.pdf", "tax", "return", "2024", "pdf"} <= set(words(entry, "terms"))
    assert words(entry, "surface") == ["taxreturn", "2024", "pdf"]


def test_a_passage_has_its_words_stemmed_in_the_language_of_its_document(
    db: Database, store: Store
) -> None:
    store(b"/a", "Die Häuser der Nachbarn wurden im letzten Sommer neu gestrichen.", title="Häuser")
    (entry,) = document_entries(db.conn, 1)
    assert entry.get_first("language") == "de"
    assert "haus" in words(entry, "terms")
    assert words(entry, "surface")[0] == "hauser"
    assert "nrabhcan" in words(entry, "endings")


def test_title_and_headings_are_words_of_every_passage(db: Database, store: Store) -> None:
    store(b"/a", "one\ntwo", title="Tales")
    for entry in document_entries(db.conn, 1):
        assert words(entry, "surface")[:2] == ["tales", "top"]
        assert entry.get_first("language") == ""
        assert words(entry, "terms").count("tale") == 2
        assert words(entry, "surface").count("tales") == 1
