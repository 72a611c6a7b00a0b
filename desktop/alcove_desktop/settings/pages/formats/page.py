"""The file types page: which document formats are read, and up to which size."""

from PySide6.QtWidgets import QVBoxLayout

from alcove.documents.formats import Format
from alcove.personal import Settings
from alcove_desktop.forms import FormPage, Refresher
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.formats.row import FormatRow
from alcove_desktop.texts.format_names import name as name_of

_MIN_INTERVAL = 2000  # milliseconds between two refreshes


class FormatsPage(FormPage):
    """A switch, a count and a size limit for each format."""

    def __init__(self, context: PageContext) -> None:
        """Create the rows; they are filled in when the settings are read."""
        super().__init__(context.look)
        self._context = context
        self.head(
            self.tr("File types"),
            self.tr("Types that are switched off are neither read nor found."),
        )
        self.body.addSpacing(context.look.px(12))
        self._is_sorted = False
        self._rows = {format_: FormatRow(context, format_) for format_ in _by_name()}
        self._list = QVBoxLayout()
        for row in self._rows.values():
            self._list.addWidget(row)
        self.add(self._list)
        self._counts: Refresher[dict[str, int]] = Refresher(
            self,
            context.workers,
            context.library.count_formats,
            self._count,
            every=_MIN_INTERVAL,
        )
        context.settings_editor.changed.connect(self._show)
        context.link.told.connect(self._counts.if_seen)

    def refresh(self) -> None:
        """Read the settings and the counts."""
        self._is_sorted = False
        self._context.settings_editor.read()
        self._counts.soon()

    def _show(self, settings: Settings) -> None:
        for row in self._rows.values():
            row.show_settings(settings)

    def _count(self, counts: dict[str, int]) -> None:
        """Show the counts; after a refresh, sort the formats with documents first."""
        for format_, row in self._rows.items():
            row.show_count(counts.get(format_, 0))
        if not self._is_sorted:
            self._is_sorted = True
            by_presence = sorted(self._rows, key=lambda format_: not counts.get(format_))
            for at, format_ in enumerate(by_presence):
                self._list.insertWidget(at, self._rows[format_])


def _by_name() -> list[Format]:
    return sorted(Format, key=lambda format_: name_of(format_).casefold())
