"""Tokenize texts into arrays of token ids, in batches of similar length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from alcove.encoder.runtime.tokenizer import well_formed

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
POOLING_MASK = "pooling_mask"  # the attention mask without the prompt's own tokens

Inputs = dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Batch:
    """The texts that go through the network at once.

    Attributes:
        rows: int64 (b,), the texts' indices in the caller's sequence.
        inputs: the network's inputs by name, each int64 (b, t).
    """

    rows: NDArray[np.int64]
    inputs: Inputs


@dataclass(frozen=True, slots=True)
class Padding:
    """The padding of a batch to its longest text, as the model's own tokenizer would do it.

    Attributes:
        token_id: the padding token.
        type_id: its token type.
        side: "left" or "right".
    """

    token_id: int
    type_id: int
    side: str


class Batcher:
    """A tokenizer that truncates texts at the model's window and batches them.

    Any thread may call it.
    """

    def __init__(
        self, tokenizer: Tokenizer, *, inputs: Sequence[str], max_tokens: int, padding: Padding
    ) -> None:
        """Take ownership of the tokenizer, and make it truncate.

        Args:
            tokenizer: the model's.
            inputs: names of the network's inputs, from `INPUTS` and `POOLING_MASK`.
            max_tokens: tokens at which a text is truncated, prompt and special tokens included.
            padding: how to pad the shorter texts of a batch.
        """
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_tokens)
        self._tokenizer = tokenizer
        self._names = tuple(inputs)
        self._padding = padding

    def batches(
        self, texts: Sequence[str], prompt: str, *, tokens: int, multiple: int = 1
    ) -> Iterator[Batch]:
        """Yield batches of the texts, the longest first.

        Args:
            texts: the texts to encode.
            prompt: text put before each of them.
            tokens: the most tokens in a batch, padding included; a longer text goes alone.
            multiple: pad each batch to a multiple of this many tokens.
        """
        encodings = self._tokenizer.encode_batch_fast(
            [prompt + well_formed(text) for text in texts]
        )
        lengths = np.array([len(encoding) for encoding in encodings], np.int64)
        order = np.argsort(-lengths, kind="stable")
        excluded = self._prompt_tokens(prompt)
        start = 0
        while start < len(order):
            width = -(-int(lengths[order[start]]) // multiple) * multiple
            rows = order[start : start + max(1, tokens // width)]
            yield Batch(rows, self._inputs([encodings[row] for row in rows], width, excluded))
            start += len(rows)

    def _prompt_tokens(self, prompt: str) -> int:
        """Return the number of leading tokens that are the prompt's.

        The rule of Transformer._get_prompt_length.
        """
        if not prompt or POOLING_MASK not in self._names:
            return 0
        encoding = self._tokenizer.encode(prompt)
        return len(encoding) - encoding.special_tokens_mask[-1]

    def _inputs(self, encodings: Sequence[Encoding], width: int, excluded: int) -> Inputs:
        fill = {"input_ids": self._padding.token_id, "token_type_ids": self._padding.type_id}
        shape = (len(encodings), width)
        arrays = {name: np.full(shape, fill.get(name, 0), np.int64) for name in self._names}
        for row, encoding in enumerate(encodings):
            length = len(encoding)
            first = width - length if self._padding.side == "left" else 0
            cells = (row, slice(first, first + length))
            arrays["input_ids"][cells] = encoding.ids
            arrays["attention_mask"][cells] = 1
            if "token_type_ids" in arrays:
                arrays["token_type_ids"][cells] = encoding.type_ids
            if POOLING_MASK in arrays:
                arrays[POOLING_MASK][row, first + min(excluded, length) : first + length] = 1
        return arrays
