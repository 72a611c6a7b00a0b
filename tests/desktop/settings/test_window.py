import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.cut_off import cut_off
from tests.desktop.settings.conftest import Opened

from alcove.personal.window_settings import Theme
from alcove_desktop.look import Appearance

PAGES = ("folders", "exclusions", "formats", "models", "resources", "privacy", "general")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text_size", [80, 100, 200])
def test_nothing_is_cut_off(
    opened: Opened, look: Appearance, qtbot: QtBot, page: str, text_size: int
) -> None:
    look.choose(Theme.LIGHT, text_size)
    window = opened(page)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: cut_off(window) == [])


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_when_the_text_grows_while_it_is_seen(
    opened: Opened, look: Appearance, qtbot: QtBot, page: str
) -> None:
    window = opened(page)
    window.resize(1000, 700)
    look.choose(Theme.DARK, 200)
    qtbot.waitUntil(lambda: cut_off(window) == [])


@pytest.mark.parametrize("page", PAGES)
def test_every_control_is_reached_with_the_tab_key_and_has_a_name(
    opened: Opened, qtbot: QtBot, page: str
) -> None:
    window = opened(page)
    wanted = {each for each in window.findChildren(QWidget) if _takes_focus(each)}
    reached: set[QWidget] = set()
    for _ in range(4 * len(wanted)):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= reached | _of_exclusive_groups(wanted)
    assert [each for each in wanted if not _name(each)] == []


def test_pages_are_chosen_with_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    window = opened("folders")
    pages = window.findChild(QListWidget, "settingsPages")
    assert pages is not None
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert _visible_page(window) == "general"


def test_escape_closes_the_window(opened: Opened, qtbot: QtBot) -> None:
    window = opened("general")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not window.isVisible()


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _of_exclusive_groups(widgets: set[QWidget]) -> set[QWidget]:
    """Of radio buttons, the tab key reaches the chosen one and arrows the others."""
    return {each for each in widgets if each.property("kind") == "segment"}


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if text else "")


def _visible_page(window: QWidget) -> str:
    seen = [
        name for name in PAGES if (page := window.findChild(QWidget, name)) and page.isVisible()
    ]
    assert len(seen) == 1
    return seen[0]
