"""Calibration measures a library by questions that it does not answer and by its own text."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database
from tests.search.asking import asked
from tests.search.made_library import (
    SharedWords,
    chinese,
    encode,
    english,
    german,
    measured_by,
    put_all,
    serve,
)

from alcove.errors import Cancelled
from alcove.index import vectors
from alcove.language import characters
from alcove.search import Mode, Searcher, Verdict
from alcove.search.calibration.measure import calibrate, stretch_of
from alcove.search.ranking.score_scales import ANY, Calibration, write_calibration
from alcove.search.ranking.semantic_arm import SemanticArm
from alcove.search.words.keyword_arm import KeywordArm

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]
Measure = Callable[..., Calibration]

ANSWERED = (
    "where was the anchor chain brought",
    "lifeboat at the northern pier",
    "what did the captain of the ferry write in the log",
)
UNRELATED = (
    "recipe for pancakes without eggs",
    "who won the chess tournament last year",
    "symptoms of a vitamin deficiency",
    "best laptop for students",
)


@pytest.fixture
def measure(db: Database, make_searcher: MakeSearcher, tmp_path: Path) -> Measure:
    """Return a function that encodes the stored passages and calibrates the library."""

    def take(encoder: SharedWords = SharedWords()) -> Calibration:  # noqa: B008 - never changes
        model = serve(db)
        encode(db, model, encoder)
        make_searcher()  # lets the words index follow
        return calibrate(measured_by(db, model, tmp_path / "words", encoder))

    return take


def searcher(db: Database, folder: Path, encoder: SharedWords) -> Searcher:
    model = vectors.active_model(db.conn)
    table = vectors.load(db.conn, model)
    return Searcher(
        db.conn,
        KeywordArm(folder / "words", model.split_id if model else None),
        SemanticArm(table),
        encoder.encode_query,
        lambda texts, /, **_: np.stack([encoder.vector(text) for text in texts]),
    )


@pytest.mark.parametrize("mode", Mode)
def test_answered_questions_are_relevant_and_unrelated_ones_are_not(
    store: Store, db: Database, measure: Measure, tmp_path: Path, mode: Mode
) -> None:
    put_all(store, "en", english())
    encoder = SharedWords()
    calibration = measure(encoder)
    ask = searcher(db, tmp_path, encoder).search
    assert {ask(asked(q), mode=mode).verdict for q in ANSWERED} == {Verdict.UNKNOWN}
    write_calibration(db, calibration)
    ask = searcher(db, tmp_path, encoder).search
    assert [ask(asked(q), mode=mode).verdict for q in ANSWERED] == [Verdict.RELEVANT] * 3
    assert [ask(asked(q), mode=mode).verdict for q in UNRELATED] == [Verdict.NOTHING] * 4


def test_without_vectors_words_are_judged_alone(
    store: Store, db: Database, measure: Measure, tmp_path: Path
) -> None:
    put_all(store, "en", english())
    write_calibration(db, measure())
    db.execute("DELETE FROM vectors")
    ask = searcher(db, tmp_path, SharedWords()).search
    assert [ask(asked(q)).verdict for q in ANSWERED] == [Verdict.RELEVANT] * 3
    assert [ask(asked(q)).verdict for q in UNRELATED] == [Verdict.NOTHING] * 4


def test_a_german_library_has_a_german_scale(
    store: Store, db: Database, measure: Measure, tmp_path: Path
) -> None:
    put_all(store, "de", german())
    calibration = measure()
    assert next(iter(calibration.scales)) == "de"
    assert ANY in calibration.scales
    assert calibration.scale("Ankerkette") is calibration.scales["de"]
    write_calibration(db, calibration)
    ask = searcher(db, tmp_path, SharedWords()).search
    related, other = "Ankerkette am Leuchtturm", "Rezept für Pfannkuchen ohne Eier"
    assert ask(asked(related)).verdict is Verdict.RELEVANT
    assert ask(asked(other)).verdict is Verdict.NOTHING


def test_each_language_of_a_library_is_measured_the_most_frequent_first(
    store: Store, measure: Measure
) -> None:
    put_all(store, "de", german()[:20])
    put_all(store, "en", english())
    put_all(store, "zh", chinese()[:10])
    assert list(measure().scales) == ["en", "de", "zh"]


def test_a_language_of_a_few_documents_among_many_is_none_of_the_library(
    store: Store, measure: Measure
) -> None:
    put_all(store, "en", [f"{text} Number {n}." for n in range(3) for text in english()])
    put_all(store, "de", german()[:1])
    assert list(measure().scales) == ["en"]


def test_a_language_whose_texts_look_alike_has_no_knowledge(store: Store, measure: Measure) -> None:
    put_all(store, "en", english())
    put_all(store, "zh", chinese())
    scales = measure(SharedWords(blind=lambda word: bool(characters(word)))).scales
    assert scales["en"].knowledge > 0.8
    assert scales["zh"].knowledge < 0.2


def test_if_the_model_knows_nothing_words_decide_what_is_relevant(
    store: Store, db: Database, measure: Measure, tmp_path: Path
) -> None:
    put_all(store, "zh", chinese())
    encoder = SharedWords(blind=lambda word: bool(characters(word)))
    write_calibration(db, measure(encoder))
    ask = searcher(db, tmp_path, encoder).search
    assert ask(asked("救生艇送到灯塔")).verdict is Verdict.RELEVANT
    assert ask(asked("番茄炒蛋怎么做")).verdict is Verdict.NOTHING
    assert ask(asked("救生艇送到灯塔")).hits[0].why.weight > 0.5


def test_a_language_without_questions_of_its_own_has_a_scale(
    store: Store, measure: Measure
) -> None:
    czech = [
        f"Večer byla {thing} přivezena do přístavu a kapitán trajektu o tom napsal do lodního"
        f" deníku dříve, než posádka číslo {number} odešla na břeh a šla domů."
        for number, thing in enumerate(("kotva", "loď", "bóje", "lana", "mapa", "vlajka"))
    ]
    put_all(store, "cs", czech)
    scales = measure().scales
    assert set(scales) == {"cs", ANY}
    assert set(scales["cs"].relevant) == set(map(str, Mode))


def test_knowledge_is_a_share_and_thresholds_are_finite(store: Store, measure: Measure) -> None:
    put_all(store, "en", english())
    calibration = measure()
    assert (calibration.model, calibration.passages) == ("shared words", 36)
    for scale in calibration.scales.values():
        assert 0 <= scale.knowledge <= 1
        assert all(np.isfinite(value) and value >= 0 for value in scale.relevant.values())


@pytest.mark.parametrize("text", [None, "", "x", "ab cd"])
def test_a_library_of_next_to_nothing_can_be_measured(
    store: Store, measure: Measure, text: str | None
) -> None:
    store("/d/a.txt", text)
    assert set(measure().scales) == {ANY}


def test_one_long_document_stands_for_its_language(store: Store, measure: Measure) -> None:
    store("/d/book.txt", "\n".join(english()))
    assert measure().scales["en"].knowledge > 0.8


@pytest.mark.parametrize("after", [0, 1, 45])
def test_it_ends_when_it_is_cancelled(
    store: Store,
    db: Database,
    make_searcher: MakeSearcher,
    tmp_path: Path,
    after: int,
) -> None:
    """It stops between two questions; the 45th is one from the library's own text."""
    put_all(store, "en", english())
    model, cancel, met = serve(db), threading.Event(), list[str]()

    def meet(text: str) -> None:
        met.append(text)
        if len(met) == after:
            cancel.set()

    encoder = SharedWords(met=meet)
    encode(db, model, encoder)
    make_searcher()
    if not after:
        cancel.set()
    with pytest.raises(Cancelled):
        calibrate(measured_by(db, model, tmp_path / "words", encoder, cancel))
    assert len(met) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        " " * 500,
        "Name" + " " * 200 + "Total amount due" + " " * 60,
        "\n" * 300 + "end",
        "─" * 300,
    ],
)
def test_a_stretch_of_any_text_has_no_spaces_at_its_ends(text: str) -> None:
    stretch = stretch_of(text)
    assert stretch == stretch.strip()
