"""What `config_sentence_transformers.json` says: prompts, a shorter vector, the kind of model."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.model_folder.json_files import malformed, positive, read_object_if_there
from alcove.encoder.model_folder.modules import ONE_DENSE_VECTOR
from alcove.errors import ModelError


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """What is said of the model as a whole.

    Attributes:
        query_prompt: put before a question, with nothing between.
        passage_prompt: put before a passage, likewise.
        truncate_dim: how much of a vector is wanted; None for all of it.
    """

    query_prompt: str
    passage_prompt: str
    truncate_dim: int | None


def read_model_config(path: Path) -> ModelConfig:
    """Reads the file, if it is in the folder `path`.

    Raises:
        ModelError: it is malformed, or describes a model of another kind.
    """
    file = path / "config_sentence_transformers.json"
    said = read_object_if_there(file)
    kind = said.get("model_type", "SentenceTransformer")
    if kind != "SentenceTransformer":
        raise ModelError(f"{file} describes a {kind}", advice=ONE_DENSE_VECTOR)
    prompts, cut = said.get("prompts") or {}, said.get("truncate_dim")
    if not isinstance(prompts, dict) or not all(isinstance(p or "", str) for p in prompts.values()):
        raise malformed(file)
    return ModelConfig(
        query_prompt=_prompt(prompts, "query"),
        # The rule of SentenceTransformer.encode_document: the first of these that is there.
        passage_prompt=_prompt(prompts, "document", "passage", "corpus"),
        truncate_dim=None if cut is None else positive(cut, file),
    )


def _prompt(prompts: Mapping[str, str | None], *names: str) -> str:
    return next((prompts[name] or "" for name in names if name in prompts), "")
