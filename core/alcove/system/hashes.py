"""Fingerprints of files: taking them, and refusing a file that has another."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from alcove.errors import ModelError

# After each piece, a thread waits for its turn to run Python; hashlib's own 256 kB made a search
# wait for .2 s, while it imports and checks the model side by side.
_PIECE = 1 << 22  # bytes


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def sha256_of_files(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of each of the files, by its name with forward slashes below `folder`."""
    return {name: sha256_of(folder / name) for name in sorted(names)}


def check_files(folder: Path, expected: Mapping[str, str]) -> None:
    """Compares files with the fingerprints that they must have.

    Raises:
        ModelError: a file is missing, unreadable or not the same; the message names it.
    """
    for name, fingerprint in expected.items():
        try:
            found = sha256_of(folder / name)
        except OSError as error:
            raise ModelError(
                f"{folder / name} cannot be read: {error.strerror}",
                advice="Install the model again.",
            ) from error
        if found != fingerprint:
            raise ModelError(
                f"{folder / name} was changed: its fingerprint differs from the one on record",
                advice="Remove this model's folder and install the model again.",
            )
