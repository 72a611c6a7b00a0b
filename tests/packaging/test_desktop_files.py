"""What is handed to desktops: icons, menu entries, metadata."""

import shutil
import subprocess
from pathlib import Path

import pytest
import windows
from icons import draw_icons
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageReader

from alcove_desktop.look.tokens import LIGHT

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def test_the_icon_is_drawn_in_the_accent_colour(tmp_path: Path) -> None:
    draw_icons(tmp_path / "icons", [16, 48])
    for size in (16, 48):
        icon = QImage(str(tmp_path / f"icons/{size}.png"))
        assert (icon.width(), icon.height()) == (size, size)
        assert icon.pixelColor(size // 4, size * 3 // 4) == QColor(LIGHT.accent)
        assert icon.pixelColor(0, 0).alpha() == 0


def test_an_icon_of_windows_has_every_size(tmp_path: Path) -> None:
    icon = windows.draw_icon(tmp_path)
    content = QBuffer()
    content.setData(QByteArray(icon.read_bytes()))
    reader = QImageReader(content, QByteArray(b"ico"))
    sizes = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        sizes.append(reader.read().width())
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 256]


@pytest.mark.parametrize("entry", ["alcove.desktop", "linux/zz-alcove-folder.desktop"])
def test_a_menu_entry_is_valid(entry: str) -> None:
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    told = subprocess.run(
        ["desktop-file-validate", PACKAGING / entry], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


def test_the_metadata_for_software_centres_is_valid() -> None:
    if not shutil.which("appstreamcli"):
        pytest.skip("appstreamcli is not installed")
    told = subprocess.run(
        [
            "appstreamcli",
            "validate",
            "--no-net",
            PACKAGING / "linux/org.alcove.Alcove.metainfo.xml",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
