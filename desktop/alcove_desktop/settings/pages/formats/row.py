"""One document format in the settings: whether it is read, its count, and its size limit."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.documents.formats import Format, size_limit
from alcove.personal import Settings
from alcove_desktop.forms import DropDown, FormRow, Switch, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import numbers
from alcove_desktop.texts.format_names import name as name_of

_MIB = 1 << 20
_LIMITS = tuple(mib * _MIB for mib in (1, 5, 10, 20, 50, 100, 200, 512, 1024))  # bytes


class FormatRow(QWidget):
    """The controls of one format. Owned by the GUI thread."""

    def __init__(self, context: PageContext, format_: Format) -> None:
        """Create the row; `show_settings` fills it in."""
        super().__init__()
        self._context, self._format = context, format_
        name = name_of(format_)
        self._read = Switch(context.look, self.tr("Read {kind}").format(kind=name))
        self._limit = DropDown(
            context.look,
            [(size, self._up_to(size)) for size in sorted({*_LIMITS, size_limit(format_)})],
            name=self.tr("Largest file of {kind}").format(kind=name),
        )
        self._row = FormRow(context.look, name, side_by_side(self._limit, self._read))
        self._read.chosen.connect(self._switch)
        self._limit.chosen.connect(self._set_limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_settings(self, settings: Settings) -> None:
        """Show whether the format is read, and up to which size."""
        size = settings.size_limits.get(self._format, size_limit(self._format))
        self._limit.offer(size, self._up_to(size))
        self._limit.show_value(size)
        self._read.setChecked(self._format not in settings.without_types)
        self._limit.setEnabled(self._read.isChecked())

    def show_count(self, count: int) -> None:
        """Show how many documents of this format there are."""
        self._row.explain(self.tr("%Ln document(s)", "", count) if count else "")

    def _up_to(self, size: int) -> str:
        exact = numbers.number(size // _MIB) + " MiB"
        words = numbers.size(size) if size % _MIB else exact
        return self.tr("up to {size}").format(size=words)

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._context.settings_editor.change(
            lambda now: _switched(now, self._format, on=on), self._row
        )

    def _set_limit(self, size: int) -> None:
        self._context.settings_editor.change(
            lambda now: _limited(now, self._format, size), self._row
        )


def _switched(now: Settings, format_: Format, *, on: bool) -> Settings:
    others = {name for name in now.without_types if name != format_}
    return replace(now, without_types=tuple(sorted(others if on else {*others, str(format_)})))


def _limited(now: Settings, format_: Format, size: int) -> Settings:
    limits = {name: limit for name, limit in now.size_limits.items() if name != format_}
    if size != size_limit(format_):
        limits[str(format_)] = size
    return replace(now, size_limits=limits)
