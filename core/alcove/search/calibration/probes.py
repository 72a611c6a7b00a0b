"""Load the calibration probes: everyday questions that most libraries hardly answer."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def probes() -> Mapping[str, tuple[str, ...]]:
    """Return the questions by language, ISO 639-1."""
    content = files("alcove.search.calibration").joinpath("probes.json").read_text(encoding="utf-8")
    return {language: tuple(questions) for language, questions in json.loads(content).items()}
