"""Levels of protection of the egress guard, with a description of each."""

from enum import IntEnum


class GuardLevel(IntEnum):
    """Strength of the guard in force, weakest first, so that levels can be compared."""

    NONE = 0
    ENVIRONMENT = 1
    PYTHON = 2
    KERNEL = 3

    @property
    def description(self) -> str:
        """One plain sentence for people who ask what protects them."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    GuardLevel.NONE: "Nothing keeps this program from using a network.",
    GuardLevel.ENVIRONMENT: "Libraries are asked to stay offline, but nothing holds them to it.",
    GuardLevel.PYTHON: (
        "Python code is refused every network connection; compiled libraries are only asked to "
        "stay offline, because this system has no kernel filter that we can use."
    ),
    GuardLevel.KERNEL: (
        "The kernel refuses every network connection to this program and to all that it starts."
    ),
}
