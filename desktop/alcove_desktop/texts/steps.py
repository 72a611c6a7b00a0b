"""The steps of a file's way into the index, in the window's words."""

from alcove.library.why import Step


def step(told: Step) -> str:
    """What happened at one step."""
    return told.text
