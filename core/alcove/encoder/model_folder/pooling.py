"""How a model's token embeddings become one vector: what the folder's pooling step says."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alcove.encoder.model_folder.json_files import malformed, positive, read_object
from alcove.encoder.model_folder.modules import ONE_DENSE_VECTOR, Module
from alcove.errors import ModelError

# The order in which sentence-transformers joins them: sentence_transformer/modules/pooling.py
_OLD_KEYS = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
    "pooling_mode_lasttoken": "lasttoken",
}


@dataclass(frozen=True, slots=True)
class Pooling:
    """What a pooling step says.

    Attributes:
        modes: how; the results of several are joined end to end.
        include_prompt: whether the prompt's own tokens take part.
        token_width: length of a token's vector.
    """

    modes: tuple[str, ...]
    include_prompt: bool
    token_width: int


def read_pooling(modules: tuple[Module, ...]) -> Pooling:
    """Reads the settings of the first pooling step.

    Raises:
        ModelError: there is none, or they make no sense; the message names the file.
    """
    steps = [module.folder / "config.json" for module in modules if module.kind == "Pooling"]
    if not steps:
        listing = modules[0].folder / "modules.json"
        raise ModelError(f"{listing} has no pooling step", advice=ONE_DENSE_VECTOR)
    file = steps[0]
    said = read_object(file)
    width = said.get("embedding_dimension") or said.get("word_embedding_dimension")
    include_prompt = bool(said.get("include_prompt", True))
    return Pooling(_modes(file, said), include_prompt, positive(width, file))


def _modes(file: Path, said: Mapping[str, Any]) -> tuple[str, ...]:
    new = said.get("pooling_mode")
    if not new:
        return tuple(mode for key, mode in _OLD_KEYS.items() if said.get(key)) or ("mean",)
    modes = new if isinstance(new, list) else [new]
    if not all(isinstance(mode, str) and mode in _OLD_KEYS.values() for mode in modes):
        raise malformed(file)
    return tuple(modes)
