"""Evidence is shown with the hits, and refined without moving them."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.search.asking import asked

from alcove.language import fold
from alcove.search import Answer, Hit, Mode, Searcher
from alcove.search.evidence.answer_sentence import FoundBy

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]

MUSEUM = (
    "The museum lies at the harbour. It opens at nine, and on Sundays at eleven. "
    "Children pay nothing. The Café serves soup."
)


def shown(hit: Hit, start: int, end: int) -> str:
    """Return the text of a range of the document, which must lie in the passage."""
    assert hit.passage is not None
    assert hit.passage.start <= start < end <= hit.passage.end
    return hit.passage.text[start - hit.passage.start : end - hit.passage.start]


def sentence(hit: Hit) -> str:
    assert hit.evidence is not None
    assert hit.evidence.sentence is not None
    return shown(hit, *hit.evidence.sentence)


def marked(hit: Hit) -> list[str]:
    assert hit.evidence is not None
    return [shown(hit, start, end) for start, end in hit.evidence.words]


@pytest.fixture
def museum(store: Store) -> None:
    """Two documents; in one of them, the matching passage is the second."""
    store("/d/museum.txt", f"first line\n{MUSEUM}", {1: 0.0, 2: 0.8})
    store("/d/other.txt", "nothing of the kind", {1: 0.7})
    store("/d/opens.jpg", None)


def test_the_sentence_with_the_words_is_shown_and_the_words_are_marked(
    museum: None, make_searcher: MakeSearcher
) -> None:
    hit = make_searcher().search(asked("opens on sundays")).hits[0]
    assert sentence(hit) == "It opens at nine, and on Sundays at eleven."
    assert marked(hit) == ["opens", "Sundays"]
    assert hit.evidence is not None
    assert hit.evidence.how is FoundBy.WORDS


def test_a_phrase_is_marked_as_one(museum: None, make_searcher: MakeSearcher) -> None:
    hit = make_searcher().search(asked('"the cafe SERVES"')).hits[0]
    assert marked(hit) == ["The Café serves"]


def test_refining_changes_nothing_but_sentences(museum: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    for typed in ("opens on sundays", "when is it open", '"the cafe" soup', "opens -nothing"):
        for mode in Mode:
            before = searcher.search(asked(typed), mode=mode)
            after = searcher.refine(before)
            assert bare(after) == bare(before)
            assert [hit.evidence is None for hit in after.hits] == [
                hit.passage is None for hit in after.hits
            ]


def bare(answer: Answer) -> Answer:
    return replace(answer, hits=tuple(replace(hit, evidence=None) for hit in answer.hits))


def test_where_words_say_nothing_meaning_finds_a_sentence(
    museum: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    before = searcher.search(asked("entrance hours"))
    assert [hit.evidence.sentence for hit in before.hits if hit.evidence] == [None, None]
    after = searcher.refine(before)
    assert [hit.evidence.how for hit in after.hits if hit.evidence] == [
        FoundBy.MEANING,
        FoundBy.MEANING,
    ]
    assert sentence(after.hits[0]) in MUSEUM


def test_words_alone_are_not_refined(museum: None, make_searcher: MakeSearcher) -> None:
    encoded: list[str] = []
    searcher = make_searcher(asked=encoded)
    answer = searcher.search(asked("opens"), mode=Mode.WORDS)
    assert searcher.refine(answer) is answer
    assert encoded == []


@pytest.mark.parametrize("mode", [Mode.BEST, Mode.MEANING])
def test_without_a_words_index_meaning_refines_what_it_found(
    museum: None, make_searcher: MakeSearcher, tmp_path: Path, mode: Mode
) -> None:
    searcher = make_searcher()
    shutil.rmtree(tmp_path / "words")
    answer = searcher.refine(searcher.search(asked("opens"), mode=mode))
    assert sentence(answer.hits[0]) in MUSEUM
    assert marked(answer.hits[0]) == []


def test_an_answer_without_hits_is_refined_too(museum: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    answer = searcher.search(asked("opens folder:/nowhere"))
    assert searcher.refine(answer) == answer
    empty = searcher.search(asked(""))
    assert searcher.refine(empty) is empty


TEXTS = (
    "The Straße to Łódź is closed. Snow_Plough MX-200 works there!\r\nCall +49 30 123, please?",
    "轮渡在黎明时分离开。它运送邮件、面包和两辆自行车。岛上没有桥。",
    "Ünïcode e\u0301t accents 🦊 fox. पहली नाव सुबह जाती है। รถไฟออกตอนเช้า",
    "| a | b |\n| --- | --- |\n| foxes | 12 |",
)


@pytest.mark.timeout(120)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_range_lies_in_its_passage_and_says_what_was_asked(
    everything: Searcher, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + data.draw(st.integers(1, 30))]
    typed = data.draw(st.sampled_from(["{}", '"{}"', "{} closed", "where is {}"]))
    query = asked(typed.format(piece.replace('"', " ").replace(":", " ").replace("\\", " ")))
    answer = everything.search(query, mode=data.draw(st.sampled_from(Mode)))
    for one in (answer, everything.refine(answer)):
        for hit in one.hits:
            assert hit.passage is not None
            assert hit.evidence is not None
            if hit.evidence.sentence is not None:
                assert sentence(hit)
            ends = [-1]
            for start, end in hit.evidence.words:
                assert start > ends[-1]
                ends.append(end)
                assert shares_a_letter(shown(hit, start, end), query.text)


def shares_a_letter(found: str, typed: str) -> bool:
    return bool(set(fold(found)) & set(fold(typed)))


@pytest.fixture
def everything(store: Store, make_searcher: MakeSearcher) -> Searcher:
    for number, text in enumerate(TEXTS):
        store(f"/d/{number}.txt", f"before\n{text}", cosines(text))
    return make_searcher()


def cosines(text: str) -> dict[int, float]:
    return dict.fromkeys(range(1, text.count("\n") + 3), 0.5)
