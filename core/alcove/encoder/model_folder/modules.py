"""Read the steps of a model (`modules.json`); refuse foreign code and pickled weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from alcove.encoder.model_folder.json_files import malformed, read_json, read_object
from alcove.errors import ModelError

_LIBRARY = "sentence_transformers."
_RUNNABLE = frozenset({"Transformer", "Pooling", "Dense", "LayerNorm", "Normalize", "Dropout"})
_WEIGHTS = "model.safetensors"
_WITH_WEIGHTS = frozenset({"Transformer", "Dense", "LayerNorm"})

# Settings that make transformers import a class from the model's folder.
_CODE_SETTINGS = frozenset({"auto_map", "custom_pipelines", "trust_remote_code"})

_OWN_CODE = "That code would have to run here. Choose a model that needs none of its own."
ONE_DENSE_VECTOR = "Choose a model that makes one dense vector for a text."
_OTHER_MODEL = "Choose a text embedding model in the layout of sentence-transformers."


@dataclass(frozen=True, slots=True)
class Module:
    """One step of a model: the name of its class, and its folder."""

    kind: str
    folder: Path


def read_modules(path: Path) -> tuple[Module, ...]:
    """Read `modules.json` in the folder `path`, and every setting that could name foreign code.

    Raises:
        ModelError: a file is missing or malformed, or a step is of a kind that Alcove does not run
            or not part of sentence-transformers; the message names the file.
    """
    listing = path / "modules.json"
    entries = read_json(listing)
    if not isinstance(entries, list) or not entries:
        raise malformed(listing)
    modules = tuple(_module(listing, entry) for entry in entries)
    if modules[0].kind != "Transformer":
        raise ModelError(f"{listing} does not begin with a transformer", advice=_OTHER_MODEL)
    for module in modules:
        _refuse_foreign_code(module)
    return modules


def _module(listing: Path, entry: object) -> Module:
    if not isinstance(entry, dict) or not {"type", "path"} <= entry.keys():
        raise malformed(listing)
    kind, below = str(entry["type"]), PurePosixPath(str(entry["path"]))
    if not kind.startswith(_LIBRARY):
        raise ModelError(f"{listing} asks for {kind}", advice=_OWN_CODE)
    name = kind.rpartition(".")[2]
    if name not in _RUNNABLE:
        raise ModelError(f"{listing} asks for {kind}", advice=_OTHER_MODEL)
    if below.is_absolute() or ".." in below.parts or not {"\\", ":"}.isdisjoint(str(below)):
        raise malformed(listing)
    return Module(name, listing.parent / below)


def _refuse_foreign_code(module: Module) -> None:
    adapter = module.folder / "adapter_config.json"
    if adapter.exists():
        raise ModelError(
            f"{adapter} makes this an adapter of another model",
            advice="Merge the adapter into its model and save that.",
        )
    for file in sorted(module.folder.glob("*config.json")):
        if any(_names_code(key, value) for key, value in _settings(read_json(file))):
            raise ModelError(f"{file} asks for the model's own code", advice=_OWN_CODE)


def _names_code(key: str, value: object) -> bool:
    if key == "activation_function":  # a Dense step imports it by its dotted name
        return value is not None and not str(value).startswith("torch.nn.modules.")
    return key in _CODE_SETTINGS and bool(value)


def _settings(tree: object) -> Iterator[tuple[str, object]]:
    """Yield every key of a JSON tree with its value, however deep the tree is."""
    stack = [tree]
    while stack:
        branch = stack.pop()
        if isinstance(branch, dict):
            yield from branch.items()
            stack.extend(branch.values())
        elif isinstance(branch, list):
            stack.extend(branch)


def check_weights(module: Module) -> None:
    """Refuse a step whose weights are missing or pickled.

    Raises:
        ModelError: the message names the file.
    """
    if module.kind not in _WITH_WEIGHTS or has_weights(module):
        return
    pickled = module.folder / "pytorch_model.bin"
    if pickled.exists():
        raise ModelError(
            f"{pickled} is a pickle, which can run code when it is opened",
            advice="Get the model with its weights as model.safetensors.",
        )
    weights = module.folder / _WEIGHTS
    raise ModelError(f"{weights} is missing", advice="Choose a complete model folder.")


def has_weights(module: Module) -> bool:
    """Return whether a step has weights that are not pickled, in one file or in several.

    Raises:
        ModelError: the index of several files is malformed.
    """
    index = module.folder / f"{_WEIGHTS}.index.json"
    return (module.folder / _WEIGHTS).exists() or _in_several_files(index)


def _in_several_files(index: Path) -> bool:
    if not index.exists():
        return False
    parts = read_object(index).get("weight_map")
    names = set(map(str, parts.values())) if isinstance(parts, dict) else set()
    if not names or any(Path(n).name != n or not n.endswith(".safetensors") for n in names):
        raise malformed(index)
    return True
