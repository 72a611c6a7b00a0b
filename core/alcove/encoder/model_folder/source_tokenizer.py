"""The tokenizer of a model folder that was not prepared: read, named, and written for later use."""

from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from tokenizers.normalizers import Lowercase, Sequence

from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.model_folder.json_files import malformed, read_object_if_there
from alcove.encoder.runtime.batches import Padding
from alcove.encoder.runtime.tokenizer import ModelTokenizer, read_tokenizer
from alcove.errors import ModelError
from alcove.system.hashes import sha256_of

_SIDES = ("left", "right")
_LEAST_ROOM = 16  # tokens: less than a line of text


def source_tokenizer(folder: ModelFolder) -> Tokenizer:
    """The tokenizer as the folder's settings want it.

    Raises:
        ModelError: `tokenizer.json` makes no sense.
    """
    tokenizer = read_tokenizer(folder.tokenizer)
    if folder.lower_case:
        after = tokenizer.normalizer
        tokenizer.normalizer = Sequence([Lowercase(), *([after] if after is not None else [])])
    return tokenizer


def tokenizer_name(folder: ModelFolder) -> str:
    """What tells two tokenizers apart: the hash of the file, and what is done before it."""
    return sha256_of(folder.tokenizer) + ("-lower" if folder.lower_case else "")


def passage_room(folder: ModelFolder) -> int:
    """How many tokens a passage may have, special ones included, with the prompt before it.

    Raises:
        ModelError: the prompt leaves hardly any, or the tokenizer makes no sense.
    """
    room = folder.max_tokens
    if folder.passage_prompt:
        (prompt,) = ModelTokenizer(source_tokenizer(folder)).token_spans([folder.passage_prompt])
        room -= len(prompt)
    if room < _LEAST_ROOM:
        raise ModelError(
            f"{folder.path} has room for {max(room, 0)} tokens of a passage, which is too few",
            advice="Choose a model that is made for text of several sentences.",
        )
    return room


def save_source_tokenizer(folder: ModelFolder, file: Path) -> Padding:
    """Writes the tokenizer without its own truncation and padding; returns how to fill up a batch.

    Raises:
        ModelError: the tokenizer makes no sense, or has no token to fill up with.
    """
    tokenizer = source_tokenizer(folder)
    settings = read_object_if_there(folder.tokenizer.with_name("tokenizer_config.json"))
    padding = _padding(folder.tokenizer, tokenizer, settings)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(file))
    return padding


def _padding(file: Path, tokenizer: Tokenizer, settings: dict[str, Any]) -> Padding:
    said = settings.get("pad_token")
    token = said.get("content") if isinstance(said, dict) else said  # an AddedToken, or its text
    known = tokenizer.token_to_id(token) if isinstance(token, str) else None
    own = tokenizer.padding or {}
    token_id = own.get("pad_id") if known is None else known
    side = settings.get("padding_side", own.get("direction", "right"))
    type_id = settings.get("pad_token_type_id", own.get("pad_type_id", 0))
    if not isinstance(token_id, int) or not isinstance(type_id, int) or side not in _SIDES:
        raise malformed(file)
    return Padding(token_id=token_id, type_id=type_id, side=side)
