"""Brings the interface's translations up to date: `python packaging/translations.py`.

Every text of the window goes into resources/alcove_resources/translations/*.ts, where people
translate it, and from there into the *.qm that the window loads. English has its plurals there,
which follow from the source: “%n document(s)”, “%n copy/copies”.
"""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "desktop" / "alcove_desktop"
FOLDER = ROOT / "resources" / "alcove_resources" / "translations"
LANGUAGES = ("de", "en")

_OPTIONAL = re.compile(r"\((\w+)\)")
_EITHER = re.compile(r"(\w+)/(\w+)")


def collect(language: str, folder: Path) -> Path:
    """Bring the texts of a language in `folder` up to date with the sources; return the file."""
    target = folder / f"{language}.ts"
    plurals = ["-pluralonly"] if language == "en" else []
    files = [str(file.relative_to(ROOT)) for file in sorted(SOURCES.rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", *plurals]
    _run("pyside6-lupdate", *files, *options, "-target-language", language, "-ts", str(target))
    if language == "en":
        fill_in_plurals(target)
    return target


def release(source: Path) -> Path:
    """Make the file that the window loads, beside its source; return it."""
    target = source.with_suffix(".qm")
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))
    return target


def fill_in_plurals(source: Path) -> None:
    """Write the English singular and plural of each text with a count."""
    tree = ET.parse(source)  # noqa: S314 - our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        text = message.findtext("source", "")
        translation.attrib.pop("type", None)
        for form, plural in zip(translation.findall("numerusform"), (False, True), strict=True):
            form.text = in_number(text, plural=plural)
    source.write_bytes(_HEAD + ET.tostring(tree.getroot(), encoding="utf-8") + b"\n")


def in_number(text: str, *, plural: bool) -> str:
    """“%n document(s)” and “%n copy/copies” in the singular or the plural."""
    text = _OPTIONAL.sub(r"\1" if plural else "", text)
    return _EITHER.sub(r"\2" if plural else r"\1", text)


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program, path=str(Path(sys.executable).parent)) or program
    subprocess.run([found, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


_HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


if __name__ == "__main__":
    for one in LANGUAGES:
        release(collect(one, FOLDER))
