"""Questions about everyday things, which most libraries hardly answer."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def probes() -> Mapping[str, tuple[str, ...]]:
    """The questions by language, ISO 639-1."""
    content = files("alcove.search.calibration").joinpath("probes.json").read_text(encoding="utf-8")
    return {language: tuple(asked) for language, asked in json.loads(content).items()}
