"""Counts as people say them: “1 file”, “2,000 files”."""

_PLURALS = {"saved search": "saved searches"}


def counted(number: int, noun: str) -> str:
    """Say how many there are of something.

    Args:
        number: 0 or more.
        noun: in the singular.
    """
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, f'{noun}s')}"
