"""The context menu of a hit: all actions with their shortcuts."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from alcove.documents.formats import Format
from alcove_desktop.results.hit_actions import HitAction
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.paths import from_home

translate = QCoreApplication.translate


def build_menu(
    parent: QWidget, row: ResultRow, do: Callable[[HitAction, ResultRow], object]
) -> QMenu:
    """Build the menu of a row; `do` is called with the chosen action and the row to act on."""
    menu = QMenu(parent)
    opening = (
        translate("Menu", "Open at page {number}").format(number=row.page)
        if row.page and row.hit.format == Format.PDF  # other formats open at their beginning
        else translate("Menu", "Open")
    )
    groups = (
        (
            (opening, "Return", HitAction.OPEN),
            (translate("Menu", "Show in folder"), "Ctrl+Return", HitAction.SHOW_IN_FOLDER),
        ),
        (
            (translate("Menu", "Copy path"), "Ctrl+C", HitAction.COPY_PATH),
            (translate("Menu", "Copy citation"), "Ctrl+Shift+C", HitAction.COPY_CITATION),
        ),
        (
            (translate("Menu", "Find similar"), "Ctrl+D", HitAction.FIND_SIMILAR),
            (translate("Menu", "Why this hit"), "Ctrl+I", HitAction.WHY),
        ),
        (
            (translate("Menu", "This is what I wanted"), "", HitAction.MARK_RIGHT),
            (translate("Menu", "Not what I wanted"), "", HitAction.MARK_WRONG),
        ),
    )
    for group in groups:
        for text, keys, act in group:
            entry = menu.addAction(text)
            entry.setShortcut(keys)
            entry.setShortcutVisibleInContextMenu(True)
            entry.setEnabled(act is not HitAction.FIND_SIMILAR or row.hit.passage is not None)
            entry.triggered.connect(partial(_do, do, act, row))
        menu.addSeparator()
    _add_others(menu, row, do)
    return menu


def _add_others(menu: QMenu, row: ResultRow, do: Callable[[HitAction, ResultRow], object]) -> None:
    """Add submenus that open the document's copies and other versions."""
    kinds = (
        (translate("Menu", "Copies"), row.hit.copies),
        (translate("Menu", "Other versions"), row.hit.versions),
    )
    for title, paths in kinds:
        if not paths:
            continue
        submenu = menu.addMenu(title)
        for path in paths:
            other = replace(row, hit=replace(row.hit, path=path))
            entry = submenu.addAction(from_home(path).replace("&", "&&"))
            entry.triggered.connect(partial(_do, do, HitAction.OPEN, other))


def _do(
    do: Callable[[HitAction, ResultRow], object],
    act: HitAction,
    row: ResultRow,
    _checked: object = None,
) -> None:
    do(act, row)
