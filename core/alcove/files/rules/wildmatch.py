"""Translate a glob in git's syntax into a regular expression over bytes."""

import re
import string

_TOKEN = re.compile(
    rb"(?P<stars>\*+)|(?P<any>\?)|(?P<set>\[)|\\(?P<escaped>.)|(?P<plain>[^*?\[\\]+)", re.DOTALL
)

# One item between the brackets of a set.
_ITEM = re.compile(
    rb"\[:(?P<named>[^\]]*):\]"
    rb"|(?P<first>\\.|[^\\])-(?P<last>\\.|[^\]\\])"
    rb"|(?P<one>\\.|[^\\])",
    re.DOTALL,
)

_GRAPHIC = range(0x21, 0x7F)  # ASCII: git's classes have no other letters
_NAMED_SETS: dict[bytes, frozenset[int]] = {
    b"alnum": frozenset((string.ascii_letters + string.digits).encode()),
    b"alpha": frozenset(string.ascii_letters.encode()),
    b"blank": frozenset(b" \t"),
    b"cntrl": frozenset((*range(0x20), 0x7F)),
    b"digit": frozenset(string.digits.encode()),
    b"graph": frozenset(_GRAPHIC),
    b"lower": frozenset(string.ascii_lowercase.encode()),
    b"print": frozenset((0x20, *_GRAPHIC)),
    b"punct": frozenset(string.punctuation.encode()),
    b"space": frozenset(b" \t\n\r"),
    b"upper": frozenset(string.ascii_uppercase.encode()),
    b"xdigit": frozenset(string.hexdigits.encode()),
}


class MalformedGlobError(ValueError):
    """An invalid glob, which matches nothing in git; the message says what is wrong with it."""


def translate(glob: bytes) -> bytes:
    """Return the source of a regular expression, without groups, equivalent to `glob`.

    It matches like git's wildmatch.c with WM_PATHNAME: “*” and “?” stop at a slash, and “**”
    between slashes stands for any number of folders.

    Raises:
        MalformedGlobError: a set is not closed or has an unknown class, or the glob ends with a
            backslash.
    """
    parts = []
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        if token is None:
            raise MalformedGlobError("it ends with a backslash")
        if token["stars"]:
            part, at = _stars(glob, at, token.end())
        elif token["set"]:
            part, at = _set(glob, token.end())
        else:
            part = b"[^/]" if token["any"] else re.escape(token["escaped"] or token["plain"])
            at = token.end()
        parts.append(part)
    return b"".join(parts)


def _stars(glob: bytes, start: int, end: int) -> tuple[bytes, int]:
    """Return the expression for the stars at `start`, and the start of the rest of the glob."""
    alone = start == 0 or glob[start - 1 : start] == b"/"
    if end - start > 1 and alone:
        if glob.startswith(b"/", end):
            return b"(?:.*/)?", end + 1
        if end == len(glob) or glob.startswith(b"\\/", end):
            return b".*", end
    return b"[^/]*", end


def _set(glob: bytes, at: int) -> tuple[bytes, int]:
    """Return the expression for the set whose inside starts at `at`, and the start of the rest."""
    negated = glob.startswith((b"!", b"^"), at)
    at += negated
    members: set[int] = set()
    first = True  # a "]" in first place is a member
    while first or not glob.startswith(b"]", at):
        item = _ITEM.match(glob, at)
        if item is None:
            raise MalformedGlobError("a “[” has no “]”")
        members |= _members(item)
        at, first = item.end(), False
    return _class(members, negated=negated), at + 1


def _members(item: re.Match[bytes]) -> frozenset[int]:
    if item["one"]:
        return frozenset(item["one"][-1:])
    if item["first"]:
        first, last = item["first"][-1], item["last"][-1]
        return frozenset((first, *range(first, last + 1)))  # “[c-a]” is “c”
    if item["named"] not in _NAMED_SETS:
        raise MalformedGlobError("no class of characters has that name")
    return _NAMED_SETS[item["named"]]


def _class(members: set[int], *, negated: bool) -> bytes:
    listed = sorted(members | {0x2F} if negated else members - {0x2F})  # never match a slash
    if not listed:
        return b"(?!)"
    return b"[" + b"^" * negated + b"".join(b"\\x%02x" % byte for byte in listed) + b"]"
