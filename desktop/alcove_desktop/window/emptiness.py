"""Which words stand where there are no hits."""

from PySide6.QtCore import QCoreApplication

from alcove.indexer import Activity, IndexerState
from alcove.search import Answer, Mode, QueryError
from alcove.search.question.editing import without_filters
from alcove_desktop.forms import in_words
from alcove_desktop.texts.core import told
from alcove_desktop.texts.numbers import number, percent
from alcove_desktop.texts.paths import from_home
from alcove_desktop.window.empty import Emptiness
from alcove_desktop.window.notices import wrong_part

translate = QCoreApplication.translate


def nothing_found(answer: Answer) -> Emptiness:
    """No document passes, or none has the words."""
    title = translate("Empty", "Nothing found")
    if answer.query.filters:
        text = translate("Empty", "No document passes the filters and answers the question.")
        rest = without_filters(answer.query.typed)
        offer = translate("Empty", "Search without filters") if rest else ""
        return Emptiness("search", title, text, offer)
    if answer.coverage < 1:
        text = translate(
            "Empty",
            "{share} of your documents can be found by meaning so far; the rest follows.",
        ).format(share=percent(answer.coverage))
        return Emptiness("search", title, text)
    if answer.mode is Mode.WORDS:
        text = translate("Empty", "None of your documents has these words.")
        return Emptiness("search", title, text, translate("Empty", "Search by meaning as well"))
    text = translate("Empty", "None of your documents answers this.")
    return Emptiness("search", title, text)


def no_folder() -> Emptiness:
    """Somebody types before any folder was chosen."""
    return Emptiness(
        "folder",
        translate("Empty", "No folder is searched yet"),
        translate("Empty", "Choose the folders whose documents you want to find."),
        translate("Empty", "Choose folders"),
    )


def elsewhere(folder: bytes) -> Emptiness:
    """Somebody looks into a folder of which nothing is searched."""
    text = translate("Empty", "Add it, and its documents can be found.")
    return Emptiness(
        "folder",
        translate("Empty", "This folder is not searched yet"),
        f"{from_home(folder)}\n{text}",
        translate("Empty", "Add this folder"),
    )


def nothing_yet(indexer: IndexerState) -> Emptiness:
    """Nothing is found so far, while documents are still being read."""
    text = translate("Empty", "Documents are still being read. What is found will appear here.")
    return Emptiness(
        "history", translate("Empty", "Nothing found yet"), f"{text}\n{_read(indexer)}".strip()
    )


def still_indexing(indexer: IndexerState | None) -> Emptiness:
    """Folders are chosen, and nothing of them can be found yet."""
    text = translate("Empty", "The first can be found in a moment. You can type already.")
    return Emptiness(
        "history",
        translate("Empty", "Reading your documents"),
        f"{text}\n{_read(indexer)}".strip(),
    )


def _read(indexer: IndexerState | None) -> str:
    """How many files have been read; empty where that is not known."""
    if indexer is None or indexer.activity is not Activity.READING or not indexer.total:
        return ""
    text = translate("Empty", "{done} of {total} files have been read.")
    return text.format(done=number(indexer.done), total=number(indexer.total))


def wrong(error: QueryError, typed: str) -> Emptiness:
    """Something in the question has no sensible reading."""
    return Emptiness("search", wrong_part(error, typed), told(error.advice))


def error(what: Exception) -> Emptiness:
    """Searching fails altogether."""
    title = translate("Empty", "This cannot be searched now")
    return Emptiness("warning", title, in_words(what), translate("Empty", "Try again"))
