"""Notices above the hits: nothing relevant, spelling, coverage, errors in the query."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from alcove.search import Answer, Mode, Notice, QueryError, Verdict
from alcove_desktop.texts.core_messages import told
from alcove_desktop.texts.numbers import percent

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice above the hits.

    Attributes:
        text: its text.
        tone: "title", "wrong" for an error, or "" for a remark.
    """

    text: str
    tone: str = ""


def said_of(answer: Answer) -> NoticeLine | None:
    """Return the notice about an answer; None if there is nothing to say."""
    if not answer.hits:
        return None
    if answer.verdict is Verdict.NOTHING:
        text = translate("Notices", "Nothing relevant. The closest results:")
        return NoticeLine(text, "title")
    remarks = [
        remark for remark in (_spelling(answer), _words(answer), _coverage(answer)) if remark
    ]
    return NoticeLine("  ".join(remarks)) if remarks else None


def said_of_error(error: QueryError, typed: str) -> NoticeLine:
    """Return the notice for a query that cannot be parsed: the wrong part, and advice."""
    text = translate("Notices", "{what}. {advice}")
    return NoticeLine(
        text.format(what=wrong_part(error, typed), advice=told(error.advice)), "wrong"
    )


def wrong_part(error: QueryError, typed: str) -> str:
    """Return the part of a query that cannot be parsed, and why."""
    part, message = typed[error.start : error.end], told(str(error))
    if part not in message:
        message = translate("Notices", "“{part}”: {what}").format(part=part, what=message)
    return message[:1].upper() + message[1:]


def _spelling(answer: Answer) -> str:
    if not answer.corrected:
        return ""
    text = translate("Notices", "Searched for similar spellings: {words}.")
    return text.format(words=", ".join(answer.corrected))


def _words(answer: Answer) -> str:
    if Notice.WITHOUT_WORDS not in answer.notices:
        return ""
    return translate(
        "Notices", "The words index is being rebuilt. Until then, results come from meaning alone."
    )


def _coverage(answer: Answer) -> str:
    if answer.mode is Mode.WORDS or answer.coverage >= 1:
        return ""
    text = translate(
        "Notices",
        "So far, {share} of what was read can be found by meaning, and all of it by words.",
    )
    return text.format(share=percent(answer.coverage))
