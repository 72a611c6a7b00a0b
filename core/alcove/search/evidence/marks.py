"""Compute the ranges of a passage to highlight: matched words, runs of them, quoted phrases."""

from collections.abc import Iterable, Iterator, Sequence

from alcove.language import characters, fold, words
from alcove.language.words import TOKEN
from alcove.search.evidence.word_matches import WordMatch, WordMatcher

Range = tuple[int, int]


def ranges(query: WordMatcher, word_matches: Sequence[WordMatch]) -> list[Range]:
    """Return the ranges to highlight; matches in a row, in the query's order, become one range.

    Stop words are highlighted only between other words, and the parts of an identifier only if the
    whole identifier is nowhere in the passage.
    """
    present = {match.term for match in word_matches}
    marked: list[Range] = []
    run_start = run_end = -1  # of the run of matches that follow each other
    for match in word_matches:
        if not match.follows and match.start >= run_end:
            run_start = -1
        run_end = max(run_end, match.end)
        if not query.terms[match.term].is_stop_word and query.wholes[match.term] not in present:
            run_start = match.start if run_start < 0 else run_start
            marked.append((run_start, match.end))
    return merged(marked)


def phrase_ranges(text: str, phrases: Sequence[str]) -> list[Range]:
    """Return where quoted phrases occur verbatim in a text; ascending, not overlapping."""
    sought = [[form for _, _, form in _tokens(phrase)] for phrase in phrases]
    tokens = _tokens(text) if any(sought) else []
    forms = [form for _, _, form in tokens]
    return merged(
        (tokens[at][0], tokens[at + len(phrase) - 1][1])
        for phrase in sought
        if phrase
        for at in range(len(forms) - len(phrase) + 1)
        if forms[at : at + len(phrase)] == phrase
    )


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and folded form of each word, or character in scripts without spaces."""
    return [
        (token.start() + start, token.start() + end, form)
        for token in TOKEN.finditer(text)
        for start, end, form in _parts(token[0])
    ]


def _parts(token: str) -> Iterator[tuple[int, int, str]]:
    if characters(token):
        for at, character in enumerate(token):
            yield at, at + 1, fold(character)
        return
    last = 0
    for word in words(token):
        if not word.whole and word.end > last:
            yield word.start, word.end, word.folded
            last = word.end


def merged(found: Iterable[Range]) -> list[Range]:
    """Merge ranges that overlap or touch; return them in ascending order."""
    disjoint: list[Range] = []
    for start, end in sorted(found):
        if disjoint and start <= disjoint[-1][1]:
            disjoint[-1] = (disjoint[-1][0], max(end, disjoint[-1][1]))
        else:
            disjoint.append((start, end))
    return disjoint
