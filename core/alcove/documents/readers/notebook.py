"""Read Jupyter notebooks: text cells and code cells, without outputs and pictures."""

import json
from typing import Any

from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.decoding import decode
from alcove.documents.readers.markup import markdown
from alcove.errors import ReadError, Reason
from alcove.records import Document


def read_notebook(data: bytes) -> Document:
    """Read a notebook, version 3 or 4 of the format.

    Raises:
        ReadError: the file is not a notebook, or is empty.
    """
    try:
        notebook = json.loads(decode(data))
        cells = _cells(notebook)
    except (ValueError, RecursionError, TypeError, AttributeError, KeyError):
        raise ReadError(Reason.DAMAGED, "Its contents are not those of a notebook.") from None
    builder = DocumentBuilder()
    for kind, source in cells:
        if kind == "markdown":
            _add_markdown(builder, source)
        elif kind in ("code", "raw", "heading"):
            builder.add(source, code=True)
    title = (notebook.get("metadata") or {}).get("title")
    return builder.build(title if isinstance(title, str) else None)


def _cells(notebook: dict[str, Any]) -> list[tuple[str, str]]:
    sheets = notebook.get("worksheets") or [notebook]
    cells = [cell for sheet in sheets for cell in sheet.get("cells", [])]
    return [(str(cell["cell_type"]), _source(cell)) for cell in cells]


def _source(cell: dict[str, Any]) -> str:
    lines = cell.get("source", cell.get("input", ""))
    return lines if isinstance(lines, str) else "".join(map(str, lines))


def _add_markdown(builder: DocumentBuilder, source: str) -> None:
    document = markdown(source)
    at = 0
    for heading in document.headings:
        builder.add(source[at : heading.start])
        builder.add_heading(heading.level, heading.text)
        at = source.find("\n", heading.start) + 1 or len(source)
    builder.add(source[at:])
