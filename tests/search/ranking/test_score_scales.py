"""A calibration is stored, and discarded once it no longer fits the library."""

import pytest
from sqlite_utils import Database

from alcove.index import vectors
from alcove.search.ranking.score_scales import (
    ANY,
    VERSION,
    Calibration,
    ScoreScale,
    read_calibration,
    write_calibration,
)

ENGLISH, GERMAN, CHINESE = (
    ScoreScale(known, {"best": 0.5, "meaning": 0.4, "words": 0.3}) for known in (1.0, 0.6, 0.1)
)
MEASURED = Calibration("abc", 1000, {"de": GERMAN, "en": ENGLISH, "zh": CHINESE})


def test_what_is_written_is_read_again(db: Database) -> None:
    assert read_calibration(db.conn) is None
    write_calibration(db, MEASURED)
    assert read_calibration(db.conn) == MEASURED
    newer = Calibration("abc", 2000, {"en": ENGLISH})
    write_calibration(db, newer)
    assert read_calibration(db.conn) == newer


def test_the_order_of_the_languages_is_kept(db: Database) -> None:
    write_calibration(db, MEASURED)
    stored = read_calibration(db.conn)
    assert stored is not None
    assert list(stored.scales) == ["de", "en", "zh"]


def test_measures_of_another_version_are_none(db: Database) -> None:
    write_calibration(db, Calibration("abc", 1, {"en": ENGLISH}, VERSION + 1))
    assert read_calibration(db.conn) is None


def test_measures_of_another_model_are_none_until_it_serves_again(db: Database) -> None:
    write_calibration(db, MEASURED)
    vectors.add_model(db, "def", "Another", 2, "into lines")
    vectors.activate(db, "def")
    assert read_calibration(db.conn) is None
    vectors.activate(db, "abc")
    assert read_calibration(db.conn) == MEASURED


@pytest.mark.parametrize(
    ("model", "passages", "fits"),
    [
        ("abc", 1000, True),
        ("abc", 1200, True),
        ("abc", 1201, False),
        ("abc", 800, True),
        ("abc", 799, False),
        ("def", 1000, False),
    ],
)
def test_it_holds_for_the_same_model_and_about_as_many_passages(
    model: str, passages: int, *, fits: bool
) -> None:
    assert MEASURED.fits(model, passages) is fits


def test_measures_of_nothing_hold_for_nothing_alone() -> None:
    empty = Calibration("abc", 0, {"en": ENGLISH})
    assert empty.fits("abc", 0)
    assert not empty.fits("abc", 1)


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("where does the ferry to the island leave", ENGLISH),
        ("wann fährt die Fähre zu der Insel", GERMAN),
        ("轮渡什么时候开", CHINESE),
        ("Fähre", GERMAN),  # of the language that most of the library is in
        ("", GERMAN),
        ("?!", GERMAN),
    ],
)
def test_a_query_is_judged_by_the_scale_of_its_language(text: str, scale: ScoreScale) -> None:
    assert MEASURED.scale(text) is scale


@pytest.mark.parametrize("text", ["когда отходит паром", "πότε φεύγει το πλοίο", "フェリー"])
def test_any_query_has_a_scale(text: str) -> None:
    assert MEASURED.scale(text) in (ENGLISH, GERMAN, CHINESE)
    assert Calibration("abc", 1, {ANY: ENGLISH}).scale(text) is ENGLISH
