"""The manifest: what a model is, down to the bytes of its files, and the id that follows."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from alcove.encoder.model_folder.description import ModelFolder
from alcove.encoder.model_folder.source_tokenizer import passage_room, tokenizer_name
from alcove.system.hashes import sha256_of_files

# What decides a vector: weights, settings and vocabularies; not read-me files, pictures or exports.
_TELLING = frozenset({".safetensors", ".json", ".txt", ".model", ".jinja"})

# For people, or following from the rest: no part of a model's id.
_NOT_IN_ID = frozenset({"name", "tokenizer", "passage_room"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model is.

    Attributes:
        name: for people; no part of the id, so that a renamed folder is still the same model.
        dimension: length of a vector.
        max_tokens: where a text is cut, prompt and special tokens included.
        pooling: how token vectors become one.
        include_prompt: whether the prompt's own tokens take part in the pooling.
        query_prompt: put before a question.
        passage_prompt: put before a passage.
        files: SHA-256 of each file that decides a vector, by its name below the folder.
        tokenizer: the same for two models with the same tokenizer: `tokenizer_name`.
        passage_room: tokens of a passage, special ones included, that fit behind its prompt.
    """

    name: str
    dimension: int
    max_tokens: int
    pooling: tuple[str, ...]
    include_prompt: bool
    query_prompt: str
    passage_prompt: str
    files: dict[str, str]
    tokenizer: str
    passage_room: int

    @property
    def model_id(self) -> str:
        """SHA-256, in hex, over the manifest in one fixed form, its name left out."""
        content = {key: value for key, value in asdict(self).items() if key not in _NOT_IN_ID}
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def telling_files(folder: ModelFolder) -> list[str]:
    """The names, below the folder, of the files that decide a vector, in order.

    Where the folder brings its network, that takes the place of the transformer's weights.
    """
    places = {folder.path, *(module.folder for module in folder.modules)}
    files = {
        file
        for place in places
        if place.is_dir()
        for file in place.iterdir()
        if file.suffix in _TELLING and file.is_file()
    }
    if folder.export is not None:
        files -= set(folder.modules[0].folder.glob("*.safetensors"))
        files |= set(folder.export.files)
    return sorted(file.relative_to(folder.path).as_posix() for file in files)


def manifest_of(folder: ModelFolder, name: str) -> Manifest:
    """Reads every telling file to its end: about 0.07 s for 90 MB."""
    return manifest_with(folder, name, sha256_of_files(folder.path, telling_files(folder)))


def manifest_with(folder: ModelFolder, name: str, files: dict[str, str]) -> Manifest:
    """The manifest of a folder whose telling files have these fingerprints."""
    return Manifest(
        name=name,
        dimension=folder.dimension,
        max_tokens=folder.max_tokens,
        pooling=folder.pooling,
        include_prompt=folder.include_prompt,
        query_prompt=folder.query_prompt,
        passage_prompt=folder.passage_prompt,
        files=files,
        tokenizer=tokenizer_name(folder),
        passage_room=passage_room(folder),
    )


def manifest_from(content: dict[str, Any]) -> Manifest:
    """The inverse of `asdict`, after a journey through JSON; TypeError or KeyError if malformed."""
    manifest = Manifest(**{**content, "pooling": tuple(content["pooling"])})
    texts = (manifest.name, manifest.query_prompt, manifest.passage_prompt, manifest.tokenizer)
    numbers = (manifest.dimension, manifest.max_tokens, manifest.passage_room)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(texts)
    if not all(isinstance(number, int) and number > 0 for number in numbers):
        raise TypeError(numbers)
    return manifest
