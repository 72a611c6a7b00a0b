"""What a model folder in the layout of sentence-transformers says about its model."""

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

_CUT_WHEN_UNSAID = 512  # tokens: the window of BERT and of most of its kin


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What a model folder says.

    Attributes:
        path: the folder, absolute.
        modules: the model's steps in order, the transformer first.
        export: the network to use, ready to run; None where torch has to convert the weights.
        token_width: length of what the transformer gives for a token.
        width: length of a vector as the steps give it.
        dimension: length of a vector, which the model may want cut.
        max_tokens: where a text is cut, prompt and special tokens included.
        pooling: how token vectors become one; the results of several are joined end to end.
        include_prompt: whether the prompt's own tokens take part in the pooling.
        lower_case: whether a text is brought to lower case before all else.
        query_prompt: put before a question, with nothing between.
        passage_prompt: put before a passage, likewise.
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
        """The file with the model's tokenizer."""
        return self.modules[0].folder / "tokenizer.json"


def read_folder(path: Path) -> ModelFolder:
    """Reads a model folder; loads no weights and runs nothing of the model's.

    Raises:
        ModelError: a file is missing, malformed or outside of the folder, the weights are pickled,
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
    """What is there may be used at all, and the tokenizer is there."""
    transformer = modules[0].folder
    if not is_bundled(path):  # its fingerprints are known, and installers may well make links
        exports = (transformer / "openvino", transformer / "onnx")
        check_places(path, {path, *exports, *(module.folder for module in modules)})
    if not (transformer / "tokenizer.json").is_file():
        raise ModelError(
            f"{transformer / 'tokenizer.json'} is missing",
            advice="Choose a model that comes with a fast tokenizer.",
        )


def _choose_network(modules: tuple[Module, ...]) -> ExportedNetwork | None:
    """An exact export, else the weights where torch is there to convert them, else any export."""
    export = find_export(modules[0].folder)
    convertible = has_weights(modules[0]) and find_spec("torch") is not None
    if export is not None and not export.full_precision and convertible:
        export = None
    for module in modules[0 if export is None else 1 :]:
        check_weights(module)
    return export


def _width(modules: tuple[Module, ...], pooled: int) -> int:
    """Of the last dense layer where there is one, else of the pooled tokens."""
    dense = [module.folder / "config.json" for module in modules if module.kind == "Dense"]
    return positive(read_object(dense[-1]).get("out_features"), dense[-1]) if dense else pooled


def _lower_case(transformer: Path) -> bool:
    files = sorted(transformer.glob("sentence_*_config.json"))
    return any(bool(read_object(file).get("do_lower_case")) for file in files)


def _max_tokens(transformer: Path) -> int:
    """What the folder says, else the smaller window: base/modules/transformer.py's rule."""
    for file in sorted(transformer.glob("sentence_*_config.json")):
        said = read_object(file).get("max_seq_length")
        if said is not None:
            return positive(said, file)
    windows = (
        read_object_if_there(transformer / "tokenizer_config.json").get("model_max_length"),
        read_object(transformer / "config.json").get("max_position_embeddings"),
    )
    known = [int(w) for w in windows if isinstance(w, int | float) and 0 < w < math.inf]
    return min(known, default=_CUT_WHEN_UNSAID)
