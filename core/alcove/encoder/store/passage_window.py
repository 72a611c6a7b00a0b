"""Determine how documents are split (chunking) for a model: its tokenizer, and tokens a passage."""

from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.manifest import Manifest
from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.model_folder.source_tokenizer import (
    passage_room,
    source_tokenizer,
    tokenizer_name,
)
from alcove.encoder.runtime.tokenizer import ModelTokenizer, read_tokenizer
from alcove.encoder.store.prepared import RECIPE, read_prepared
from alcove.layout import TOKENIZER


@dataclass(frozen=True, slots=True)
class PassageWindow:
    """The facts about a model that splitting documents into passages needs.

    Attributes:
        tokenizer: the model's tokenizer.
        max_tokens: the most tokens of a passage, special ones included, the prompt's deducted.
        key: the `split_key`.
    """

    tokenizer: ModelTokenizer
    max_tokens: int
    key: str


def passage_window(model: Path) -> PassageWindow:
    """Return the window of a model folder, prepared or not; both give the same key.

    Raises:
        ModelError: the folder is incomplete or malformed.
    """
    if (model / RECIPE).exists():
        manifest = read_prepared(model).manifest
        tokenizer = read_tokenizer(model / TOKENIZER)
        return PassageWindow(ModelTokenizer(tokenizer), manifest.passage_room, split_key(manifest))
    folder = read_folder(model)
    room = passage_room(folder)
    key = _key(tokenizer_name(folder), room)
    return PassageWindow(ModelTokenizer(source_tokenizer(folder)), room, key)


def split_key(manifest: Manifest) -> str:
    """Return a key that is equal for two models exactly when they split documents alike.

    Made from the room for a passage's tokens and from the hash of the model's own
    `tokenizer.json`; a file saved by the package tokenizers would differ by its version.
    """
    return _key(manifest.tokenizer, manifest.passage_room)


def _key(tokenizer: str, room: int) -> str:
    return f"{tokenizer}/{room}"
