"""Draws the application's icon in the sizes that a system wants."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

_DRAWING = Path(__file__).resolve().parents[1] / "resources/alcove_resources/icons/alcove.svg"
_BLACK = 'fill="#000"'
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


def draw_icons(folder: Path, sizes: Iterable[int]) -> None:
    """Draw them, in the accent colour of the light look.

    Args:
        folder: a new one, for `alcove.svg` and each size's PNG, such as `48.png`.
        sizes: in pixels.
    """
    from alcove_desktop.look.tokens import LIGHT

    folder.mkdir()
    coloured = folder / "alcove.svg"
    drawing = _DRAWING.read_text()
    assert drawing.count(_BLACK) == 1, "the drawing has other colours now"
    coloured.write_text(drawing.replace(_BLACK, f'fill="{LIGHT.accent}"'))
    subprocess.run(
        [sys.executable, "-c", _DRAW, str(coloured), str(folder), *map(str, sizes)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
