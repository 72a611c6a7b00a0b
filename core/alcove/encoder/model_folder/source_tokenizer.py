"""Read, identify and save the tokenizer of a model folder that is not prepared yet."""

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
    """Read the folder's tokenizer and apply its setting for lower case.

    Raises:
        ModelError: `tokenizer.json` is malformed.
    """
    tokenizer = read_tokenizer(folder.tokenizer)
    if folder.lower_case:
        own = tokenizer.normalizer
        tokenizer.normalizer = Sequence([Lowercase(), *([own] if own is not None else [])])
    return tokenizer


def tokenizer_name(folder: ModelFolder) -> str:
    """Return a name that differs between tokenizers: the file's hash, and "-lower" if set."""
    return sha256_of(folder.tokenizer) + ("-lower" if folder.lower_case else "")


def passage_room(folder: ModelFolder) -> int:
    """Return how many tokens a passage may have, special ones included, beside the prompt.

    Raises:
        ModelError: the prompt leaves too few, or the tokenizer is malformed.
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
    """Save the tokenizer without its own truncation and padding; return how to pad a batch.

    Raises:
        ModelError: the tokenizer is malformed, or has no padding token.
    """
    tokenizer = source_tokenizer(folder)
    settings = read_object_if_there(folder.tokenizer.with_name("tokenizer_config.json"))
    padding = _padding(folder.tokenizer, tokenizer, settings)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(file))
    return padding


def _padding(file: Path, tokenizer: Tokenizer, settings: dict[str, Any]) -> Padding:
    stated = settings.get("pad_token")  # an AddedToken, or its text
    token = stated.get("content") if isinstance(stated, dict) else stated
    stated_id = tokenizer.token_to_id(token) if isinstance(token, str) else None
    own = tokenizer.padding or {}
    token_id = own.get("pad_id") if stated_id is None else stated_id
    side = settings.get("padding_side", own.get("direction", "right"))
    type_id = settings.get("pad_token_type_id", own.get("pad_type_id", 0))
    if not isinstance(token_id, int) or not isinstance(type_id, int) or side not in _SIDES:
        raise malformed(file)
    return Padding(token_id=token_id, type_id=type_id, side=side)
