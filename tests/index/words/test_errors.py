"""Refusals of the disk and damage are told apart in tantivy's errors."""

import errno
import sys
from pathlib import Path

import pytest
import tantivy

from alcove.errors import DamagedError
from alcove.index.words.errors import WordsError, tantivy_errors
from alcove.index.words.fields import PASSAGES, create_index, open_index

# messages of tantivy 0.27 on a full and on a failing disk
FULL = "Internal error: 'No space left on device (os error 28)'"
FULL_DEBUG = (
    "Failed to open file for write: 'IoError { io_error: Custom { kind: StorageFull, error: "
    'PathError { path: "/x/.tmpEm26HI", err: Os { code: 28, kind: StorageFull, message: "No '
    'space left on device" } } }, filepath: "a2.fieldnorm" }\''
)
FAILING = "An IO error occurred: 'Input/output error (os error 5)'"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows numbers them otherwise")
@pytest.mark.parametrize(
    ("said", "number"), [(FULL, errno.ENOSPC), (FULL_DEBUG, errno.ENOSPC), (FAILING, errno.EIO)]
)
def test_a_refusal_of_the_system_keeps_its_errno(said: str, number: int) -> None:
    with pytest.raises(OSError, match=r"\[Errno") as caught, tantivy_errors():
        raise ValueError(said)
    assert caught.value.errno == number
    assert caught.value.filename is None


def test_a_missing_index_is_damage(tmp_path: Path) -> None:
    with pytest.raises(WordsError) as caught, tantivy_errors():
        open_index(tmp_path, PASSAGES)
    assert caught.value.advice
    assert str(tmp_path) not in str(caught.value)


def test_a_lost_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(WordsError), tantivy_errors():
        raise ValueError("An IO error occurred: 'No such file or directory (os error 2)'")


def test_a_panic_is_damage(tmp_path: Path) -> None:
    """A number of another type than the field's raises a panic, as corrupt bytes do."""
    index = create_index(tmp_path, PASSAGES)
    query = tantivy.Query.term_query(_wider_schema(), "z", 1)
    with pytest.raises(WordsError), tantivy_errors():
        index.searcher().search(query)


def _wider_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in "abcdefgz":
        builder.add_unsigned_field(name, indexed=True)
    return builder.build()


def test_damaged_words_are_not_a_damaged_database() -> None:
    assert not isinstance(WordsError(), DamagedError)


def test_other_errors_are_raised_unchanged() -> None:
    for error in (KeyError("x"), KeyboardInterrupt(), OSError(errno.EIO, "x")):
        with pytest.raises(type(error)) as caught, tantivy_errors():
            raise error
        assert caught.value is error
