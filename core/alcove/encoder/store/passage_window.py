"""How a model wants its passages cut: by which tokenizer, into how many tokens."""

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
    """What cutting documents into passages needs to know of a model.

    Attributes:
        tokenizer: counts its tokens.
        max_tokens: how many a passage may have, special ones included; the prompt's are taken off.
        key: the `split_key`.
    """

    tokenizer: ModelTokenizer
    max_tokens: int
    key: str


def passage_window(model: Path) -> PassageWindow:
    """The window of a model folder, prepared or not; both give the same key.

    Raises:
        ModelError: the folder is incomplete, or makes no sense.
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
    """The same for two models exactly when they cut documents alike.

    Made from the hash of the model's own `tokenizer.json`, not of what a version of tokenizers
    makes of it, and from the room for a passage's tokens.
    """
    return _key(manifest.tokenizer, manifest.passage_room)


def _key(tokenizer: str, room: int) -> str:
    return f"{tokenizer}/{room}"
