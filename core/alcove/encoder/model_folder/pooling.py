"""Read a model's pooling step: the modes by which token embeddings become one vector."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alcove.encoder.model_folder.json_files import malformed, positive, read_object
from alcove.encoder.model_folder.modules import ONE_DENSE_VECTOR, Module
from alcove.errors import ModelError

# In the order in which sentence-transformers joins them: sentence_transformer/modules/pooling.py
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
    """The settings of a pooling step.

    Attributes:
        modes: names such as "mean"; the results of several are concatenated.
        include_prompt: whether the prompt's own tokens take part.
        token_width: length of a token's vector.
    """

    modes: tuple[str, ...]
    include_prompt: bool
    token_width: int


def read_pooling(modules: tuple[Module, ...]) -> Pooling:
    """Read the settings of the first pooling step.

    Raises:
        ModelError: there is none, or they are malformed; the message names the file.
    """
    steps = [module.folder / "config.json" for module in modules if module.kind == "Pooling"]
    if not steps:
        listing = modules[0].folder / "modules.json"
        raise ModelError(f"{listing} has no pooling step", advice=ONE_DENSE_VECTOR)
    file = steps[0]
    settings = read_object(file)
    width = settings.get("embedding_dimension") or settings.get("word_embedding_dimension")
    include_prompt = bool(settings.get("include_prompt", True))
    return Pooling(_modes(file, settings), include_prompt, positive(width, file))


def _modes(file: Path, settings: Mapping[str, Any]) -> tuple[str, ...]:
    pooling_mode = settings.get("pooling_mode")
    if not pooling_mode:
        return tuple(mode for key, mode in _OLD_KEYS.items() if settings.get(key)) or ("mean",)
    modes = pooling_mode if isinstance(pooling_mode, list) else [pooling_mode]
    if not all(isinstance(mode, str) and mode in _OLD_KEYS.values() for mode in modes):
        raise malformed(file)
    return tuple(modes)
