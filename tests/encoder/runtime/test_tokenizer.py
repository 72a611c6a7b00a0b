"""Token spans are those of the model's tokenizer, in code points."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel

from alcove.encoder import ModelTokenizer, PreparedModel, bundled_model, load_tokenizer
from alcove.errors import ModelError

TEXTS = [
    "",
    "One plain line.",
    "日本語 a😀b é\u0301x ﬁn",
    "tabs\tand\r\nlines\x1cand [SEP] [MASK]x \u00a0\u3000 spaces",
    "a_b-c's https://example.org/" + "long" * 40,
]


@pytest.fixture(scope="module")
def tokenizer() -> ModelTokenizer:
    return load_tokenizer(bundled_model())


@pytest.fixture(scope="module")
def plain() -> Tokenizer:
    """The tokenizer itself, without the cache of word spans."""
    plain = Tokenizer.from_file(str(bundled_model() / "tokenizer.json"))
    plain.no_truncation()
    plain.no_padding()
    return plain


def expected(plain: Tokenizer, text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = plain.encode(text, add_special_tokens=False).offsets
    return spans


def test_spans_count_code_points(tokenizer: ModelTokenizer) -> None:
    text = "日 a😀b\n本"
    (spans,) = tokenizer.token_spans([text])
    assert [text[start:end] for start, end in spans] == ["日", "a😀b", "本"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_cache_changes_nothing(tokenizer: ModelTokenizer, plain: Tokenizer, text: str) -> None:
    assert tokenizer.token_spans([text, text]) == [expected(plain, text)] * 2


@given(st.text(max_size=60))
def test_the_cache_changes_nothing_for_any_text(
    tokenizer: ModelTokenizer, plain: Tokenizer, text: str
) -> None:
    assert tokenizer.token_spans([text]) == [expected(plain, text)]


def test_lone_surrogates_keep_their_place(tokenizer: ModelTokenizer) -> None:
    assert tokenizer.token_spans(["a \udce9 b"]) == [[(0, 1), (2, 3), (4, 5)]]


def test_nothing_is_truncated(tokenizer: ModelTokenizer) -> None:
    (spans,) = tokenizer.token_spans(["word " * 1000])
    assert len(spans) == 1000
    assert spans[-1] == (4995, 4999)


def test_special_tokens_are_counted(tokenizer: ModelTokenizer) -> None:
    assert tokenizer.special_tokens() == 2


def test_a_tokenizer_that_looks_across_spaces_gets_the_whole_text() -> None:
    byte_level = Tokenizer(BPE({"a": 0, "Ġ": 1, "Ġa": 2}, [("Ġ", "a")]))
    byte_level.pre_tokenizer = ByteLevel(add_prefix_space=False, use_regex=True)
    assert ModelTokenizer(byte_level).token_spans(["a a"]) == [[(0, 1), (1, 3)]]


def test_prepared_and_source_agree(prepared: PreparedModel, tokenizer: ModelTokenizer) -> None:
    assert load_tokenizer(prepared.path).token_spans(TEXTS) == tokenizer.token_spans(TEXTS)


def test_a_missing_tokenizer_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        load_tokenizer(tmp_path)
