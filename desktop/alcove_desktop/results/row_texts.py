"""The texts of a row: title, folder, place, and the whole row for a screen reader."""

from PySide6.QtCore import QCoreApplication

from alcove.documents.formats import SHEETS, SLIDES, WITHOUT_LINES
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.dates import day
from alcove_desktop.texts.kinds import kind
from alcove_desktop.texts.paths import folder_of, name_of, one_line

translate = QCoreApplication.translate


def title(row: ResultRow) -> str:
    """Return the document's title, or its file's name."""
    return one_line(row.hit.title) if row.hit.title else name_of(row.hit.path)


def where(row: ResultRow) -> str:
    """Return the folder, with the file's name if the row shows the document's title."""
    folder = folder_of(row.hit.path)
    return folder if not row.hit.title else f"{folder} › {name_of(row.hit.path)}"


def place(row: ResultRow) -> str:
    """Return page or line, and counts of more passages, copies and versions: “page 6 · 2 more”."""
    parts = [spot(row)]
    if row.place is None:
        if row.is_missing:
            parts.insert(0, translate("ResultRow", "not available now"))
        if row.hit.more and not row.is_open:
            parts.append(CountTexts().more_passages(row.hit.more))
        if row.hit.copies:
            parts.append(CountTexts().copies(len(row.hit.copies)))
        if row.hit.versions:
            parts.append(CountTexts().other_versions(len(row.hit.versions)))
    return " · ".join(part for part in parts if part)


def spot(row: ResultRow) -> str:
    """Return the page or line alone; empty if there is neither."""
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
    """Return the text of the whole row, for a screen reader."""
    passage = row.text.text if row.text else ""
    if row.place is not None:
        return f"{spot(row)}. {passage}"
    parts = (title(row), kind(row.hit.format), where(row), day(row.hit.modified), place(row))
    return ". ".join(part for part in (*parts, passage) if part)
