"""The menu of a hit: everything that can be done with it, with the keys that do the same."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from alcove_desktop.results.acts import Act
from alcove_desktop.results.rows import Row

translate = QCoreApplication.translate


def build_menu(parent: QWidget, row: Row, do: Callable[[Act], object]) -> QMenu:
    """A menu for a row; `do` is called with what was chosen."""
    menu = QMenu(parent)
    opening = (
        translate("Menu", "Open at page {number}").format(number=row.page)
        if row.page
        else translate("Menu", "Open")
    )
    groups = (
        (
            (opening, "Return", Act.OPEN),
            (translate("Menu", "Show in folder"), "Ctrl+Return", Act.SHOW_IN_FOLDER),
        ),
        (
            (translate("Menu", "Copy path"), "Ctrl+C", Act.COPY_PATH),
            (translate("Menu", "Copy citation"), "Ctrl+Shift+C", Act.COPY_CITATION),
        ),
        (
            (translate("Menu", "Find similar"), "Ctrl+D", Act.FIND_SIMILAR),
            (translate("Menu", "Why this hit"), "Ctrl+I", Act.WHY),
        ),
        (
            (translate("Menu", "This was it"), "", Act.MARK_RIGHT),
            (translate("Menu", "Not this one"), "", Act.MARK_WRONG),
        ),
    )
    for group in groups:
        for text, keys, act in group:
            chosen = menu.addAction(text)
            chosen.setShortcut(keys)
            chosen.setShortcutVisibleInContextMenu(True)
            chosen.triggered.connect(lambda _=False, act=act: do(act))
        menu.addSeparator()
    return menu
