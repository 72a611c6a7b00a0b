"""The manifest: what a model is, down to the bytes of its files, and the id that follows."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

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
