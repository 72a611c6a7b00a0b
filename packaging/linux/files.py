"""What a Linux desktop wants to know of an application, besides the application itself."""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels: the icon theme specification's
# The accent of the light look; the drawing itself is in the colour of text.
_DRAW = """
import sys
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

renderer = QSvgRenderer(QByteArray(open(sys.argv[1], "rb").read()))
for number in sys.argv[3:]:
    image = QImage(int(number), int(number), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.save(f"{sys.argv[2]}/{number}.png")
"""


def version() -> str:
    """The version, from the one place where it stands."""
    text = (ROOT / "core/alcove/__init__.py").read_text()
    return next(line.split('"')[1] for line in text.splitlines() if "__version__ =" in line)


def put_share(share: Path, work: Path) -> None:
    """Fill a `share` folder: menu entry, icons, manual, licence.

    Args:
        share: the folder.
        work: one for what is made on the way.
    """
    packaging = ROOT / "packaging"
    _copy(packaging / "alcove.desktop", share / "applications/alcove.desktop")
    _copy(packaging / "linux/alcove.metainfo.xml", share / "metainfo/alcove.metainfo.xml")
    put_icons(share / "icons/hicolor", work)
    manual = share / "man/man1/alcove.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress((packaging / "linux/alcove.1").read_bytes(), mtime=0))
    _copy(ROOT / "LICENSE", share / "doc/alcove/copyright")
    changes = share / "doc/alcove/changelog.gz"
    changes.write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))


def put_icons(theme: Path, work: Path) -> None:
    """Draw the icon in all sizes of the icon theme specification."""
    from alcove_desktop.look.tokens import LIGHT

    drawing = (ROOT / "resources/alcove_resources/icons/alcove.svg").read_text()
    coloured = work / "alcove.svg"
    coloured.write_text(drawing.replace("currentColor", LIGHT.accent))
    _copy(coloured, theme / "scalable/apps/alcove.svg")
    drawn = work / "icons"
    drawn.mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "-c", _DRAW, str(coloured), str(drawn), *map(str, SIZES)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    for size in SIZES:
        _copy(drawn / f"{size}.png", theme / f"{size}x{size}/apps/alcove.png")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
