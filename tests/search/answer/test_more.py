"""`Searcher.more` returns the other passages of a hit's document that answer the query."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from sqlite_utils import Database
from tests.search.asking import asked

from alcove.search import FoundPassage, Hit, Mode, Searcher
from alcove.search.ranking.fusion import about_as_good, best_of_each

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]

BOOK = "the fox runs\na vixen and her den\nfox and fox cubs\nnothing of the kind\nweather"
COSINES = {1: 0.7, 2: 0.8, 3: 0.6, 4: 0.1, 5: -0.2}


def texts(found: tuple[FoundPassage, ...]) -> list[str]:
    return [one.passage.text for one in found]


def test_passages_that_are_half_as_good_as_the_best_are_counted() -> None:
    documents = np.array([7, 3, 7, 7, 3, 9])
    scores = np.array([0.9, 0.5, 0.45, 0.44, 0.4, 0.1], np.float32)
    best = best_of_each(documents, scores)
    assert documents[best].tolist() == [7, 3, 9]
    assert about_as_good(documents, scores, best).tolist() == [1, 1, 0]
    assert about_as_good(documents, scores, best[:2]).tolist() == [1, 1]
    assert about_as_good(documents[:0], scores[:0], best[:0]).tolist() == []


def test_a_hit_knows_how_many_others_its_document_has(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/book.txt", BOOK, COSINES)
    store("/d/note.txt", "one line about a fox", {1: 0.5})
    hits = make_searcher().search(asked("fox"), mode=Mode.MEANING).hits
    assert [(hit.path, hit.more) for hit in hits] == [(b"/d/book.txt", 2), (b"/d/note.txt", 0)]


def test_the_others_are_had_best_first_with_their_evidence(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/book.txt", BOOK, COSINES)
    store("/d/other.txt", "fox fox fox\nfox", {1: 0.9, 2: 0.9})
    searcher = make_searcher()
    for mode in Mode:
        answer = searcher.search(asked("fox"), mode=mode)
        hit = next(hit for hit in answer.hits if hit.path == b"/d/book.txt")
        found = searcher.more(answer, hit)
        assert hit.passage not in [one.passage for one in found]
        scores = [hit.score, *(one.score for one in found)]
        assert scores == sorted(scores, reverse=True)
        assert len(found) == {Mode.WORDS: 1, Mode.MEANING: 3, Mode.BEST: 3}[mode]
        assert texts(searcher.more(answer, hit, limit=1)) == texts(found)[:1]
        for one in found:
            for start, end in one.evidence.words:
                assert (
                    one.passage.text[start - one.passage.start : end - one.passage.start] == "fox"
                )


def test_they_are_scored_as_the_hits_are(store: Store, make_searcher: MakeSearcher) -> None:
    """A line scores the same as another passage and as a document of its own."""
    store("/d/book.txt", BOOK, COSINES)
    store("/d/note.txt", "a fox in the snow", {1: 0.4})
    searcher = make_searcher()
    answer = searcher.search(asked("fox"))
    book, note = answer.hits
    found = searcher.more(answer, replace_document(note, book))
    assert max(one.score for one in found) == book.score


def replace_document(hit: Hit, other: Hit) -> Hit:
    """Return the hit with the path and document of another one."""
    return replace(hit, document=other.document)


def test_their_pages_and_lines_are_given(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/book.txt", BOOK, COSINES)
    searcher = make_searcher()
    answer = searcher.search(asked("fox"), mode=Mode.WORDS)
    (other,) = searcher.more(answer, answer.hits[0])
    assert {answer.hits[0].line, other.line} == {1, 3}
    assert BOOK[other.passage.start : other.passage.end] == other.passage.text


def test_filters_and_names_count_for_them_as_well(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/fox.txt", BOOK, COSINES)
    store("/d/other.md", "fox", {1: 0.1})
    searcher = make_searcher()
    answer = searcher.search(asked("fox type:txt"))
    assert [hit.path for hit in answer.hits] == [b"/d/fox.txt"]
    assert "nothing of the kind" in texts(searcher.more(answer, answer.hits[0]))


def test_a_listing_has_no_others(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/book.txt", BOOK, COSINES)
    store("/d/fox.jpg", None)
    searcher = make_searcher()
    listed = searcher.search(asked("type:txt"))
    assert searcher.more(listed, listed.hits[0]) == ()
    named = searcher.search(asked("fox.jpg"))
    picture = next(hit for hit in named.hits if hit.path == b"/d/fox.jpg")
    assert (picture.document, picture.part) == (None, None)
    assert searcher.more(named, picture) == ()


def test_what_is_gone_since_is_left_out(
    store: Store, db: Database, make_searcher: MakeSearcher
) -> None:
    store("/d/book.txt", BOOK, COSINES)
    searcher = make_searcher()
    answer = searcher.search(asked("fox"))
    db.execute("DELETE FROM documents")
    assert searcher.more(answer, answer.hits[0]) == ()


def test_only_messages_of_a_mailbox_have_a_number(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/letters.mbox", "a fox writes", {1: 0.5})
    store("/d/note.txt", "a fox reads", {1: 0.4})
    hits = make_searcher().search(asked("fox")).hits
    assert {hit.path: hit.part for hit in hits} == {b"/d/letters.mbox": 0, b"/d/note.txt": None}


def test_without_vectors_the_keyword_arm_answers(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/book.txt", BOOK)
    searcher: Searcher = make_searcher()
    assert not len(searcher._table.vectors)
    answer = searcher.search(asked("fox"))
    assert len(searcher.more(answer, answer.hits[0])) == 1
