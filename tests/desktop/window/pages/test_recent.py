"""Saved and recent searches below an empty query field."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from tests.desktop.finding import opaque_colours

from alcove.personal import SavedSearch
from alcove.personal.window_settings import Theme
from alcove_desktop.look import Appearance
from alcove_desktop.window.pages.recent import RecentSearches


def test_its_icons_follow_the_look(look: Appearance, qtbot: QtBot) -> None:
    recent = RecentSearches(look)
    qtbot.addWidget(recent)
    recent.offer([SavedSearch("Contracts", "rent", "best", at=0.0)], [])
    shown = recent.findChild(QListWidget)
    assert shown is not None
    for theme, size, side in ((Theme.LIGHT, 100, 16), (Theme.DARK, 200, 32)):
        look.choose(theme, size)
        drawn = shown.item(0).icon().pixmap(shown.iconSize()).toImage()
        assert drawn.width() == side
        assert QColor(look.tokens.muted).rgb() in opaque_colours(drawn)
