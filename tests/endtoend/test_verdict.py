"""With the real model: a library knows what it can answer, in the languages that it is in."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from alcove.index.opening import open_reader
from alcove.library import Library
from alcove.search import Mode, Searcher, Verdict, plain
from alcove.search.ranking.score_scales import Calibration, read_calibration

from .conftest import Program, make, with_models

ENGLISH = (
    "The sailing club rents twelve moorings from the harbour office until the end of October.",
    "Members who want to keep a dinghy on the slipway over winter pay sixty euros a month.",
    "The crane lifts the boats out of the water on the last Saturday of the season.",
    "Anna has mended the torn mainsail of the training boat with a patch of new cloth.",
    "The junior course begins after Easter, and each child needs a life jacket of its own.",
    "Nobody may leave the harbour when the wind reaches seven, says the rule of the board.",
    "The engine of the rescue boat was serviced in March and runs without any smoke again.",
    "The regatta around the lighthouse was won by the crew of the small red sloop.",
    "The treasurer asks for the fees of the last quarter to be paid before Whitsun.",
    "In the clubhouse the roof leaks above the bar, and a carpenter has looked at it.",
    "New anchor chains were bought, since the old ones had rusted through in salt water.",
    "The radio licence of the skipper has to be renewed at the coast station every ten years.",
)
GERMAN = (
    "Der Segelverein mietet bis Ende Oktober zwölf Liegeplätze vom Hafenamt der Stadt.",
    "Wer seine Jolle im Winter auf der Slipanlage lässt, bezahlt sechzig Euro im Monat.",
    "Der Kran hebt die Boote am letzten Samstag der Saison aus dem Wasser.",
    "Anna hat das zerrissene Großsegel des Schulboots mit neuem Tuch geflickt.",
    "Der Kurs für Kinder beginnt nach Ostern, und jedes Kind braucht eine eigene Weste.",
    "Bei Windstärke sieben darf niemand den Hafen verlassen, so will es der Vorstand.",
    "Der Motor des Rettungsboots wurde im März gewartet und raucht nun nicht mehr.",
    "Die Regatta um den Leuchtturm gewann die Mannschaft der kleinen roten Slup.",
)
CHINESE = (
    "帆船俱乐部向港务局租用十二个泊位直到十月底。",
    "冬天想把小艇留在滑道上的会员每月要付六十欧元。",
    "吊车在赛季最后一个星期六把船只吊出水面。",
    "安娜用新布补好了训练船上撕裂的主帆。",
    "少年课程在复活节以后开始、每个孩子都要有自己的救生衣。",
    "风力达到七级的时候任何人都不得离开港口。",
    "救援艇的发动机三月份做过保养、现在不再冒烟。",
    "绕灯塔的比赛由红色小帆船的船员获胜。",
)


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Program:
    """The notes of a sailing club, indexed; no test changes them."""
    top = tmp_path_factory.mktemp("club")
    texts = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE}
    notes = {f"{name}{n}.txt": text for name, all_ in texts.items() for n, text in enumerate(all_)}
    program = with_models(top / "library", models)
    program.index(make(top / "documents", notes))
    return program


@pytest.fixture
def searcher(club: Program) -> Iterator[Searcher]:
    with Library(club.library).searcher() as opened:
        yield opened


def calibration(program: Program) -> Calibration | None:
    with closing(open_reader(Library(program.library).folder.index)) as connection:
        return read_calibration(connection)


def verdicts(searcher: Searcher, mode: Mode, *questions: str) -> set[Verdict]:
    return {searcher.search(plain(question), mode=mode).verdict for question in questions}


@pytest.mark.parametrize("mode", [Mode.BEST, Mode.MEANING])
def test_it_tells_what_it_can_answer_from_what_it_cannot(searcher: Searcher, mode: Mode) -> None:
    assert verdicts(
        searcher,
        mode,
        "how much does it cost to store a small boat in winter",
        "when is it too windy to go out",
        "who repaired the sail",
    ) == {Verdict.RELEVANT}
    assert verdicts(
        searcher,
        mode,
        "treatment of high blood pressure in adults",
        "how to configure a firewall for a web server",
        "novels about the French revolution",
    ) == {Verdict.NOTHING}


def test_german_and_chinese_are_judged_by_their_own_scales(searcher: Searcher) -> None:
    assert verdicts(
        searcher, Mode.BEST, "Wann hebt der Kran die Boote aus dem Wasser", "救生衣"
    ) == {Verdict.RELEVANT}
    assert verdicts(
        searcher, Mode.BEST, "Wie behandelt man Bluthochdruck bei Erwachsenen", "高血压怎么治疗"
    ) == {Verdict.NOTHING}


@pytest.fixture(scope="module")
def encyclopedia(
    tmp_path_factory: pytest.TempPathFactory, models: Path, shared_data: Path
) -> Program:
    """Paragraphs in English and others in Chinese: enough of each to be mistaken for others."""
    top = tmp_path_factory.mktemp("encyclopedia")
    texts = {}
    for language, part in (("en", slice(0, 40)), ("zh", slice(40, 80))):
        corpus = shared_data / f"retrieval/xquad-{language}/corpus.jsonl"
        for line in corpus.read_text("utf-8").splitlines()[part]:
            paragraph = json.loads(line)
            texts[f"{language}{paragraph['_id']}.txt"] = paragraph["text"]
    program = with_models(top / "library", models)
    program.index(make(top / "documents", texts))
    return program


def test_the_model_knows_less_of_a_script_that_it_was_not_made_for(encyclopedia: Program) -> None:
    measured = calibration(encyclopedia)
    assert measured is not None
    assert set(measured.scales) == {"en", "zh"}
    known = {language: scale.knowledge for language, scale in measured.scales.items()}
    assert known["en"] > 0.8
    assert known["zh"] < 0.5
    with Library(encyclopedia.library).searcher() as searcher:
        english = searcher.search(plain("who won the championship")).hits[0]
        chinese = searcher.search(plain("谁赢得了比赛")).hits[0]
    assert chinese.why.weight > 0.5 > english.why.weight


def test_people_are_told_that_nothing_is_relevant_and_what_is_closest(club: Program) -> None:
    ended = club("search", "treatment of high blood pressure in adults")
    assert ended.code == 0
    assert ended.stdout.startswith("Nothing relevant. The closest there is:")
    assert "1. " in ended.stdout
