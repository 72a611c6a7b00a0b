"""How much stands between this program and a network."""

from enum import IntEnum


class Level(IntEnum):
    """What is in force, weakest first, so that levels can be compared."""

    NONE = 0
    ENVIRONMENT = 1
    PYTHON = 2
    KERNEL = 3

    @property
    def description(self) -> str:
        """One plain sentence for people who ask what protects them."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Level.NONE: "Nothing keeps this program from using a network.",
    Level.ENVIRONMENT: "Libraries are asked to stay offline, but nothing holds them to it.",
    Level.PYTHON: (
        "Python code is refused every network connection; compiled libraries are only asked to "
        "stay offline, because this system has no kernel filter that we can use."
    ),
    Level.KERNEL: (
        "The kernel refuses every network connection to this program and to all that it starts."
    ),
}
