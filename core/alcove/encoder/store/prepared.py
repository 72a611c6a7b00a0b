"""Write, check, copy and open a prepared model's folder: its files and their fingerprints."""

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

_VERSION = 2  # of the folder's layout; a folder of another version is made again from the source


@dataclass(frozen=True, slots=True)
class RuntimeConfig:
    """The settings for running a prepared model.

    Attributes:
        manifest: the manifest of the model that it was converted from.
        inputs: names of the network's inputs.
        padding: how to pad a batch.
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
        manifest: the model's manifest.
    """

    id: str
    path: Path
    manifest: Manifest


def write_recipe(folder: Path, recipe: RuntimeConfig) -> None:
    """Write `prepared.json`, with the fingerprints (SHA-256) of the files beside it."""
    content = {
        "version": _VERSION,
        "manifest": asdict(recipe.manifest),
        "inputs": recipe.inputs,
        "padding": asdict(recipe.padding),
        "files": sha256_of_files(folder, (NETWORK, WEIGHTS, TOKENIZER)),
    }
    (folder / RECIPE).write_text(json.dumps(content, indent=1), encoding="utf-8")


def read_prepared(folder: Path) -> PreparedModel:
    """Read `prepared.json` of a prepared folder; do not check the other files.

    Raises:
        ModelError: `prepared.json` is missing, malformed or of another version of Alcove.
    """
    manifest = _read_recipe(folder)[0].manifest
    return PreparedModel(manifest.model_id, folder, manifest)


def is_complete(folder: Path) -> bool:
    """Return whether the folder holds all files of a prepared model of this version."""
    try:
        _read_recipe(folder)
    except ModelError:
        return False
    return all((folder / name).is_file() for name in (NETWORK, WEIGHTS, TOKENIZER))


def copy_prepared(source: Path, target: Path) -> None:
    """Check a prepared model, copy it into an empty folder, and flush it to disk.

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
    """Check every file against its fingerprint; return an encoder, which compiles on first use.

    Args:
        folder: the prepared model's folder.
        precision: of passages.
        threads: how many cores passages may use; None for all that this process may use.
        hashed: the files' SHA-256 by name, if the caller has just computed them.

    Raises:
        ModelError: a file is missing or altered; the message names it.
    """
    recipe, files = _read_recipe(folder)
    if hashed != files:
        check_files(folder, files)  # names the altered file
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
