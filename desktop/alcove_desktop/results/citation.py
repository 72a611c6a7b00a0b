"""A passage as it can be quoted: its text, the document, the place, where the file lies."""

from PySide6.QtCore import QCoreApplication

from alcove_desktop.results import wording
from alcove_desktop.results.rows import Row
from alcove_desktop.texts.paths import shown


def citation(row: Row) -> str:
    """The passage in quotation marks, and below it where it stands."""
    passage = row.place.passage if row.place else row.hit.passage
    where = ", ".join(part for part in (wording.title(row), wording.spot(row)) if part)
    source = f"{where}\n{shown(row.hit.path)}"
    if passage is None:
        return source
    quoted = QCoreApplication.translate("Citation", "“{text}”")
    return f"{quoted.format(text=' '.join(passage.text.split()))}\n— {source}"
