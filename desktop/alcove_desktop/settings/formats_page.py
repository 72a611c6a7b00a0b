"""Which kinds of documents are read, and how large a file of each may be."""

from alcove.documents.formats import Format
from alcove.library.formats import count_formats
from alcove.settings import Settings
from alcove_desktop.forms import Page, Refresher
from alcove_desktop.settings.format_row import FormatRow
from alcove_desktop.settings.surroundings import Surroundings
from alcove_desktop.texts.format_names import name as name_of

_EVERY = 2000  # milliseconds


class FormatsPage(Page):
    """A switch, a count and a limit for each kind of document."""

    def __init__(self, given: Surroundings) -> None:
        """Make the rows; they are filled in when the settings are read."""
        super().__init__(given.look)
        self._given = given
        self.head(
            self.tr("File types"),
            self.tr("A kind that is switched off is not read, and is not found."),
        )
        self.body.addSpacing(given.look.px(12))
        self._rows = {format_: FormatRow(given, format_) for format_ in _by_name()}
        for row in self._rows.values():
            self.add(row)
        self._counts: Refresher[dict[str, int]] = Refresher(
            self,
            given.work,
            lambda: count_formats(given.library.folder),
            self._count,
            every=_EVERY,
        )
        given.wishes.changed.connect(self._show)
        given.link.told.connect(lambda _: self.isVisible() and self._counts.soon())

    def refresh(self) -> None:
        """Ask for the settings, and count."""
        self._given.wishes.read()
        self._counts.soon()

    def _show(self, wanted: Settings) -> None:
        for row in self._rows.values():
            row.show_settings(wanted)

    def _count(self, counts: dict[str, int]) -> None:
        for format_, row in self._rows.items():
            row.show_count(counts.get(format_, 0))


def _by_name() -> list[Format]:
    return sorted(Format, key=lambda format_: name_of(format_).casefold())
