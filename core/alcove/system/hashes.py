"""Compute SHA-256 fingerprints of files, and verify files against expected ones."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from alcove.errors import ModelError

# After each piece, the thread waits for the interpreter lock; hashlib's own 256 kB pieces delayed a
# search by 0.2 s, which imports modules and checks the model at the same time.
_PIECE = 1 << 22  # bytes


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def sha256_of_files(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each file, by its name below `folder` (with forward slashes)."""
    return {name: sha256_of(folder / name) for name in sorted(names)}


def check_files(folder: Path, expected: Mapping[str, str]) -> None:
    """Compare files with their expected fingerprints.

    Raises:
        ModelError: a file is missing, unreadable or different; the message names it.
    """
    for name, fingerprint in expected.items():
        try:
            actual = sha256_of(folder / name)
        except OSError as error:
            raise ModelError(
                f"{folder / name} cannot be read: {error.strerror}",
                advice="Install the model again.",
            ) from error
        if actual != fingerprint:
            raise ModelError(
                f"{folder / name} was changed: its fingerprint differs from the one on record",
                advice="Remove this model's folder and install the model again.",
            )
