"""What a row says in words: title, place, and all of it for who cannot see the row."""

from PySide6.QtCore import QCoreApplication

from alcove.documents.formats import SHEETS, SLIDES, WITHOUT_LINES
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.dates import day
from alcove_desktop.texts.kinds import kind
from alcove_desktop.texts.paths import folder_of, name_of, one_line

translate = QCoreApplication.translate


def title(row: ResultRow) -> str:
    """The document's own title, or its file's name."""
    return one_line(row.hit.title) if row.hit.title else name_of(row.hit.path)


def where(row: ResultRow) -> str:
    """The folder, and the file's name where the title does not say it."""
    folder = folder_of(row.hit.path)
    return folder if not row.hit.title else f"{folder} › {name_of(row.hit.path)}"


def place(row: ResultRow) -> str:
    """The page or line of the passage, and whether there is more, such as “page 6 · 2 more”."""
    said = [spot(row)]
    if row.place is None:
        if row.is_missing:
            said.insert(0, translate("ResultRow", "not available now"))
        if row.hit.more and not row.is_open:
            said.append(CountTexts().more_passages(row.hit.more))
        if row.hit.copies:
            said.append(CountTexts().copies(len(row.hit.copies)))
        if row.hit.versions:
            said.append(CountTexts().other_versions(len(row.hit.versions)))
    return " · ".join(part for part in said if part)


def spot(row: ResultRow) -> str:
    """The page or line alone; empty where there is neither."""
    format_ = row.hit.format
    if row.page and format_ in SHEETS:
        return translate("ResultRow", "sheet {number}").format(number=row.page)
    if row.page and format_ in SLIDES:
        return translate("ResultRow", "slide {number}").format(number=row.page)
    if row.page:
        return translate("ResultRow", "page {number}").format(number=row.page)
    if row.line and format_ not in WITHOUT_LINES:
        return translate("ResultRow", "line {number}").format(number=row.line)
    return "" if row.text else translate("ResultRow", "found by its name")


def spoken(row: ResultRow) -> str:
    """The whole row, for a screen reader."""
    passage = row.text.text if row.text else ""
    if row.place is not None:
        return f"{spot(row)}. {passage}"
    said = (title(row), kind(row.hit.format), where(row), day(row.hit.modified), place(row))
    return ". ".join(part for part in (*said, passage) if part)
