"""The archive's scripts, run on programs that do nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging/linux"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the archive is for Linux")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """What the archive unpacks to, with `true` in place of the programs."""
    top = tmp_path / "downloads/alcove-1.2.3-linux-x86_64"
    app = top / "lib/alcove"
    plugins = app / "_internal/PySide6/Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    for program in (app / "alcove", plugins / "libqxcb.so"):
        shutil.copy("/bin/true", program)
    (app / "alcove-desktop").symlink_to("alcove")
    for script, place in (("install.sh", top), ("uninstall.sh", app)):
        shutil.copy(LINUX / script, place)
    for entry in ("alcove", "zz-alcove-folder"):
        file = top / f"share/applications/{entry}.desktop"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[Desktop Entry]\nExec=alcove-desktop --folder %f\n")
    unit = top / "share/systemd/user/alcove.service"
    unit.parent.mkdir(parents=True)
    unit.write_text("[Service]\nExecStart=alcove watch\n")
    icon = top / "share/icons/hicolor/48x48/apps/alcove.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"icon")
    return top


def run(script: Path, *arguments: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    surroundings = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    surroundings.pop("XDG_CONFIG_HOME", None)
    return subprocess.run(
        ["sh", script, *arguments], env=surroundings, capture_output=True, text=True, check=False
    )


def files(place: Path) -> set[str]:
    return {str(file.relative_to(place)) for file in place.rglob("*") if not file.is_dir()}


def test_what_is_installed_is_gone_again_and_nothing_else(archive: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "my programs"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin/other").write_text("somebody's own")
    for _ in range(2):  # the second time over the first
        done = run(archive / "install.sh", prefix, home=tmp_path)
        assert done.returncode == 0, done.stderr
    app = prefix / "lib/alcove"
    entry = (prefix / "share/applications/zz-alcove-folder.desktop").read_text()
    assert f'Exec="{app}/alcove-desktop" --folder %f' in entry
    unit = (prefix / "share/systemd/user/alcove.service").read_text()
    assert f'ExecStart="{app}/alcove" watch' in unit
    assert (prefix / "bin/alcove-desktop").resolve() == app / "alcove"
    done = run(app / "uninstall.sh", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Your library stays" in done.stdout
    assert files(prefix) - {"share/applications/mimeinfo.cache"} == {"bin/other"}


def test_the_unpacked_archive_cannot_be_uninstalled(archive: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    done = run(archive / "lib/alcove/uninstall.sh", home=tmp_path)
    assert done.returncode == 1
    assert "nothing was removed" in done.stderr
    assert files(tmp_path) == before


def test_a_path_that_menus_cannot_hold_is_refused(archive: Path, tmp_path: Path) -> None:
    done = run(archive / "install.sh", tmp_path / "50% & more", home=tmp_path)
    assert done.returncode == 1
    assert "choose a path" in done.stderr
    assert not any((tmp_path / "50% & more").rglob("*.desktop"))


def test_what_still_runs_is_ended_before_its_files_go(archive: Path, tmp_path: Path) -> None:
    shutil.copy("/bin/sleep", archive / "lib/alcove/alcove")
    with subprocess.Popen([archive / "lib/alcove/alcove", "300"]) as running:
        done = run(
            archive / "lib/alcove/uninstall.sh",
            Path("--end"),
            archive / "lib/alcove",
            home=tmp_path,
        )
        assert done.returncode == 0, done.stderr
        assert running.wait(5) < 0
