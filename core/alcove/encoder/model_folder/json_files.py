"""Read the JSON files of a model folder, with errors that name the file."""

import json
import stat
from pathlib import Path
from typing import Any

from alcove.errors import ModelError

_LARGEST = 16_000_000  # bytes; a tokenizer_config.json with thousands of added tokens has 1.2 MB


def read_object(path: Path) -> dict[str, Any]:
    """Read the object in a JSON file.

    Raises:
        ModelError: the file is missing, unreadable or holds something else.
    """
    content = read_json(path)
    if not isinstance(content, dict):
        raise malformed(path)
    return content


def read_object_if_there(path: Path) -> dict[str, Any]:
    """Read the object in a JSON file; return {} if there is no such file."""
    return read_object(path) if path.exists() else {}


def read_json(path: Path) -> object:
    """Read the value in a JSON file.

    Raises:
        ModelError: the file is missing, unreadable, too large or not JSON.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            raise malformed(path)
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(
            f"{path} is missing",
            advice="Choose a complete model folder, in the layout of sentence-transformers.",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise malformed(path) from error
    return content


def malformed(path: Path) -> ModelError:
    """Return the error for a file that exists but is malformed."""
    return ModelError(
        f"{path} does not have the expected content", advice="Get the model's files again."
    )


def positive(value: object, file: Path) -> int:
    """Return `value`, read from `file`, if it is a whole number above zero.

    Raises:
        ModelError: it is something else.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise malformed(file)
    return value
