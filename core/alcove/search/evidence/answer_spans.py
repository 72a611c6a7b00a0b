"""Divides a passage into what can be shown as an answer: a sentence, a line of a list or code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from alcove.documents.passages.sentences import sentence_starts

_LONGEST = 400  # code points that are read at a glance; of xquad's sentences 99% are shorter
_CUT = 300  # about as many has each part of a longer one
_NARROW = 40  # code points: no line of running text is wrapped before
_SHORT = 0.6  # of the longest line: where one that is shorter ends, a paragraph does
_CODE = 0.06  # of all characters; running text has 0 to 3% of these signs
_HEADING = 80  # code points

_CODE_SIGNS = re.compile(r"[(){}\[\]=<>_;|\\]")
_ITEM = re.compile(r"\s*(?:[-*+•–·◦▪‣#|]+\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s|:?[\w-]+(?: [\w-]+)?:\s)")
_COLUMNS = re.compile(r"\t|\S {3,}\S| \| |\.{4}")
_CLAUSE = re.compile(r"[,;:，；：、،—–]\s*|\s+")  # noqa: RUF001
_LEADERS = re.compile(r"\.{4,}\s*$")  # of a table of contents: no end of a sentence
_ORDINAL = re.compile(r"\b\d{1,2}\.\s+$")  # "am 3. Oktober"
_WITH_ORDINALS = frozenset(
    {"bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no"}
    | {"pl", "sk", "sl", "sr", "tr"}
)
_NEAR = 60  # code points before the end of a sentence that tell whether it is one

_WORD = re.compile(r"\w")
_ALONE = re.compile(r"[ \t]*\n[^\w\n]*\n")
_BELOW = re.compile(r"[ \t]*\n([ \t]+)")
_NO_HEADING = frozenset(".!。！｡।…,;)\"'”’»」』）")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """What can be shown as an answer.

    Attributes:
        start: first code point in the text.
        end: one past the last; neither is white space.
        leads: whether it only says what follows is about: a heading, a question.
    """

    start: int
    end: int
    leads: bool = False


def spans(text: str, language: str | None = None) -> list[AnswerSpan]:
    """The stretches of a text that have words, ascending; they do not overlap.

    Args:
        text: of a passage.
        language: of the text, ISO 639-1; None if that is not known.
    """
    ordinals = language in _WITH_ORDINALS
    borders = [0]
    for at in sentence_starts(text):
        if not (_goes_on(text, at, ordinals=ordinals) or _is_abbreviated(text[borders[-1] : at])):
            borders.append(at)
    borders.append(len(text))
    found = []
    for start, end in pairwise(borders):
        for line_start, line_end in _lines(text, start, end):
            found += [
                s for a, b in _split_id(text, line_start, line_end) if (s := _trim(text, a, b))
            ]
    return found


def _goes_on(text: str, at: int, *, ordinals: bool) -> bool:
    """Whether a sentence that the general rules end before an offset goes on there."""
    before = text[max(0, at - _NEAR) : at]
    return _LEADERS.search(before) is not None or (ordinals and _ORDINAL.search(before) is not None)


def _is_abbreviated(sentence: str) -> bool:
    """Whether there is nothing but capitals with full stops: "Fed. R. Bankr. P. 2003" goes on."""
    written = sentence.split()
    return not _ALONE.search(sentence) and all(w[0].isupper() and w[-1] == "." for w in written)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide a sentence where a line is one of a list, a table or code, or a paragraph ends."""
    lines = text[start:end].splitlines(keepends=True)
    at = start
    if len(lines) > 1:
        start = text.rfind("\n", 0, start) + 1
        lines[0] = text[start : at + len(lines[0])]  # as it stands there, with what ends before
        longest = max(map(len, lines))
        code = _is_code(text, start, end)
        columns = [_COLUMNS.search(line) is not None for line in lines]
        for number, line in enumerate(lines[1:]):
            start += len(lines[number])
            apart = code or columns[number] or columns[number + 1] or _ITEM.match(line)
            if apart or _paragraph_ends(lines[number], line, longest):
                yield at, start
                at = start
    yield at, end


def _paragraph_ends(before: str, line: str, longest: int) -> bool:
    """Whether a line is too short to be a wrapped one, and the next looks like a beginning."""
    ended = longest < _NARROW or len(before.rstrip()) < _SHORT * longest
    first = line.lstrip()[:1]
    return ended and first.isalnum() and not first.islower()


def _is_code(text: str, start: int, end: int) -> bool:
    return len(_CODE_SIGNS.findall(text, start, end)) > _CODE * (end - start)


def _split_id(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long into like parts, at clauses or else between words."""
    if end - start > _LONGEST:
        for left in range(-(-(end - start) // _CUT), 1, -1):
            size = (end - start) // left
            at = _border(text, start + size - size // 3, start + size + size // 6)
            yield start, at
            start = at
    yield start, end


def _border(text: str, low: int, high: int) -> int:
    """The best place to cut between two offsets: after a clause, else a word, else the last."""
    ends = [(not found[0].isspace(), found.end()) for found in _CLAUSE.finditer(text, low, high)]
    return max(ends)[1] if ends else high


def _trim(text: str, start: int, end: int) -> AnswerSpan | None:
    """A stretch without white space around it and lines of signs; None without a word."""
    lines = text[start:end].splitlines(keepends=True)
    while lines and not _WORD.search(lines[-1]):  # what underlines a heading
        end -= len(lines.pop())
    while lines and not _WORD.search(lines[0]):
        start += len(lines.pop(0))
    if not lines:
        return None
    start += len(lines[0]) - len(lines[0].lstrip())
    end -= len(lines[-1]) - len(lines[-1].rstrip())
    return AnswerSpan(start, end, _leads(text, start, end))


def _leads(text: str, start: int, end: int) -> bool:
    """Whether a question, or a short line that ends like no sentence and stands alone or over."""
    last = text[end - 1]
    if last in "?？؟":  # noqa: RUF001
        return True
    if end - start > _HEADING or last in _NO_HEADING or _is_code(text, start, end):
        return False
    return _ALONE.match(text, end) is not None or _has_deeper_below(text, start, end)


def _has_deeper_below(text: str, start: int, end: int) -> bool:
    """Whether a line has nothing before it, and the next line stands further in."""
    indentation = text[text.rfind("\n", 0, start) + 1 : start]
    below = _BELOW.match(text, end)
    return not indentation.strip() and below is not None and len(below[1]) > len(indentation)
