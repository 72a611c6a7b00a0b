"""What another process says, believed only after a look: the types and bounds of JSON values."""

from alcove.errors import ReadError, Reason

_MAX_DETAIL = 200  # characters


def reason_in(answer: dict[str, object]) -> ReadError:
    """The reason that a child answers with where it has nothing else to give.

    Raises:
        TypeError: it is no reason.
        ValueError: it is none that we know.
        KeyError: it is incomplete.
    """
    reason = Reason(string(answer["reason"], _MAX_DETAIL))
    return ReadError(reason, string(answer["detail"], _MAX_DETAIL))


def facts(raw: object) -> dict[str, object]:
    """An object of JSON; everything else is a TypeError."""
    if not isinstance(raw, dict):
        raise TypeError
    return raw


def items(raw: object) -> list[object]:
    """An array; everything else is a TypeError."""
    if not isinstance(raw, list):
        raise TypeError
    return raw


def string(raw: object, longest: int) -> str:
    """A text of at most `longest` characters; everything else is a TypeError or ValueError."""
    if not isinstance(raw, str) or len(raw) > longest:
        raise TypeError
    raw.encode("utf-8")  # half of a surrogate pair is a ValueError
    return raw


def boolean(raw: object) -> bool:
    """A truth value; everything else is a TypeError."""
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def integer(raw: object, highest: int) -> int:
    """A whole number from 0 to `highest`; everything else is a TypeError."""
    if type(raw) is not int or not 0 <= raw <= highest:
        raise TypeError
    return raw
