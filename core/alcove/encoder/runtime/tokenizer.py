"""Load a model's tokenizer and find token offsets in text; needs neither OpenVINO nor torch."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from alcove.encoder.runtime.word_spans import WordSpans, splits_at_punctuation
from alcove.errors import ModelError

Spans = list[tuple[int, int]]


class ModelTokenizer:
    """A tokenizer that reports where tokens begin and end. One thread at a time may call it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._words = WordSpans(tokenizer) if splits_at_punctuation(tokenizer) else None

    def token_spans(self, texts: Sequence[str]) -> list[Spans]:
        """Return for each text (start, end) of its tokens, in code points.

        Covers the whole text: truncates nothing and adds no special tokens.
        """
        texts = [well_formed(text) for text in texts]
        if self._words is not None:
            return [self._words.of(text) for text in texts]
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]

    def special_tokens(self) -> int:
        """Return how many special tokens, such as [CLS] and [SEP], the model adds to a text."""
        return int(self._tokenizer.num_special_tokens_to_add(is_pair=False))


def load_tokenizer(model_dir: Path) -> ModelTokenizer:
    """Load the tokenizer of a model folder, prepared or not.

    Raises:
        ModelError: the folder has no `tokenizer.json`, or it is malformed.
    """
    return ModelTokenizer(read_tokenizer(model_dir / "tokenizer.json"))


def read_tokenizer(file: Path) -> Tokenizer:
    """Read a `tokenizer.json`.

    Raises:
        ModelError: it is missing or malformed; the message names it.
    """
    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # the binding raises plain Exception for every error
        raise ModelError(
            f"{file} cannot be read as a tokenizer", advice="Install the model again."
        ) from error


def well_formed(text: str) -> str:
    """Replace each lone surrogate by "?", which keeps every offset.

    Command-line arguments and file names contain surrogates where bytes were not UTF-8; no
    tokenizer accepts them.
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
