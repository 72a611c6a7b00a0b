"""Why something could not be opened."""

from enum import StrEnum


class OpenFailure(StrEnum):
    """What was in the way, as the opener says it; the window has the words."""

    MISSING = "missing"
    PROGRAM = "program"
    NO_APPLICATION = "no application"
