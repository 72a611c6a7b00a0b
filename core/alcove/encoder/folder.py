"""What a model folder in the layout of sentence-transformers says about its model."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alcove.encoder.model_json import malformed, read_object, read_object_if_there
from alcove.encoder.modules import Module, read_modules
from alcove.errors import ModelError

_CUT_WHEN_UNSAID = 512  # tokens: the window of BERT and of most of its kin

# The order in which sentence-transformers joins them: sentence_transformer/modules/pooling.py
_OLD_POOLING_KEYS = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
    "pooling_mode_lasttoken": "lasttoken",
}


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What a model folder says.

    Attributes:
        path: the folder, absolute.
        modules: the model's steps in order, the transformer first.
        dimension: length of a vector.
        max_tokens: where a text is cut, prompt and special tokens included.
        pooling: how token vectors become one; the results of several are joined end to end.
        include_prompt: whether the prompt's own tokens take part in the pooling.
        query_prompt: put before a question, with nothing between.
        passage_prompt: put before a passage, likewise.
    """

    path: Path
    modules: tuple[Module, ...]
    dimension: int
    max_tokens: int
    pooling: tuple[str, ...]
    include_prompt: bool
    query_prompt: str
    passage_prompt: str


def read_folder(path: Path) -> ModelFolder:
    """Reads a model folder; loads no weights and runs nothing of the model's.

    Raises:
        ModelError: a file is missing or malformed, the weights are pickled, or the model asks for
            code that is not part of sentence-transformers; the message names the file.
    """
    path = path.resolve()
    modules = read_modules(path)
    said = _read_general(path)
    pooling = _read_pooling(modules)
    modes = _pooling_modes(pooling)
    return ModelFolder(
        path=path,
        modules=modules,
        dimension=said.get("truncate_dim") or _dimension(modules, pooling, len(modes)),
        max_tokens=_max_tokens(modules[0].folder),
        pooling=modes,
        include_prompt=bool(pooling.get("include_prompt", True)),
        query_prompt=_prompt(said, "query"),
        # The rule of SentenceTransformer.encode_document: the first of these that is there.
        passage_prompt=_prompt(said, "document", "passage", "corpus"),
    )


def _read_general(path: Path) -> dict[str, Any]:
    said = read_object_if_there(path / "config_sentence_transformers.json")
    kind = said.get("model_type", "SentenceTransformer")
    if kind != "SentenceTransformer":
        raise ModelError(
            f"{path / 'config_sentence_transformers.json'} describes a {kind}",
            advice="Choose a model that makes one dense vector for a text.",
        )
    return said


def _prompt(said: Mapping[str, Any], *names: str) -> str:
    prompts = said.get("prompts") or {}
    return next((str(prompts[name] or "") for name in names if name in prompts), "")


def _read_pooling(modules: tuple[Module, ...]) -> dict[str, Any]:
    for module in modules:
        if module.kind == "Pooling":
            return read_object(module.folder / "config.json")
    raise ModelError(
        f"{modules[0].folder / 'modules.json'} has no pooling step",
        advice="Choose a model that makes one dense vector for a text.",
    )


def _pooling_modes(pooling: Mapping[str, Any]) -> tuple[str, ...]:
    new = pooling.get("pooling_mode")
    if new:
        return (new,) if isinstance(new, str) else tuple(new)
    return tuple(mode for key, mode in _OLD_POOLING_KEYS.items() if pooling.get(key)) or ("mean",)


def _dimension(modules: tuple[Module, ...], pooling: Mapping[str, Any], modes: int) -> int:
    """Of the last dense layer where there is one, else of the pooled tokens."""
    dense = [module.folder / "config.json" for module in modules if module.kind == "Dense"]
    if dense:
        return _positive(read_object(dense[-1]).get("out_features"), dense[-1])
    width = pooling.get("embedding_dimension") or pooling.get("word_embedding_dimension")
    place = next(module.folder for module in modules if module.kind == "Pooling") / "config.json"
    return _positive(width, place) * modes


def _max_tokens(transformer: Path) -> int:
    """What the folder says, else the smaller window: base/modules/transformer.py's rule."""
    for file in sorted(transformer.glob("sentence_*_config.json")):
        said = read_object(file).get("max_seq_length")
        if said is not None:
            return _positive(said, file)
    windows = (
        read_object_if_there(transformer / "tokenizer_config.json").get("model_max_length"),
        read_object(transformer / "config.json").get("max_position_embeddings"),
    )
    known = [int(window) for window in windows if isinstance(window, int | float) and window > 0]
    return min(known, default=_CUT_WHEN_UNSAID)


def _positive(value: object, file: Path) -> int:
    if not isinstance(value, int) or value <= 0:
        raise malformed(file)
    return value
