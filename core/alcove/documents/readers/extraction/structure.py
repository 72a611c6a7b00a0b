"""Convert the structure that kreuzberg extracts into text, headings and pages."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import kreuzberg

from alcove.documents.formats import Format
from alcove.documents.readers.builder import DocumentBuilder

_SLIDE_MARK = re.compile(r"\s*\x1e\d+\x1e\s*")  # matches `kreuzberg_call.SLIDE_MARK`
_CELL_MARKUP = re.compile(r"\*\*|<br\s*/?>|^---$", re.MULTILINE)
_LONG_CELL = 500  # characters; on a page laid out with tables, such cells hold paragraphs

_SHEETS = frozenset({Format.XLSX, Format.XLS, Format.ODS})


def add_structure(
    builder: DocumentBuilder, result: kreuzberg.ExtractionResult, format_: Format
) -> None:
    """Add all extracted content: headings, paragraphs, lists, tables, code; sheets and slides."""
    structure = result.document
    sheets = list(result.metadata.get("sheet_names") or ())
    for node in structure["nodes"] if structure else ():
        content: Mapping[str, Any] = node["content"]
        for _ in range(_pages_begun(content, format_, sheets)):
            builder.start_page()
        # An empty slide leaves its mark inside the block before it.
        for number, text in enumerate(_SLIDE_MARK.split(content.get("text") or "")):
            if number:
                builder.start_page()
            _add_content(builder, content["node_type"], text, content)


def _pages_begun(content: Mapping[str, Any], format_: Format, sheets: list[str]) -> int:
    """Return how many slides or sheets begin at a node; an empty sheet has no node of its own."""
    kind, text = content["node_type"], content.get("text")
    if kind == "slide" and format_ is Format.PPT:
        return 1
    if kind != "heading" or format_ not in _SHEETS:
        return 0
    begun = sheets.index(text) + 1 if text in sheets else 1
    del sheets[:begun]
    return begun


def _add_content(
    builder: DocumentBuilder, kind: str, text: str, content: Mapping[str, Any]
) -> None:
    if kind == "heading":
        builder.add_heading(content["level"], text.replace("**", ""))
    elif kind == "slide":
        builder.add_heading(1, content.get("title") or "")
    elif kind == "table":
        builder.add("\n".join(_rows(content["grid"])))
    elif kind == "metadata_block":
        builder.add("\n".join(f"{name}: {value}" for name, value in content["entries"]))
    elif kind == "image":
        builder.add(content.get("description") or "")
    elif kind == "footnote":
        builder.add_unsaid(text)  # notes in old PPT files repeat the slides
    else:
        builder.add(text, gap="\n" if kind == "list_item" else "\n\n", code=kind == "code")


def _rows(grid: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table's rows, with tabs between the cells that are not empty."""
    rows: list[list[str]] = [[] for _ in range(grid["rows"])]
    for cell in grid["cells"]:
        content = _CELL_MARKUP.sub(" ", cell["content"]).strip()
        if len(content) < _LONG_CELL:
            content = " ".join(content.split())
        if content and cell["row"] < len(rows):
            rows[cell["row"]].append(content)
    return ("\t".join(row) for row in rows if row)
