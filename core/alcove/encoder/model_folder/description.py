"""Read the description of a model from its folder, in the layout of sentence-transformers."""

import math
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from alcove.encoder.model_folder.bundled import is_bundled
from alcove.encoder.model_folder.containment import check_places
from alcove.encoder.model_folder.exports import ExportedNetwork, find_export
from alcove.encoder.model_folder.json_files import positive, read_object, read_object_if_there
from alcove.encoder.model_folder.model_config import read_model_config
from alcove.encoder.model_folder.modules import Module, check_weights, has_weights, read_modules
from alcove.encoder.model_folder.pooling import read_pooling
from alcove.errors import ModelError

_DEFAULT_MAX_TOKENS = 512  # the window of BERT and of most models of its family


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """The description of a model, from the files of its folder.

    Attributes:
        path: the folder, absolute.
        modules: the model's steps in order, the transformer first.
        export: the network to use, ready to run; None if torch has to convert the weights.
        token_width: length of a token embedding, the transformer's output.
        width: length of a vector as the steps compute it.
        dimension: length of a vector after truncation, if the model asks for that.
        max_tokens: tokens at which a text is truncated, prompt and special tokens included.
        pooling: the modes by which token vectors become one; results of several are concatenated.
        include_prompt: whether the prompt's own tokens take part in the pooling.
        lower_case: whether a text is lower-cased before anything else.
        query_prompt: text put before a query, without a separator.
        passage_prompt: text put before a passage, without a separator.
    """

    path: Path
    modules: tuple[Module, ...]
    export: ExportedNetwork | None
    token_width: int
    width: int
    dimension: int
    max_tokens: int
    pooling: tuple[str, ...]
    include_prompt: bool
    lower_case: bool
    query_prompt: str
    passage_prompt: str

    @property
    def tokenizer(self) -> Path:
        """The path of the model's tokenizer."""
        return self.modules[0].folder / "tokenizer.json"


def read_folder(path: Path) -> ModelFolder:
    """Read a model folder; load no weights and run no code of the model's.

    Raises:
        ModelError: a file is missing, malformed or outside the folder, the weights are pickled,
            or the model asks for code that is not part of sentence-transformers; the message names
            the file.
    """
    path = path.resolve()
    modules = read_modules(path)
    _check_files(path, modules)
    export = _choose_network(modules)
    general = read_model_config(path)
    pooling = read_pooling(modules)
    width = _width(modules, pooling.token_width * len(pooling.modes))
    return ModelFolder(
        path=path,
        modules=modules,
        export=export,
        token_width=pooling.token_width,
        width=width,
        dimension=min(width, general.truncate_dim or width),
        max_tokens=_max_tokens(modules[0].folder),
        pooling=pooling.modes,
        include_prompt=pooling.include_prompt,
        lower_case=_lower_case(modules[0].folder),
        query_prompt=general.query_prompt,
        passage_prompt=general.passage_prompt,
    )


def _check_files(path: Path, modules: tuple[Module, ...]) -> None:
    """Refuse a folder with entries that lead out of it, or without a tokenizer."""
    transformer = modules[0].folder
    if not is_bundled(path):  # its fingerprints are checked, and installers may make links
        exports = (transformer / "openvino", transformer / "onnx")
        check_places(path, {path, *exports, *(module.folder for module in modules)})
    if not (transformer / "tokenizer.json").is_file():
        raise ModelError(
            f"{transformer / 'tokenizer.json'} is missing",
            advice="Choose a model that comes with a fast tokenizer.",
        )


def _choose_network(modules: tuple[Module, ...]) -> ExportedNetwork | None:
    """Return the export to use; None for the weights, which torch then converts.

    Prefers a full-precision export, then the weights if torch is installed, then any export.
    """
    export = find_export(modules[0].folder)
    convertible = has_weights(modules[0]) and find_spec("torch") is not None
    if export is not None and not export.full_precision and convertible:
        export = None
    for module in modules[0 if export is None else 1 :]:
        check_weights(module)
    return export


def _width(modules: tuple[Module, ...], pooled: int) -> int:
    """Return the output width of the last dense layer; `pooled` if there is none."""
    dense = [module.folder / "config.json" for module in modules if module.kind == "Dense"]
    return positive(read_object(dense[-1]).get("out_features"), dense[-1]) if dense else pooled


def _lower_case(transformer: Path) -> bool:
    files = sorted(transformer.glob("sentence_*_config.json"))
    return any(bool(read_object(file).get("do_lower_case")) for file in files)


def _max_tokens(transformer: Path) -> int:
    """Return the stated maximum, else the smaller window: base/modules/transformer.py's rule."""
    for file in sorted(transformer.glob("sentence_*_config.json")):
        stated = read_object(file).get("max_seq_length")
        if stated is not None:
            return positive(stated, file)
    windows = (
        read_object_if_there(transformer / "tokenizer_config.json").get("model_max_length"),
        read_object(transformer / "config.json").get("max_position_embeddings"),
    )
    finite = [int(w) for w in windows if isinstance(w, int | float) and 0 < w < math.inf]
    return min(finite, default=_DEFAULT_MAX_TOKENS)
