"""The application stores nothing outside the library."""

import subprocess
import sys
from pathlib import Path

import pytest

CHOOSES = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from alcove_desktop.forms import choose_folder
from alcove_desktop.program.qt_application import Application

application, owner, chosen = Application(sys.argv[:1]), QWidget(), []
owner.show()
dialog = choose_folder(owner, "Choose", chosen.append)
dialog.setDirectory(sys.argv[1])
dialog.accept()
QCoreApplication.processEvents()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print(chosen)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own dialogs are shown")
def test_a_chosen_folder_is_stored_only_in_the_library(tmp_path: Path) -> None:
    (tmp_path / "home" / "Letters").mkdir(parents=True)
    home = str(tmp_path / "home")
    ended = subprocess.run(
        [sys.executable, "-c", CHOOSES, f"{home}/Letters"],
        env={"HOME": home, "XDG_CONFIG_HOME": f"{home}/.config", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "Letters" in ended.stdout
    written = [one for one in (tmp_path / "home").rglob("*") if one.is_file()]
    assert [one for one in written if b"Letters" in one.read_bytes()] == []
