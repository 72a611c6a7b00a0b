"""Reading as a whole: limits, and source code that reaches no parser."""

import io
import subprocess
import sys

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.documents.readers import registry
from alcove.documents.readers.registry import read
from alcove.errors import ReadError, Reason
from alcove.records import Document


def refusal(data: bytes, format_: Format) -> Reason:
    with pytest.raises(ReadError) as caught:
        read_one(data, format_)
    return caught.value.reason


@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.MBOX])
def test_nothing_is_empty(format_: Format) -> None:
    assert refusal(b"", format_) is Reason.EMPTY


def test_white_space_is_no_text() -> None:
    assert refusal(b" \n\t\n", Format.TXT) is Reason.NO_TEXT


def test_zeros_are_no_text() -> None:
    assert refusal(b"\0\1\2\3" * 100, Format.TXT) is Reason.BINARY


def test_more_than_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "size_limit", lambda _: 3)
    assert read(io.BytesIO(b"abc"), Format.TXT) == [Document("abc")]
    assert refusal(b"abcd", Format.TXT) is Reason.TOO_LARGE


def test_code_never_reaches_a_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(registry, "read_office")
    code = b"import os  # \xc3\xbc\n\ndef f():\n\treturn 1\n"
    assert read_one(code, Format.CODE).text == code.decode()


def test_the_package_is_light() -> None:
    program = (
        "import sys, alcove.documents;"
        "heavy = {'kreuzberg', 'pypdfium2', 'chardet', 'numpy', 'email'};"
        "print(heavy & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "set()\n"
