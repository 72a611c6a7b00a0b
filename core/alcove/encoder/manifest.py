"""The manifest: everything that decides a model's vectors, and the model's id computed from it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

# Not part of a model's id: meant for people, or derived from the other attributes.
_NOT_IN_ID = frozenset({"name", "tokenizer", "passage_room"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model's description and the hashes of its files.

    Attributes:
        name: for people; not part of the id, so that a renamed folder is still the same model.
        dimension: length of a vector.
        max_tokens: tokens at which a text is truncated, prompt and special tokens included.
        pooling: the modes by which token vectors become one.
        include_prompt: whether the prompt's own tokens take part in the pooling.
        query_prompt: text put before a query.
        passage_prompt: text put before a passage.
        files: SHA-256 of each file that decides a vector, by its name below the folder.
        tokenizer: `tokenizer_name`, equal for two models with the same tokenizer.
        passage_room: the most tokens of a passage, special ones included, beside its prompt.
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
        """SHA-256, in hex, of the manifest's canonical JSON without the attributes `_NOT_IN_ID`."""
        content = {key: value for key, value in asdict(self).items() if key not in _NOT_IN_ID}
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def manifest_from(content: dict[str, Any]) -> Manifest:
    """Return the manifest that `asdict` and JSON made `content` from.

    Raises:
        TypeError: an attribute is unknown, missing or of the wrong type.
        KeyError: `content` has no pooling.
    """
    manifest = Manifest(**{**content, "pooling": tuple(content["pooling"])})
    texts = (manifest.name, manifest.query_prompt, manifest.passage_prompt, manifest.tokenizer)
    numbers = (manifest.dimension, manifest.max_tokens, manifest.passage_room)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(texts)
    if not all(isinstance(number, int) and number > 0 for number in numbers):
        raise TypeError(numbers)
    return manifest
