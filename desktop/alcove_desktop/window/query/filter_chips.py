"""The chips below the query field: show the query's filters, and write changes into its text."""

import os
from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from alcove.paths import from_text, is_absolute
from alcove.search import Query
from alcove.search.question.filter_editing import filter_values, with_filter
from alcove_desktop.forms import FlowLayout
from alcove_desktop.results.model import SortOrder
from alcove_desktop.texts.dates import day
from alcove_desktop.texts.kinds import kind
from alcove_desktop.texts.paths import name_of, trail
from alcove_desktop.window.query.chip import Chip

_OFFERED = (
    *("pdf", "word", "excel", "powerpoint", "mail", "md", "text", "html", "epub", "csv"),
    *("code", "image"),
)
_PERIODS = ("today", "7d", "1m", "1y")
_MOST_NAMED = 3  # values that a chip lists by name


class FilterChips(FlowLayout):
    """Owns the chips; reads and writes only the query's text. Owned by the GUI thread."""

    changed = Signal(str)
    """The query's text with changed filters."""
    order_chosen = Signal(object)
    """The chosen `SortOrder`."""
    folder_asked = Signal()
    """The user wants to choose a folder on disk."""

    def __init__(self) -> None:
        """Create the chips without filters."""
        self._type, self._folder, self._time, self._sort = (Chip() for _ in range(4))
        self._others = {name: Chip() for name in ("name", "lang", "similar")}
        super().__init__(self._type, self._folder, self._time, *self._others.values(), self._sort)
        self._typed = ""
        self._folders: Sequence[bytes] = ()
        self._order = SortOrder.RELEVANCE
        self._connect()
        self._type.offer(self._offer_types)
        self._folder.offer(self._offer_folders)
        self._time.offer(self._offer_times)
        self._sort.offer(self._offer_orders)
        self.read("", None, ())

    def read(self, typed: str, query: Query | None, folders: Sequence[bytes]) -> None:
        """Show the filters of a query.

        Args:
            typed: the query's text.
            query: the parsed query; None if it cannot be parsed.
            folders: those of the library.
        """
        self._typed, self._folders = typed, folders
        self._show_types()
        self._show_folders()
        self._show_time(query)
        self._show_others()
        self._show_order()

    def sort_by(self, order: SortOrder) -> None:
        """Show another sort order."""
        self._order = order
        self._show_order()

    def put_folder(self, folder: bytes) -> None:
        """Filter by one folder, given by its absolute path."""
        self._write("folder", [os.fsdecode(folder)])

    def _connect(self) -> None:
        self._type.cleared.connect(lambda: self._write("type", []))
        self._folder.cleared.connect(lambda: self._write("folder", []))
        self._time.cleared.connect(self._clear_time)
        self._sort.cleared.connect(lambda: self._choose_order(SortOrder.RELEVANCE))
        for name, chip in self._others.items():
            chip.cleared.connect(lambda name=name: self._write(name, []))

    def _write(self, name: str, values: Sequence[str]) -> None:
        self.changed.emit(with_filter(self._typed, name, values))

    def _clear_time(self) -> None:
        self.changed.emit(with_filter(with_filter(self._typed, "since", []), "until", []))

    def _show_types(self) -> None:
        chosen = filter_values(self._typed, "type")
        text = _named([type_name(value) for value in chosen]) or self.tr("Any type")
        self._type.say(text, active=bool(chosen), name=self.tr("Type"))

    def _offer_types(self, menu: QMenu) -> None:
        chosen = filter_values(self._typed, "type")
        offered = dict.fromkeys((*_OFFERED, *(value.lower() for value in chosen)))
        for value in offered:
            action = _checkable(menu, type_name(value), value in map(str.lower, chosen))
            action.triggered.connect(lambda on, value=value: self._switch_type(value, on=on))

    def _switch_type(self, value: str, *, on: bool) -> None:
        others = [v for v in filter_values(self._typed, "type") if v.lower() != value]
        self._write("type", [*others, value] if on else others)

    def _show_folders(self) -> None:
        chosen = filter_values(self._typed, "folder")
        text = _named([_folder_name(value) for value in chosen]) or self.tr("Any folder")
        self._folder.say(text, active=bool(chosen), name=self.tr("Folder"))

    def _offer_folders(self, menu: QMenu) -> None:
        chosen = filter_values(self._typed, "folder")
        for folder in self._folders:
            action = _checkable(menu, trail(folder), os.fsdecode(folder) in chosen)
            action.triggered.connect(lambda _, folder=folder: self.put_folder(folder))
        menu.addSeparator()
        menu.addAction(self.tr("Another folder…")).triggered.connect(self.folder_asked)

    def _show_time(self, query: Query | None) -> None:
        since = filter_values(self._typed, "since")
        until = filter_values(self._typed, "until")
        text = self._period_name(since, until, query) or self.tr("Any time")
        self._time.say(text, active=bool(since or until), name=self.tr("Changed"))

    def _offer_times(self, menu: QMenu) -> None:
        chosen = filter_values(self._typed, "since")
        for value in _PERIODS:
            action = _checkable(menu, self._since(value), chosen == (value,))
            action.triggered.connect(lambda _, value=value: self._put_since(value))

    def _put_since(self, value: str) -> None:
        self.changed.emit(with_filter(with_filter(self._typed, "until", []), "since", [value]))

    def _since(self, value: str) -> str:
        names = {
            "today": self.tr("Today"),
            "7d": self.tr("Past week"),
            "1m": self.tr("Past month"),
            "1y": self.tr("Past year"),
        }
        return names[value]

    def _period_name(self, since: Sequence[str], until: Sequence[str], query: Query | None) -> str:
        if len(since) == 1 and since[0] in _PERIODS and not until:
            return self._since(since[0])
        first, after = (query.filters.since, query.filters.until) if query else (None, None)
        if first is None and after is None:  # not parsed, or not yet
            return " – ".join((*since, *until))
        last = after - timedelta(microseconds=1) if after else None
        if first and last:
            return f"{day(first)} – {day(last)}"
        if first:
            return self.tr("Since {day}").format(day=day(first))
        return self.tr("Until {day}").format(day=day(last)) if last else ""

    def _show_others(self) -> None:
        names = {
            "name": self.tr("Name"),
            "lang": self.tr("Language"),
            "similar": self.tr("Similar to"),
        }
        for name, chip in self._others.items():
            values = filter_values(self._typed, name)
            shown = [name_of(from_text(v)) if name == "similar" else v for v in values]
            text = self.tr("{filter}: {values}").format(filter=names[name], values=_named(shown))
            chip.say(text, active=bool(values), name=names[name])
            chip.setVisible(bool(values))

    def _order_name(self, order: SortOrder) -> str:
        return {
            SortOrder.RELEVANCE: self.tr("Sort: relevance"),
            SortOrder.NEWEST: self.tr("Sort: newest first"),
            SortOrder.OLDEST: self.tr("Sort: oldest first"),
        }[order]

    def _show_order(self) -> None:
        is_usual = self._order is SortOrder.RELEVANCE
        self._sort.say(self._order_name(self._order), active=not is_usual, name=self.tr("Order"))

    def _offer_orders(self, menu: QMenu) -> None:
        for order in SortOrder:
            action = _checkable(menu, self._order_name(order), order is self._order)
            action.triggered.connect(lambda _, order=order: self._choose_order(order))

    def _choose_order(self, order: SortOrder) -> None:
        self.sort_by(order)
        self.order_chosen.emit(order)


def type_name(value: str) -> str:
    """Return the everyday name of a typed kind, such as “Word” for docx."""
    lowered = value.lower()
    formats = {"word": "docx", "excel": "xlsx", "powerpoint": "pptx", "mail": "eml", "text": "txt"}
    try:
        return kind(formats.get(lowered, lowered))
    except ValueError:  # an extension, or another kind
        return value


def _folder_name(value: str) -> str:
    return name_of(from_text(value)) if is_absolute(value) else value


def _named(values: Sequence[str]) -> str:
    named = list(dict.fromkeys(values))
    if len(named) > _MOST_NAMED:
        return f"{', '.join(named[:_MOST_NAMED])} +{len(named) - _MOST_NAMED}"
    return ", ".join(named)


def _checkable(menu: QMenu, text: str, checked: bool) -> QAction:  # noqa: FBT001 - as in Qt
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(checked)
    return action
