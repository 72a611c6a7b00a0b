"""Texts → arrays of token ids, in batches of like length."""

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
    """What goes through the network at once.

    Attributes:
        rows: which texts they are: int64 (b,), indices into the caller's sequence.
        inputs: the network's inputs by name, each int64 (b, t).
    """

    rows: NDArray[np.int64]
    inputs: Inputs


@dataclass(frozen=True, slots=True)
class Padding:
    """How a batch is filled up to its longest text: as the model's own tokenizer would.

    Attributes:
        token_id: the padding token.
        type_id: its token type.
        side: "left" or "right".
    """

    token_id: int
    type_id: int
    side: str


class Batcher:
    """Cuts texts at the model's window and groups them; any thread may call it."""

    def __init__(
        self, tokenizer: Tokenizer, *, inputs: Sequence[str], max_tokens: int, padding: Padding
    ) -> None:
        """Takes the tokenizer over: it truncates from now on.

        Args:
            tokenizer: the model's.
            inputs: names of what the network takes, of `INPUTS` and `POOLING_MASK`.
            max_tokens: where a text is cut, prompt and special tokens included.
            padding: how shorter texts of a batch are filled up.
        """
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_tokens)
        self._tokenizer = tokenizer
        self._names = tuple(inputs)
        self._padding = padding

    def batches(
        self, texts: Sequence[str], prompt: str, *, tokens: int, multiple: int = 1
    ) -> Iterator[Batch]:
        """Yields the longest texts first.

        Args:
            texts: what to encode.
            prompt: put before each of them.
            tokens: how many a batch may hold, padding included; a longer text goes alone.
            multiple: batches are a multiple of this many tokens wide.
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
        """How many tokens at the front are the prompt's: Transformer._get_prompt_length's rule."""
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
            place = (row, slice(first, first + length))
            arrays["input_ids"][place] = encoding.ids
            arrays["attention_mask"][place] = 1
            if "token_type_ids" in arrays:
                arrays["token_type_ids"][place] = encoding.type_ids
            if POOLING_MASK in arrays:
                arrays[POOLING_MASK][row, first + min(excluded, length) : first + length] = 1
        return arrays
