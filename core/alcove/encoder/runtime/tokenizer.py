"""A model's own tokenizer, for cutting texts at its tokens; needs neither OpenVINO nor torch."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from alcove.encoder.runtime.word_spans import WordSpans, splits_at_punctuation
from alcove.errors import ModelError

Spans = list[tuple[int, int]]


class ModelTokenizer:
    """Where a model's tokens begin and end in a text; one thread at a time may call it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._words = WordSpans(tokenizer) if splits_at_punctuation(tokenizer) else None

    def token_spans(self, texts: Sequence[str]) -> list[Spans]:
        """For each text, (start, end) of each of its tokens, in code points.

        The whole text is covered: nothing is cut off and no special tokens are added.
        """
        texts = [well_formed(text) for text in texts]
        if self._words is not None:
            return [self._words.of(text) for text in texts]
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]

    def special_tokens(self) -> int:
        """How many tokens the model adds to a text of its own, such as [CLS] and [SEP]."""
        return int(self._tokenizer.num_special_tokens_to_add(is_pair=False))


def load_tokenizer(model_dir: Path) -> ModelTokenizer:
    """Loads the tokenizer of a model folder, prepared or not.

    Raises:
        ModelError: the folder has no `tokenizer.json`, or it makes no sense.
    """
    return ModelTokenizer(read_tokenizer(model_dir / "tokenizer.json"))


def read_tokenizer(file: Path) -> Tokenizer:
    """Reads a `tokenizer.json`.

    Raises:
        ModelError: it is missing or makes no sense; the message names it.
    """
    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # the binding raises plain Exception for all that can go wrong
        raise ModelError(
            f"{file} cannot be read as a tokenizer", advice="Install the model again."
        ) from error


def well_formed(text: str) -> str:
    """The text with "?" for each lone surrogate, so that every offset stays what it was.

    Command-line arguments and file names hold them where bytes were not UTF-8; no tokenizer
    takes them.
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
