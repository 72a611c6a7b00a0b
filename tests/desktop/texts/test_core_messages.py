"""Every message of the core is known to the window and translated."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import alcove
from alcove.errors import AlcoveError, LibraryError, ReadError
from alcove.search import QueryContext, QueryError, parse
from alcove_desktop.texts.core_messages import in_words, told
from alcove_desktop.texts.core_texts import IN_A_WINDOW, TEXTS

CORE = Path(alcove.__file__).parent
SHOWN = ("documents", "files", "index", "indexer", "library", "search", "settings")
PLACE = re.compile(r"\{\w*\}")

ERRORS: list[type[Exception]] = [
    AlcoveError,
    *AlcoveError.__subclasses__(),
    *LibraryError.__subclasses__(),
    ReadError,
]
NAMES = {each.__name__ for each in ERRORS} | {"LostError", "MalformedGlobError"}
PUT_TOGETHER = re.compile(
    r"“\{value\}” is|Try |The process that reads documents|your rules, line|Landlock|"
    r"The index was damaged, and was built|a process of its own|The words index was"
)
"""Texts that the core puts together from pieces."""

NOT_SHOWN = {
    "“{}” is no value for {}": "settings typed on the command line",
    "It can be: {}.": "the same",
    "the {} of a saved search is empty, or not valid Unicode": "the window lets nobody save that",
    "The process that {} ended before it was ready.": "known with its task",
    "The process that {} cannot be started: {}: {}": "the same",
    "“{}” {}": "known with what is said of it",
}
"""What no window shows, or not in these words, and why."""


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", sorted({*TEXTS, *IN_A_WINDOW}))
def test_every_text_of_the_core_is_said_in_german(text: str) -> None:
    assert told(text) != text


def test_the_texts_are_those_of_the_core() -> None:
    said = {
        PLACE.sub("{}", text).removesuffix(".")
        for file in CORE.rglob("*.py")
        for text in _strings(file)
    }
    strange = {
        text
        for text in (*TEXTS, *IN_A_WINDOW)
        if PLACE.sub("{}", text).removesuffix(".") not in said
    }
    assert {text for text in strange if not PUT_TOGETHER.match(text)} == set()


@pytest.mark.parametrize("text", sorted({*TEXTS, *IN_A_WINDOW}))
def test_a_window_gives_no_advice_for_the_command_line(text: str) -> None:
    advice = told(text).replace("“alcove watch” in a terminal", "")  # the one way to a reason
    assert not re.search(r"\balcove [a-z]|--\w", advice)


def test_every_error_that_a_window_may_show_is_known() -> None:
    known = {PLACE.sub("{}", text) for text in (*TEXTS, *IN_A_WINDOW)} | set(NOT_SHOWN)
    files = [file for room in SHOWN for file in (CORE / room).rglob("*.py")]
    said = {text for file in files for text in _errors(file)}
    assert len(said) > 80
    assert said - known == set()


@pytest.mark.usefixtures("german")
def test_an_error_is_told_in_german_with_its_advice() -> None:
    error = LibraryError("the indexer cannot be started", advice="Add a folder first.")
    assert in_words(error) == (
        "Die Indexierung lässt sich nicht starten\nZuerst einen Ordner hinzufügen."
    )


@pytest.mark.usefixtures("german")
def test_values_stay_and_numbers_follow_the_language() -> None:
    told_size = told("It has 1,204 MiB; csv files are read up to 20.")
    assert told_size == "Die Datei ist 1.204 MiB groß; csv-Dateien werden bis 20 MiB gelesen."
    nested = told("/m/a {b} cannot be used: /m/a {b}/x.json is missing")
    assert nested == "/m/a {b} ist nicht verwendbar: /m/a {b}/x.json fehlt"


@pytest.mark.usefixtures("german")
def test_what_is_unknown_stays_as_it_is() -> None:
    assert told("the moon is full") == "the moon is full"
    assert told("") == ""


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "typed",
    ["type:nonsense", "lang:nonsense", "since:nonsense", "folder:.", "similar:a", "-similar:/a"],
)
def test_what_is_wrong_in_a_question_is_told_in_german(typed: str) -> None:
    around = QueryContext(now=datetime(2026, 1, 1, tzinfo=UTC), home="/home/me", folder=None)
    with pytest.raises(QueryError) as caught:
        parse(typed, around=around)
    assert told(str(caught.value)) != str(caught.value)
    assert told(caught.value.advice) != caught.value.advice


def _strings(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        text = _text(node)
        if text:
            yield text


def _errors(file: Path) -> Iterator[str]:
    """The messages, details and advice of the errors that are made in a module."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _is_error(node.func):
            advice = [each.value for each in node.keywords if each.arg == "advice"]
            yield from filter(None, map(_text, [*node.args[:2], *advice]))


def _is_error(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in NAMES


def _text(node: ast.AST) -> str:
    """A string with {} for each value in it; empty for anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) or "{}" for part in parts)
    return ""
