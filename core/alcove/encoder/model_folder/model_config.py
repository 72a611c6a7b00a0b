"""Read `config_sentence_transformers.json`: prompts, a shorter vector, the type of model."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.model_folder.json_files import malformed, positive, read_object_if_there
from alcove.encoder.model_folder.modules import ONE_DENSE_VECTOR
from alcove.errors import ModelError


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """The settings of the model as a whole.

    Attributes:
        query_prompt: text put before a query, without a separator.
        passage_prompt: text put before a passage, without a separator.
        truncate_dim: length to which vectors are truncated; None for full length.
    """

    query_prompt: str
    passage_prompt: str
    truncate_dim: int | None


def read_model_config(path: Path) -> ModelConfig:
    """Read the file from the folder `path`; return defaults if it is missing.

    Raises:
        ModelError: it is malformed, or describes another type of model.
    """
    file = path / "config_sentence_transformers.json"
    settings = read_object_if_there(file)
    kind = settings.get("model_type", "SentenceTransformer")
    if kind != "SentenceTransformer":
        raise ModelError(f"{file} describes a {kind}", advice=ONE_DENSE_VECTOR)
    prompts, truncate_dim = settings.get("prompts") or {}, settings.get("truncate_dim")
    if not isinstance(prompts, dict) or not all(isinstance(p or "", str) for p in prompts.values()):
        raise malformed(file)
    return ModelConfig(
        query_prompt=_prompt(prompts, "query"),
        # The rule of SentenceTransformer.encode_document: the first of these that exists.
        passage_prompt=_prompt(prompts, "document", "passage", "corpus"),
        truncate_dim=None if truncate_dim is None else positive(truncate_dim, file),
    )


def _prompt(prompts: Mapping[str, str | None], *names: str) -> str:
    return next((prompts[name] or "" for name in names if name in prompts), "")
