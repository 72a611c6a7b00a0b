"""What is marked in a passage: the words that matched, rows of them as one, quoted phrases."""

from collections.abc import Iterable, Iterator, Sequence

from alcove.language import characters, fold, words
from alcove.language.words import TOKEN
from alcove.search.evidence.word_matches import WordMatch, WordMatcher

Range = tuple[int, int]


def ranges(query: WordMatcher, found: Sequence[WordMatch]) -> list[Range]:
    """What to mark: the matches, those that follow each other as in the query as one range.

    Stop words are marked between other words only, and the parts of an identifier only where the
    whole is nowhere.
    """
    present = {match.term for match in found}
    marked: list[Range] = []
    start = end = -1  # of the row that goes on
    for match in found:
        if not match.follows and match.start >= end:
            start = -1
        end = max(end, match.end)
        if not query.terms[match.term].is_stop_word and query.wholes[match.term] not in present:
            start = match.start if start < 0 else start
            marked.append((start, match.end))
    return merged(marked)


def phrase_ranges(text: str, phrases: Sequence[str]) -> list[Range]:
    """Where quoted phrases stand in a text, word for word; ascending, not overlapping."""
    wanted = [[form for _, _, form in _row(phrase)] for phrase in phrases]
    row = _row(text) if any(wanted) else []
    forms = [form for _, _, form in row]
    return merged(
        (row[at][0], row[at + len(phrase) - 1][1])
        for phrase in wanted
        if phrase
        for at in range(len(forms) - len(phrase) + 1)
        if forms[at : at + len(phrase)] == phrase
    )


def _row(text: str) -> list[tuple[int, int, str]]:
    """The words of a text, or characters of joined scripts, as they follow each other, folded."""
    return [
        (token.start() + start, token.start() + end, form)
        for token in TOKEN.finditer(text)
        for start, end, form in _row_of(token[0])
    ]


def _row_of(token: str) -> Iterator[tuple[int, int, str]]:
    if characters(token):
        for at, character in enumerate(token):
            yield at, at + 1, fold(character)
        return
    last = 0
    for word in words(token):
        if not word.whole and word.end > last:
            yield word.start, word.end, word.folded
            last = word.end


def merged(marked: Iterable[Range]) -> list[Range]:
    """The ranges without overlaps, ascending; what touches becomes one."""
    whole: list[Range] = []
    for start, end in sorted(marked):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
