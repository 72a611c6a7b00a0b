"""In every state of every window words fit, and everything can be reached and is named."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from alcove_desktop.look import Appearance

from .cut_off import cut_off
from .states import Stage

STATES = ("first-run", "beginning", "results-pdf", "nothing-found", "wrong-filter", "health")
"""Those of the settings have tests of their own."""


@pytest.fixture
def stage(tmp_path: Path, indexed: Path, models: Path, look: Appearance) -> Iterator[Stage]:
    shutil.copytree(indexed, tmp_path / "library", ignore=shutil.ignore_patterns("*.sock"))
    shutil.copytree(models, tmp_path / "empty/models")
    stage = Stage(tmp_path, look, settled=0.3)
    yield stage
    stage.close()


@pytest.mark.parametrize("name", STATES)
def test_words_fit_and_what_can_be_reached_is_named(stage: Stage, name: str) -> None:
    window = stage.show(name)
    assert cut_off(window) == []
    reached = by_tab(window)
    assert [one for one in reached if not accessible_name(one)] == []
    missed = {accessible_name(one) for one in usable(window) - set(reached)}
    assert missed <= {"Clear"}  # which Escape does


def by_tab(window: QWidget) -> list[QWidget]:
    """Where the focus goes with Tab, until it comes back."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    reached = list[QWidget]()
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return reached


def accessible_name(widget: QWidget) -> str:
    """What assistive technology reads out."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def is_in_group(widget: QWidget) -> bool:
    """Whether arrows choose it among its neighbours, of which Tab reaches one."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and widget.isCheckable()


def usable(window: QWidget) -> set[QWidget]:
    """The buttons and lists that somebody sees and can use."""
    kinds = (QAbstractButton, QAbstractItemView)
    widgets = [each for kind in kinds for each in window.findChildren(kind)]
    return {one for one in widgets if one.isVisible() and one.isEnabled() and not is_in_group(one)}
