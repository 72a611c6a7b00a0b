"""The picture is well-formed, holds the figures, and says them to those who cannot see it."""

import math
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.evaluate import Configuration
from alcove.evaluate.plot.scales import doubling, straight
from alcove.evaluate.plot.svg import plot
from alcove.evaluate.quality import summarise
from alcove.evaluate.run_queries import ModeRun
from alcove.search import Mode

SVG = "{http://www.w3.org/2000/svg}"
JUDGMENTS = {str(number): {"a": 1} for number in range(30)}


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


def drawn(*configurations: Configuration) -> ET.Element:
    return ET.fromstring(plot("a <set> & more", configurations))


def texts(picture: ET.Element) -> list[str]:
    return [of.text or "" for of in picture.iter(f"{SVG}text")]


def test_dimensions_are_drawn_against_bytes() -> None:
    picture = drawn(*(configuration("small", n, 0.6 + n / 4000) for n in (128, 256, 384)))
    told = texts(picture)
    assert {"128 dim · .632", "256 dim · .664", "384 dim · .696"} <= set(told)
    assert {"256", "512", "768"} <= set(told)
    assert any("bytes per passage" in text for text in told)
    assert "words alone · .532" in told
    assert len(picture.findall(f"{SVG}path[@class='m0 bar']")) == 6
    assert len(picture.findall(f"{SVG}path[@class='m0 line']")) == 2


def test_one_configuration_is_drawn_against_time() -> None:
    told = texts(drawn(configuration("small", 384, 0.7)))
    assert {"best · .700", "meaning · .650", "words · .600"} <= set(told)
    assert "milliseconds per query" in told


@pytest.mark.parametrize("modes", [(Mode.WORDS,), (Mode.MEANING,), (Mode.WORDS, Mode.BEST)])
def test_modes_that_were_not_asked_are_not_drawn(modes: tuple[Mode, ...]) -> None:
    told = texts(drawn(configuration("a", 128, 0.5, modes), configuration("a", 256, 0.5, modes)))
    for mode in Mode:
        assert any(str(mode) in text.split() for text in told[1:]) == (mode in modes)


def test_it_is_told_in_words_as_well() -> None:
    picture = drawn(configuration("one & <two>", 384, 0.7), configuration("three", 384, 0.8))
    assert picture.get("role") == "img"
    assert picture.findtext(f"{SVG}title") == "a <set> & more: quality against cost"
    told = picture.findtext(f"{SVG}desc") or ""
    assert "one & <two>, 384 dimensions, best: nDCG@10 .700" in told
    assert "three, 384 dimensions, meaning: nDCG@10 .750" in told
    assert "768 bytes per passage" in told


def test_it_has_colours_for_dark_ground() -> None:
    style = drawn(configuration("small", 384, 0.7)).findtext(f"{SVG}style") or ""
    assert "@media (prefers-color-scheme:dark)" in style


def test_everything_lies_inside_whatever_the_figures() -> None:
    extremes = [configuration(f"model {n}", 2**n, level) for n, level in ((0, 0.1), (13, 1.0))]
    same = [configuration("a", 64, 0.5), configuration("b", 64, 0.5)]
    for configurations in (extremes, same):
        picture = drawn(*configurations)
        for mark in picture.iter(f"{SVG}circle"):
            assert 0 < float(mark.get("cx", "0")) < 760
            assert 0 < float(mark.get("cy", "0")) < 470
        assert not re.search("nan|inf", ET.tostring(picture, "unicode"))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_a_straight_scale_holds_all_values_between_its_ticks(values: list[float]) -> None:
    scale = straight(values, 100, 0)
    assert 2 <= len(scale.ticks) <= 8
    for value in values:
        assert -0.001 <= scale(value) <= 100.001


def test_a_doubling_scale_has_equal_steps_for_equal_ratios() -> None:
    scale = doubling([100, 200, 400], 0, 90)
    assert list(scale.ticks) == [100, 200, 400]
    assert math.isclose(scale(200) - scale(100), scale(400) - scale(200))
    assert scale(100) > 0
    assert scale(400) < 90
