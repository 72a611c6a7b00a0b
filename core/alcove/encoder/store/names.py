"""Choose and check the names of models: unique, ignoring case."""

import re
from collections.abc import Collection
from pathlib import Path

from alcove.encoder.model_folder.bundled import NAME, is_bundled
from alcove.errors import ModelError

_LONGEST = 80  # characters
_CACHED = re.compile(r"models--(?:.*--)?(.+)")  # how huggingface_hub names a model's folder


def name_of(source: Path) -> str:
    """Return the default name of the model in this folder."""
    if is_bundled(source):
        return NAME
    source = source.resolve()
    cached = source.parent.name == "snapshots" and _CACHED.fullmatch(source.parent.parent.name)
    name = cached[1] if cached else source.name
    shown = "".join(c if c.isprintable() else "?" for c in name).strip()
    return shown[:_LONGEST] or "model"


def unused_name(name: str, taken: Collection[str]) -> str:
    """Return the name, with a number behind it if another model has it."""
    folded = {other.casefold() for other in taken}
    number, candidate = 1, name
    while candidate.casefold() in folded:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def check_name(name: str, taken: Collection[str]) -> None:
    """Refuse a name that cannot be typed or shown, or that another model has.

    Raises:
        ModelError: the message says which of the two.
    """
    if not name.strip() or name != name.strip() or len(name) > _LONGEST or not name.isprintable():
        raise ModelError(
            "that is no name for a model", advice=f"Choose one of 1 to {_LONGEST} characters."
        )
    if name.casefold() in {other.casefold() for other in taken}:
        raise ModelError(f"another model is already called {name}", advice="Choose another name.")
