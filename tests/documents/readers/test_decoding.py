"""Detection of encodings: bytes become the text that their writer saw."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.documents.readers.decoding import decode
from alcove.errors import ReadError, Reason

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах."  # noqa: RUF001


@given(TEXTS)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(TEXTS)
def test_a_byte_order_mark_decides(text: str) -> None:
    for mark, encoding in [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ]:
        assert decode(mark + text.encode(encoding)) == text


@given(st.binary())
def test_any_bytes_are_text_that_can_be_stored_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError:
        assert b"\0" in data
        return
    assert "\0" not in text
    assert "\r" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_by_its_zeros(encoding: str) -> None:
    assert decode("Grüße aus Köln".encode(encoding)) == "Grüße aus Köln"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Der Bär läuft über die Straße - für 5 €."),
        ("cp1252", "He said \N{LEFT DOUBLE QUOTATION MARK}hello\N{RIGHT DOUBLE QUOTATION MARK}."),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp932", "名前,年齢,住所\n佐藤太郎,30,東京\n"),
        ("gb18030", "人人生而自由,在尊严和权利上一律平等。"),
        ("big5", "人人生而自由,在尊嚴和權利上一律平等。"),
        ("cp1255", "כל בני אדם נולדו בני חורין ושווים בערכם"),
        ("cp1250", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności"),
    ],
)
def test_legacy_encodings_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_broken_byte_does_not_turn_utf8_into_something_else() -> None:
    assert decode("Grüße aus Köln, schöne Tage".encode() + b"\xff!") == (
        "Grüße aus Köln, schöne Tage\N{REPLACEMENT CHARACTER}!"
    )


def test_the_declared_encoding_outranks_a_guess() -> None:
    assert decode("größte".encode("latin-1"), "iso-8859-1") == "größte"
    assert decode("größte".encode("cp1252"), "no-such-encoding") == "größte"


def test_line_ends_become_uniform() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_binary_data_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        decode(bytes(range(256)) * 4)
    assert caught.value.reason is Reason.BINARY
