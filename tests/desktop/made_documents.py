"""A dozen small documents of several kinds, as somebody might have them on their desk."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from tests.documents.conftest import docx

_RULES = (
    "Garden and paths",
    "Keys and locks",
    "Noise after ten in the evening",
    "Bicycles and prams",
    "Cleaning of the stairs",
)

_LEASE = """
<h1>Lease agreement, Birch Street 14</h1>
<p>Between the owner and the tenant the following is agreed about the flat on the third floor.</p>
<h3>§ 1 The flat</h3>
<p>The flat has three rooms, a kitchen and a bathroom, together 78 square metres. A cellar room and
the use of the garden belong to it.</p>
<h3>§ 2 Duration</h3>
<p>The lease begins on 1 April 2024 and is fixed for three years.</p>
<h3>§ 3 Rent</h3>
<p>The monthly payment is 940 euros. Costs of heating and water are paid in advance with 160 euros
each month.</p>
<div style="page-break-before: always"></div>
<h3>§ 4 Payments</h3>
<p>(1) The tenant pays the amount named in § 3 by the third working day of each month to the
account of the owner.</p>
<p>(2) Costs of heating and water are settled once a year against the readings of the meters in the
flat.</p>
<h3>§ 5 Changes of the amount</h3>
<p>(1) The monthly payment stays as agreed for the fixed term. An increase may be asked for only
after the first twenty-four months, in writing and with three months' notice, and must name the
reasons for it.</p>
<p>(2) If the tenant does not agree within the period, the matter is decided by the competent
court; until then the former amount is owed.</p>
<p>(3) Improvements of the building give no right to an increase unless they were agreed
beforehand.</p>
<h3>§ 6 Keeping of animals</h3>
<p>Small animals may be kept without asking. Dogs need the owner's consent, which may be refused for
good reason only.</p>
<div style="page-break-before: always"></div>
<h3>§ 7 Rules of the house</h3>
"""

_MAIL = """From: Agnes Moor <agnes@example.org>
To: Property Office <office@example.org>
Subject: Re: your letter of 2 May
Date: Fri, 9 May 2025 10:12:00 +0000
Content-Type: text/plain; charset=utf-8

Dear Mr Holm,

As we discussed on the phone, the adjustment you announced is not allowed while the fixed period
runs; please confirm that the former amount of 940 euros stays due until April 2027.

With kind regards
Agnes Moor
"""

_TEXTS = {
    "Notes/2024/flat-hunting.md": (
        "# Flat hunting\n\n"
        "## Seen in February\n\n"
        "Birch Street: lovely light, third floor. Fixed for two years so no surprises, deposit of "
        "three months, heating included.\n\n"
        "Mill Lane: dark, but the garden is wonderful. Ask about the roof.\n"
    ),
    "Notes/2024/sourdough.md": (
        "# Sourdough\n\nFeed the starter in the evening, twelve hours before baking. Flour and "
        "water in equal weights. The dough should rise by half before it goes into the oven at "
        "240 degrees, with steam for the first ten minutes.\n"
    ),
    "Notes/2025/back-pain.md": (
        "# Back pain\n\nWalk every hour. Strengthening the muscles around the spine helps more "
        "than rest; the physiotherapist showed four exercises, ten minutes each morning.\n"
    ),
    "Notes/2025/telescope.txt": (
        "The telescope shows Saturn's rings at eighty times. Let the mirror cool for an hour "
        "before observing, otherwise the air in the tube boils.\n"
    ),
    "Work/release.py": (
        '"""Decides whether a version may go out."""\n\n\ndef may_release(tests_passed: bool, '
        "votes: int) -> bool:\n    return tests_passed and votes >= 2\n"
    ),
    "Work/budget.csv": "item,euros\nservers,1200\ntravel,800\ntraining,640\n",
    "Work/governance.md": (
        "# Governance\n\nThe steering council decides when a new version is published. Each member "
        "has one vote, and two thirds are needed to postpone.\n"
    ),
}

_DATES = {
    "Home/Contracts/lease.pdf": (2024, 3, 12),
    "Mail/Archive/2025/letter.eml": (2025, 5, 9),
    "Home/advice-hour.docx": (2025, 5, 21),
    "Notes/2024/flat-hunting.md": (2024, 2, 3),
    "Notes/2025/back-pain.md": (2025, 1, 18),
    "Work/release.py": (2025, 10, 30),
}
_OTHER_DATE = (2025, 9, 14)


def make_documents(folder: Path) -> Path:
    """Fill a folder, and return it."""
    for name, text in _TEXTS.items():
        _place(folder, name).write_text(text, encoding="utf-8")
    _place(folder, "Mail/Archive/2025/letter.eml").write_text(_MAIL, encoding="utf-8")
    _place(folder, "Home/advice-hour.docx").write_bytes(_advice())
    _write_pdf(_place(folder, "Home/Contracts/lease.pdf"))
    _write_image(_place(folder, "Pictures/orchard.png"))
    _place(folder, "Work/empty.txt").write_bytes(b"")
    _place(folder, "Work/broken.pdf").write_bytes(b"%PDF-1.4\nthis is no document")
    for file in folder.rglob("*.*"):
        date = _DATES.get(file.relative_to(folder).as_posix(), _OTHER_DATE)
        moment = datetime(*date, 12, tzinfo=UTC).timestamp()
        os.utime(file, (moment, moment))
    return folder


def _place(folder: Path, name: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    return folder / name


def _advice() -> bytes:
    return docx(
        "Notes from the tenants' advice hour",
        "What we asked",
        "Index-linked contracts are different: there the amount follows the consumer prices once "
        "a year, but ours has no such clause (checked twice).",
        "A deposit of more than three months is not allowed.",
        styles=("Title", "Heading1"),
    )


def _write_pdf(place: Path) -> None:
    rules = "".join(
        f"<p>({number}) {rule}: as the house committee has decided, see the notice board.</p>"
        for number, rule in enumerate(_RULES, 1)
    )
    document = QTextDocument()
    document.setDefaultFont(QFont("Serif", 10))
    document.setHtml(_LEASE + rules)
    writer = QPdfWriter(str(place))
    writer.setTitle("Lease agreement, Birch Street 14")
    writer.setResolution(96)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A5),
        QPageLayout.Orientation.Portrait,
        QMarginsF(14, 14, 14, 14),
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(layout)
    document.print_(writer)


def _write_image(place: Path) -> None:
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("#cfe3ea"))
    painter = QPainter(image)
    painter.fillRect(QRect(0, 280, 640, 140), QColor("#7fa66a"))
    for left in range(40, 640, 120):
        painter.fillRect(QRect(left + 26, 220, 10, 80), QColor("#6a4a35"))
        painter.setBrush(QColor("#3f7a4d"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRect(left, 140, 62, 96))
    painter.end()
    image.save(str(place))


if __name__ == "__main__":  # for who wants to try something on them
    _ = QGuiApplication([])
    make_documents(Path(sys.argv[1]))
