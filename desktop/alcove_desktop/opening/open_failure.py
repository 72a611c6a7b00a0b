"""The reasons why a file could not be opened, as the opener and the window exchange them."""

from enum import StrEnum


class OpenFailure(StrEnum):
    """A reason in the opener's protocol; the window has the text for the user."""

    MISSING = "missing"
    PROGRAM = "program"
    NO_APPLICATION = "no application"
