"""Colours have enough contrast, style sheets are complete, theme and text size are applied."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import opaque_colours

from alcove.personal.window_settings import Theme
from alcove_desktop.look import Appearance, ColourTokens
from alcove_desktop.look.sheets import style_sheet
from alcove_desktop.look.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, tokens_for
from alcove_resources import names

_GROUNDS = ("background", "panel", "field", "selection")
_TEXTS = ("ink", "muted", "danger", "warning")


def luminance(colour: str) -> float:
    """Relative luminance, 0…1: WCAG 2.2, “relative luminance”."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("tokens", "least"), [(LIGHT, 4.5), (DARK, 4.5), (LIGHT_CONTRAST, 7), (DARK_CONTRAST, 7)]
)
def test_text_has_enough_contrast_to_its_background(tokens: ColourTokens, least: float) -> None:
    pairs = [*product(_TEXTS, _GROUNDS), ("marker_ink", "marker"), ("accent_ink", "accent")]
    pairs += [("accent", "accent_soft"), ("accent", "background")]
    weak = [
        (text, ground, round(found, 2))
        for text, ground in pairs
        if (found := contrast(getattr(tokens, text), getattr(tokens, ground))) < least
    ]
    assert weak == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
def test_a_bar_has_enough_contrast_to_its_track(tokens: ColourTokens) -> None:
    assert contrast(tokens.accent, tokens.track) >= 3  # WCAG 2.2, 1.4.11


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_keeps_light_light_and_dark_dark(dark: bool) -> None:
    assert tokens_for(dark=dark, high_contrast=True).is_dark is dark


def test_every_token_in_the_style_sheets_is_replaced() -> None:
    sheet = style_sheet(LIGHT, lambda size: round(size))
    assert not re.search(r"@\w", sheet)
    assert sheet.count("{") == sheet.count("}")
    assert LIGHT.accent in sheet


def test_style_sheets_are_numbered() -> None:
    assert all(re.fullmatch(r"\d\d-[a-z-]+\.qss", name) for name in names("styles"))


def test_the_theme_changes_the_colours_of_widgets(look: Appearance, qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    with qtbot.waitSignal(look.changed):
        look.choose(Theme.DARK, 100)
    assert look.tokens == DARK
    assert label.palette().windowText().color() == QColor(DARK.ink)


def test_high_contrast_does_not_depend_on_the_system(look: Appearance) -> None:
    look.choose(Theme.HIGH_CONTRAST, 100)
    assert look.tokens in (LIGHT_CONTRAST, DARK_CONTRAST)
    look.choose(Theme.DARK, 100)
    assert look.tokens == DARK


def test_the_text_size_is_followed(look: Appearance, qapp: QApplication) -> None:
    look.choose(Theme.LIGHT, 200)
    assert look.px(13) == 26
    assert look.font(14.5).pixelSize() == 29
    assert "font-size: 26px" in qapp.styleSheet()


def test_a_button_s_icon_is_as_large_as_its_text(look: Appearance, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    look.choose(Theme.LIGHT, 200)
    look.give_icon(button, "close")
    assert button.iconSize() == QSize(32, 32)


@pytest.mark.parametrize("name", names("icons"))
def test_an_icon_is_drawn_in_the_theme_s_colour(look: Appearance, name: str) -> None:
    look.choose(Theme.DARK, 100)
    image = look.icon(name.removesuffix(".svg"), "accent").pixmap(48, 48).toImage()
    assert QColor(DARK.accent).rgb() in opaque_colours(image)
