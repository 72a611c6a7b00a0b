"""How much of what may be evidence is found on the page that is drawn.

    python -m tests.benchmarks.search.marking DOCUMENTS [--pages N]

Indexes the PDFs below DOCUMENTS and has up to N pages of each drawn, first to last at equal
distances, with every sentence that stands wholly on the page marked. A sentence counts as found
where the process that draws returns a box for it. Pages whose text was read by Tesseract have no
text of their own, so that nothing can be marked on them; they are counted apart.
"""

from alcove.guard import arm

arm()

import os  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
from argparse import ArgumentParser  # noqa: E402
from contextlib import closing  # noqa: E402
from pathlib import Path  # noqa: E402

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication  # noqa: E402
from tests.benchmarks.verdicts import Verdicts  # noqa: E402

from alcove.library import Library  # noqa: E402
from alcove.search.evidence.answer_spans import spans  # noqa: E402
from alcove_desktop.preview.passage_place import marks_on, spans_on  # noqa: E402
from alcove_desktop.preview.preview_data import PreviewData, load  # noqa: E402
from alcove_desktop.preview.rendering.page_drawer import PageDrawer, PageJob  # noqa: E402

FOUND = 0.95  # of the sentences
_WIDTH = 600  # pixels


def main() -> int:
    """Prints a line for each file that misses any; 0 if enough is found."""
    parser = ArgumentParser(description="How much of what may be evidence is found on its page.")
    parser.add_argument("documents", type=Path)
    parser.add_argument("--pages", type=int, default=5, help="of each file")
    options = parser.parse_args()
    _application = QGuiApplication([])
    verdicts, found, wanted, unread = Verdicts(), 0, 0, 0
    with tempfile.TemporaryDirectory() as top, closing(PageDrawer()) as drawing:
        library = indexed(options.documents, Path(top))
        for path in sorted(Path(top, "documents").iterdir()):
            loaded = load(library, os.fsencode(path), None)
            if loaded.document is None or loaded.pages is None:
                continue
            seen, sentences = marked(drawing, loaded, options.pages)
            if seen == 0 and sentences:
                unread += sentences
                verdicts.figure(f"{path.name}: no text on its pages", sentences)
                continue
            found, wanted = found + seen, wanted + sentences
            if seen < sentences:
                verdicts.figure(path.name, f"{seen} of {sentences}")
    verdicts.figure("sentences on pages without a text of their own", unread)
    share = found / max(1, wanted)
    shown = f"{share:.3f} of {wanted:,} (at least {FOUND:g})"
    verdicts.demand("sentences found on their page", met=share >= FOUND, seen=shown)
    return verdicts.code


def indexed(documents: Path, top: Path) -> Library:
    """A library of the PDFs alone."""
    (top / "documents").mkdir()
    for number, path in enumerate(sorted(documents.rglob("*.pdf"))):
        shutil.copy(path, top / "documents" / f"{number}-{path.name}")
    library = Library(top / "library")
    library.update([os.fsencode(top / "documents")], tell=lambda _: None, cancel=threading.Event())
    return library


def marked(drawing: PageDrawer, loaded: PreviewData, most: int) -> tuple[int, int]:
    """How many sentences are found on some pages of a file, and how many stand there."""
    assert loaded.document is not None
    assert loaded.pages is not None
    document, found, wanted = loaded.document, 0, 0
    sentences = [(one.start, one.end) for one in spans(document.text, document.language)]
    pages = len(document.page_starts)
    for page in sorted({1 + number * pages // most for number in range(min(most, pages))}):
        start, end = document.page_span(page)
        inside = [(a, b) for a, b in spans_on(document, page, sentences) if start <= a and b <= end]
        marks = marks_on(document, page, inside)
        picture = drawing.picture(PageJob(loaded.pages, page - 1, _WIDTH, marks))
        wanted += len(marks)
        found += sum(bool(boxes) for boxes in picture.boxes)
    return found, wanted


if __name__ == "__main__":
    sys.exit(main())
