"""Split a passage into spans that can be shown as an answer: sentences, lines of lists or code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from alcove.documents.passages.sentences import sentence_starts

_LONGEST = 400  # code points that one reads at a glance; 99% of xquad's sentences are shorter
_PART = 300  # code points, about, of each part of a longer sentence
_NARROW = 40  # code points; running text is never wrapped at fewer
_SHORT = 0.6  # share of the longest line; a line shorter than that ends a paragraph
_CODE = 0.06  # share of code signs in all characters; running text has 0 to 3%
_HEADING = 80  # the most code points of a heading

_CODE_SIGNS = re.compile(r"[(){}\[\]=<>_;|\\]")
_ITEM = re.compile(r"\s*(?:[-*+•–·◦▪‣#|]+\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s|:?[\w-]+(?: [\w-]+)?:\s)")
_COLUMNS = re.compile(r"\t|\S {3,}\S| \| |\.{4}")
_CLAUSE = re.compile(r"[,;:，；：、،—–]\s*|\s+")  # noqa: RUF001
_LEADERS = re.compile(r"\.{4,}\s*$")  # dot leaders of a table of contents: no end of a sentence
_ORDINAL = re.compile(r"\b\d{1,2}\.\s+$")  # "am 3. Oktober"
_WITH_ORDINALS = frozenset(
    {"bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no"}
    | {"pl", "sk", "sl", "sr", "tr"}
)
_NEAR = 60  # code points before a sentence end to look at

_WORD = re.compile(r"\w")
_ALONE = re.compile(r"[ \t]*\n[^\w\n]*\n")
_BELOW = re.compile(r"[ \t]*\n([ \t]+)")
_NO_HEADING = frozenset(".!。！｡।…,;)\"'”’»」』）")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """A span of text that can be shown as an answer.

    Attributes:
        start: first code point in the text.
        end: one past the last code point; neither is white space.
        leads: whether it only introduces what follows, like a heading or a question.
    """

    start: int
    end: int
    leads: bool = False


def spans(text: str, language: str | None = None) -> list[AnswerSpan]:
    """Return the spans of a text that have words, ascending, not overlapping.

    Args:
        text: of a passage.
        language: of the text, ISO 639-1; None if unknown.
    """
    ordinals = language in _WITH_ORDINALS
    bounds = [0]
    for at in sentence_starts(text):
        if not (_is_no_end(text, at, ordinals=ordinals) or _is_abbreviated(text[bounds[-1] : at])):
            bounds.append(at)
    bounds.append(len(text))
    result = []
    for start, end in pairwise(bounds):
        for line_start, line_end in _lines(text, start, end):
            result += [
                s for a, b in _split_long(text, line_start, line_end) if (s := _trim(text, a, b))
            ]
    return result


def _is_no_end(text: str, at: int, *, ordinals: bool) -> bool:
    """Return whether the sentence goes on at an offset where the general rules would end it."""
    before = text[max(0, at - _NEAR) : at]
    return _LEADERS.search(before) is not None or (ordinals and _ORDINAL.search(before) is not None)


def _is_abbreviated(sentence: str) -> bool:
    """Return whether all words are capitalised abbreviations: "Fed. R. Bankr. P. 2003" goes on."""
    tokens = sentence.split()
    return not _ALONE.search(sentence) and all(w[0].isupper() and w[-1] == "." for w in tokens)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a sentence at lines of a list, a table or code, and where a paragraph ends."""
    lines = text[start:end].splitlines(keepends=True)
    at = start
    if len(lines) > 1:
        start = text.rfind("\n", 0, start) + 1
        lines[0] = text[start : at + len(lines[0])]  # the whole line, from its beginning
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
    """Return whether a line is too short to be wrapped and the next looks like a beginning."""
    ended = longest < _NARROW or len(before.rstrip()) < _SHORT * longest
    first = line.lstrip()[:1]
    return ended and first.isalnum() and not first.islower()


def _is_code(text: str, start: int, end: int) -> bool:
    return len(_CODE_SIGNS.findall(text, start, end)) > _CODE * (end - start)


def _split_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a long span into parts of similar length, at clauses or else between words."""
    if end - start > _LONGEST:
        for left in range(-(-(end - start) // _PART), 1, -1):
            size = (end - start) // left
            at = _split_point(text, start + size - size // 3, start + size + size // 6)
            yield start, at
            start = at
    yield start, end


def _split_point(text: str, low: int, high: int) -> int:
    """Return where to split between two offsets: after a clause, else a word, else at `high`."""
    ends = [(not found[0].isspace(), found.end()) for found in _CLAUSE.finditer(text, low, high)]
    return max(ends)[1] if ends else high


def _trim(text: str, start: int, end: int) -> AnswerSpan | None:
    """Strip white space and lines of mere signs from a span; None if no word remains."""
    lines = text[start:end].splitlines(keepends=True)
    while lines and not _WORD.search(lines[-1]):  # the underline of a heading
        end -= len(lines.pop())
    while lines and not _WORD.search(lines[0]):
        start += len(lines.pop(0))
    if not lines:
        return None
    start += len(lines[0]) - len(lines[0].lstrip())
    end -= len(lines[-1]) - len(lines[-1].rstrip())
    return AnswerSpan(start, end, _leads(text, start, end))


def _leads(text: str, start: int, end: int) -> bool:
    """Return whether a span is a question, or a heading: short, no sentence end, set apart."""
    last = text[end - 1]
    if last in "?？؟":  # noqa: RUF001
        return True
    if end - start > _HEADING or last in _NO_HEADING or _is_code(text, start, end):
        return False
    return _ALONE.match(text, end) is not None or _has_deeper_below(text, start, end)


def _has_deeper_below(text: str, start: int, end: int) -> bool:
    """Return whether a span begins its line and the next line is indented further."""
    indentation = text[text.rfind("\n", 0, start) + 1 : start]
    below = _BELOW.match(text, end)
    return not indentation.strip() and below is not None and len(below[1]) > len(indentation)
