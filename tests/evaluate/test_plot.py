"""The plot is well-formed SVG with the figures; without plots, matplotlib is never imported."""

import re
import subprocess
import sys
from itertools import chain, combinations
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest

from alcove.errors import AlcoveError
from alcove.evaluate import Configuration
from alcove.evaluate.plot import plot, require_matplotlib
from alcove.evaluate.quality import summarise
from alcove.evaluate.run_queries import ModeRun
from alcove.search import Mode

SVG = "{http://www.w3.org/2000/svg}"
JUDGMENTS = {str(number): {"a": 1} for number in range(30)}
# Everything that `alcove evaluate` imports, and its help.
MEASURE = """
import sys
from click.testing import CliRunner
import alcove.cli.commands.evaluate.dataset, alcove.evaluate.plot
from alcove.cli.groups import cli
print(CliRunner().invoke(cli, ["evaluate", "--help"]).output)
alcove.evaluate.plot.require_matplotlib()
print(sorted({"matplotlib", "PIL"} & set(sys.modules)))
"""


def configuration(
    model: str, dimension: int, best: float, modes: tuple[Mode, ...] = tuple(Mode)
) -> Configuration:
    below = {Mode.BEST: 0.0, Mode.MEANING: 0.05, Mode.WORDS: 0.1}
    judged = {
        mode: ModeRun(
            np.full((30, 4), best - below[mode]) + np.linspace(-0.1, 0.1, 30)[:, None],
            np.full(30, 0.002 + below[mode]),
        )
        for mode in modes
    }
    quality = summarise(judged, JUDGMENTS)
    return Configuration(model, model, dimension, 30, 0, 40, 75.0, quality)


def drawn(*configurations: Configuration, name: str = "a <set> & more") -> ET.Element:
    return ET.fromstring(plot(name, configurations))


def texts(picture: ET.Element) -> list[str]:
    return [(of.text or "").strip() for of in picture.iter(f"{SVG}text")]


def test_dimensions_are_drawn_against_bytes() -> None:
    picture = drawn(*(configuration("small", n, 0.6 + n / 4000) for n in (128, 256, 384)))
    told = texts(picture)
    assert {"128 dim · .632", "256 dim · .664", "384 dim · .696"} <= set(told)
    assert {"256", "512", "768"} <= set(told)
    assert any("bytes per passage" in text for text in told)
    assert "words alone · .532" in told
    groups = [group.get("id", "") for group in picture.iter(f"{SVG}g")]
    assert sum(name.startswith("LineCollection") for name in groups) == 6  # intervals
    styles = [path.get("style", "") for path in picture.iter(f"{SVG}path")]
    assert sum("stroke-opacity" in style for style in styles) == 2  # lines through marks


def test_one_configuration_is_drawn_against_time() -> None:
    told = texts(drawn(configuration("small", 384, 0.7)))
    assert {"best · .700", "meaning · .650", "words · .600"} <= set(told)
    assert "milliseconds per query" in told


@pytest.mark.parametrize("modes", [(Mode.WORDS,), (Mode.MEANING,), (Mode.WORDS, Mode.BEST)])
def test_modes_that_were_not_asked_are_not_drawn(modes: tuple[Mode, ...]) -> None:
    told = texts(drawn(configuration("a", 128, 0.5, modes), configuration("a", 256, 0.5, modes)))
    for mode in Mode:
        assert any(str(mode) in text.split() for text in told) == (mode in modes)


def test_every_colour_has_another_for_dark_ground() -> None:
    picture = drawn(*(configuration(f"model {n}", n, 0.5) for n in range(1, 7)))
    (rules,) = [
        style.text or "" for style in picture.iter(f"{SVG}style") if "@media" in (style.text or "")
    ]
    assert "(prefers-color-scheme: dark)" in rules
    used = {
        found for of in picture.iter() for found in re.findall(r"\w+: #\w{6}", of.get("style", ""))
    }
    assert {"fill: #ffffff", "fill: #1c1f23"} < used
    assert {colour for colour in used if f"[style*='{colour}']" not in rules} == set()


@pytest.mark.parametrize(
    "name", ["a <set> & more", "$x_1$", "_private", "文件", "\x1b[1mloud\x00\udcff", "</title>"]
)
def test_a_name_is_text_whatever_it_is(name: str) -> None:
    picture = drawn(configuration(name, 384, 0.7), name=name)
    plain = name.encode("utf-8", "ignore").decode().replace("\x1b", "").replace("\x00", "")
    assert picture.findtext(f"{SVG}title") == f"{plain}: quality against cost"
    assert {plain, f"{plain}: quality against cost"} < set(texts(picture))


def test_everything_lies_inside_whatever_the_figures() -> None:
    extremes = [configuration(f"model {n}", 2**n, level) for n, level in ((0, 0.1), (13, 1.0))]
    same = [configuration("a", 64, 0.5), configuration("b", 64, 0.5)]
    many = [configuration(f"model {n}", 64 + n, 0.5) for n in range(12)]
    for configurations in (extremes, same, many):
        picture = drawn(*configurations)
        _, _, width, height = map(float, picture.get("viewBox", "").split())
        placed = list(chain(picture.iter(f"{SVG}text"), picture.iter(f"{SVG}use")))
        assert len(placed) > 10
        for one in placed:
            assert 0 < float(one.get("x", "")) < width
            assert 0 < float(one.get("y", "")) < height
        assert not re.search(r"\b(nan|inf)\b", ET.tostring(picture, "unicode"))


def test_no_label_covers_another() -> None:
    picture = drawn(*(configuration(f"model {n}", 64, 0.5 + n / 1000) for n in range(6)))
    labels = [of for of in picture.iter(f"{SVG}text") if "·" in (of.text or "")]
    places = [(float(of.get("x", "")), float(of.get("y", ""))) for of in labels]
    assert len(places) == 18
    near = [
        pair
        for pair in combinations(places, 2)
        if all(abs(a - b) < size for a, b, size in zip(*pair, (70, 13), strict=True))
    ]
    assert near == []


def test_the_same_figures_give_the_same_bytes_whatever_was_set() -> None:
    configurations = [configuration("small", n, 0.6) for n in (128, 384)]
    first = plot("set", configurations)
    with mpl.rc_context({"font.size": 30, "axes.grid": True}):
        assert plot("set", configurations) == first
        assert mpl.rcParams["font.size"] == 30


def test_nothing_names_an_address_to_load() -> None:
    told = plot("set", [configuration("small", 384, 0.7)])
    assert told.startswith("<svg")
    assert not re.search(r"""(href|src)="(?!#)|url\((?!#)|<!DOCTYPE""", told)


def test_measuring_and_its_help_import_no_library_for_plots() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", MEASURE], capture_output=True, text=True, timeout=60, check=True
    )
    assert "--plot FILE" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("packaged", "advice"), [(False, 'pip install "alcove[plot]"'), (True, "--json")]
)
def test_without_the_library_it_is_said_what_to_do(
    monkeypatch: pytest.MonkeyPatch, packaged: object, advice: str
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr(sys, "frozen", packaged, raising=False)
    with pytest.raises(AlcoveError, match="matplotlib") as raised:
        require_matplotlib()
    assert advice in raised.value.advice
    assert ("pip" in raised.value.advice) is not packaged
