"""Validate the JSON of an untrusted process: types and bounds of its values."""

from alcove.errors import ReadError, Reason

_MAX_DETAIL = 200  # characters


def reason_in(answer: dict[str, object]) -> ReadError:
    """Return the error of an answer by which a child reports that it cannot read a file.

    Raises:
        TypeError: a value has the wrong type or is too long.
        ValueError: the reason is unknown.
        KeyError: a field is missing.
    """
    reason = Reason(string(answer["reason"], _MAX_DETAIL))
    return ReadError(reason, string(answer["detail"], _MAX_DETAIL))


def facts(raw: object) -> dict[str, object]:
    """Return `raw` if it is a JSON object; raise TypeError otherwise."""
    if not isinstance(raw, dict):
        raise TypeError
    return raw


def items(raw: object) -> list[object]:
    """Return `raw` if it is a JSON array; raise TypeError otherwise."""
    if not isinstance(raw, list):
        raise TypeError
    return raw


def string(raw: object, longest: int) -> str:
    """Return `raw` if it is a string of at most `longest` characters.

    Raises:
        TypeError: it is no string, or longer.
        ValueError: it has a lone surrogate.
    """
    if not isinstance(raw, str) or len(raw) > longest:
        raise TypeError
    raw.encode("utf-8")  # raises on a lone surrogate
    return raw


def boolean(raw: object) -> bool:
    """Return `raw` if it is a boolean; raise TypeError otherwise."""
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def integer(raw: object, highest: int) -> int:
    """Return `raw` if it is an integer from 0 to `highest`; raise TypeError otherwise."""
    if type(raw) is not int or not 0 <= raw <= highest:
        raise TypeError
    return raw
