"""A prepared model's folder: its files, their fingerprints, and opening it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.encoder.manifest import Manifest, manifest_from
from alcove.encoder.model_folder.json_files import malformed, read_object
from alcove.encoder.runtime.batches import Batcher, Padding
from alcove.encoder.runtime.tokenizer import read_tokenizer
from alcove.errors import ModelError
from alcove.layout import NETWORK, TOKENIZER, WEIGHTS
from alcove.system.durable import sync_tree
from alcove.system.hashes import check_files, sha256_of_files

if TYPE_CHECKING:
    from alcove.encoder.runtime.openvino_compile import Precision
    from alcove.encoder.runtime.openvino_encoder import OpenVinoEncoder

RECIPE = "prepared.json"

_VERSION = 2  # of what is in the folder; another one is made again from the source


@dataclass(frozen=True, slots=True)
class RuntimeConfig:
    """How to run a prepared model.

    Attributes:
        manifest: the model that it was made from.
        inputs: names of the network's inputs.
        padding: how a batch is filled up.
    """

    manifest: Manifest
    inputs: tuple[str, ...]
    padding: Padding


@dataclass(frozen=True, slots=True)
class PreparedModel:
    """A model that is ready to be loaded.

    Attributes:
        id: the manifest's `model_id`, under which vectors are stored.
        path: the folder.
        manifest: what model it is.
    """

    id: str
    path: Path
    manifest: Manifest


def write_recipe(folder: Path, recipe: RuntimeConfig) -> None:
    """Writes `prepared.json`, with the fingerprints of the files beside it."""
    content = {
        "version": _VERSION,
        "manifest": asdict(recipe.manifest),
        "inputs": recipe.inputs,
        "padding": asdict(recipe.padding),
        "files": sha256_of_files(folder, (NETWORK, WEIGHTS, TOKENIZER)),
    }
    (folder / RECIPE).write_text(json.dumps(content, indent=1), encoding="utf-8")


def read_prepared(folder: Path) -> PreparedModel:
    """What model a prepared folder holds; its other files are not looked at.

    Raises:
        ModelError: `prepared.json` is missing, malformed or of another version of Alcove.
    """
    manifest = _read_recipe(folder)[0].manifest
    return PreparedModel(manifest.model_id, folder, manifest)


def is_complete(folder: Path) -> bool:
    """Whether the folder holds a prepared model of this version, every file of it being there."""
    try:
        _read_recipe(folder)
    except ModelError:
        return False
    return all((folder / name).is_file() for name in (NETWORK, WEIGHTS, TOKENIZER))


def copy_prepared(source: Path, target: Path) -> None:
    """Copies a prepared model into an empty folder, and sees to it that all is on the disk.

    Raises:
        ModelError: a file is missing or altered; the message names it.
    """
    check_files(source, _read_recipe(source)[1])
    for name in (NETWORK, WEIGHTS, TOKENIZER, RECIPE):
        shutil.copyfile(source / name, target / name)
    sync_tree(target)


def open_prepared(
    folder: Path,
    *,
    precision: "Precision" = "auto",
    threads: int | None = None,
    hashed: Mapping[str, str] | None = None,
) -> "OpenVinoEncoder":
    """Checks every file against its fingerprint and makes an encoder, which compiles when used.

    Args:
        folder: the prepared model's.
        precision: of passages.
        threads: how many cores passages may use; all that this process may, for None.
        hashed: the files' SHA-256 by name, where somebody has just taken them.

    Raises:
        ModelError: a file is missing or altered; the message names it.
    """
    recipe, files = _read_recipe(folder)
    if hashed != files:
        check_files(folder, files)  # and say which file is not what it was
    batcher = Batcher(
        read_tokenizer(folder / TOKENIZER),
        inputs=recipe.inputs,
        max_tokens=recipe.manifest.max_tokens,
        padding=recipe.padding,
    )
    from alcove.encoder.runtime.openvino_encoder import OpenVinoEncoder

    return OpenVinoEncoder(
        folder / NETWORK,
        batcher,
        recipe.manifest,
        fingerprint=f"{files[NETWORK]} {files[WEIGHTS]}",
        precision=precision,
        threads=threads,
    )


def _read_recipe(folder: Path) -> tuple[RuntimeConfig, dict[str, str]]:
    file = folder / RECIPE
    content = read_object(file)
    if content.get("version") != _VERSION:
        raise ModelError(
            f"{file} was written by another version of Alcove",
            advice="Delete this model's folder; Alcove then prepares the model again.",
        )
    try:
        padding = Padding(**content["padding"])
        recipe = RuntimeConfig(
            manifest_from(content["manifest"]), tuple(content["inputs"]), padding
        )
        return recipe, {name: content["files"][name] for name in (NETWORK, WEIGHTS, TOKENIZER)}
    except (KeyError, TypeError) as error:
        raise malformed(file) from error
