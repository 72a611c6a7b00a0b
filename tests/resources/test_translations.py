"""The translations are complete, and what the window loads is made of them."""

import ast
import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "alcove_resources" / "translations"
SOURCES = ROOT / "desktop" / "alcove_desktop"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.ts"))
PLACE = re.compile(r"\{\w+\}|%L?n")


class Text(NamedTuple):
    """A text of the window, as it stands in the sources."""

    context: str
    source: str
    is_counted: bool


@pytest.fixture(scope="module")
def tools() -> ModuleType:
    """packaging/translations.py, whose folder is no package."""
    file = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_hold_the_texts_of_the_sources(
    language: str, tools: ModuleType, tmp_path: Path
) -> None:
    kept = FOLDER / f"{language}.ts"
    shutil.copy(kept, tmp_path)
    made = tools.collect(language, tmp_path)
    assert made.read_text() == kept.read_text(), "run python packaging/translations.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_loads_what_is_made_of_the_translations(
    language: str, tools: ModuleType, tmp_path: Path
) -> None:
    made = tools.release(Path(shutil.copy(FOLDER / f"{language}.ts", tmp_path)))
    assert made.read_bytes() == (FOLDER / f"{language}.qm").read_bytes()


def test_every_text_in_the_sources_is_collected_with_its_plural() -> None:
    written = set(_written())
    collected = {
        Text(context, message.findtext("source", ""), message.get("numerus") == "yes")
        for context, message in _messages("de")
    }
    assert len(written) > 400
    assert written - collected == set()
    assert collected - written == set()


def test_every_text_is_translated_into_german() -> None:
    without = [
        (context, message.findtext("source"))
        for context, message in _messages("de")
        if not all(text.strip() for text in _said(message)) or _type(message)
    ]
    assert without == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_kept(language: str) -> None:
    for _, message in _messages(language):
        source = message.findtext("source", "")
        for text in _said(message):
            assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(source)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_have_a_singular_and_a_plural(language: str) -> None:
    counted = [message for _, message in _messages(language) if message.get("numerus") == "yes"]
    assert len(counted) > 20
    assert all(len(_said(message)) == 2 for message in counted)


def test_german_has_its_own_quotation_marks_and_no_exclamations() -> None:
    for _, message in _messages("de"):
        for text in _said(message):
            assert text.count("„") == text.count("“"), text
            assert not set("”\"'") & set(text), text
            assert not text.endswith("!"), text


def _messages(language: str) -> Iterator[tuple[str, ET.Element]]:
    tree = ET.parse(FOLDER / f"{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _said(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _type(message: ET.Element) -> str | None:
    translation = message.find("translation")
    return None if translation is None else translation.get("type")


def _written() -> Iterator[Text]:
    for file in sorted(SOURCES.rglob("*.py")):
        yield from _in_module(ast.parse(file.read_text(encoding="utf-8")))


def _in_module(tree: ast.AST, around: str = "") -> Iterator[Text]:
    """The texts of calls of `tr`, whose context is the class around, and of `translate`."""
    for node in ast.iter_child_nodes(tree):
        yield from _in_module(node, node.name if isinstance(node, ast.ClassDef) else around)
        if not isinstance(node, ast.Call):
            continue
        words = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
        match _name(node.func), words:
            case "tr", [str(source), *more]:
                yield Text(around, source, len(more) == 2)
            case "translate" | "QT_TRANSLATE_NOOP", [str(context), str(source), *more]:
                yield Text(context, source, len(more) == 2)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
