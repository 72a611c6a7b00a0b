"""Files open in the user's default application, at their page or line if it supports that."""

import os
import sys
from pathlib import Path

import pytest

from alcove_desktop.opening.applications import open_file, reveal
from alcove_desktop.opening.open_failure import OpenFailure

from .conftest import Desktop, Make


def test_a_file_opens_in_the_users_own_application(desktop: Desktop, file: Make) -> None:
    desktop.has("xdg-open")
    path = file("letter.odt")
    assert open_file(path) == ""
    assert desktop.started == [[b"xdg-open", path]]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("evince %U", [b"--page-index=7", b"{file}"]),
        ("papers %U", [b"--page-index=7", b"{file}"]),
        ("okular %U", [b"--page=7", b"{file}"]),
        ("zathura %U", [b"--page=7", b"{file}"]),
        ("mupdf %f", [b"{file}", b"7"]),
        ("qpdfview --unique %F", [b"{file}#7"]),
    ],
)
def test_a_pdf_opens_at_its_page(
    desktop: Desktop, file: Make, command: str, arguments: list[bytes]
) -> None:
    viewer = command.split()[0]
    desktop.has(viewer)
    desktop.has("xdg-open")
    desktop.opens("application/pdf", command)
    path = file("report (final).pdf")
    assert open_file(path, page=7) == ""
    filled = [argument.replace(b"{file}", path) for argument in arguments]
    assert desktop.started == [[viewer.encode(), *filled]]


def test_a_browser_gets_the_page_in_an_address(desktop: Desktop, file: Make) -> None:
    desktop.has("firefox")
    desktop.opens("application/pdf", f'"{desktop.programs}/firefox" %u')
    path = file("50% of #1.pdf")
    assert open_file(path, page=3) == ""
    escaped = path.replace(b"50% of #1", b"50%25%20of%20%231")
    assert desktop.started == [[b"firefox", b"file://" + escaped + b"#page=3"]]


def test_a_viewer_that_cannot_go_to_a_page_opens_at_the_beginning(
    desktop: Desktop, file: Make
) -> None:
    desktop.has("xdg-open")
    desktop.opens("application/pdf", "somebodys-viewer %f")
    path = file("report.pdf")
    assert open_file(path, page=7) == ""
    assert desktop.started == [[b"xdg-open", path]]


def test_a_viewer_that_fails_leaves_it_to_the_desktop(desktop: Desktop, file: Make) -> None:
    desktop.has("evince", code=1)
    desktop.has("xdg-open")
    desktop.opens("application/pdf", "evince %U")
    path = file("report.pdf")
    assert open_file(path, page=7) == ""
    assert [name for name, *_ in desktop.started] == [b"evince", b"xdg-open"]


def test_a_text_opens_at_its_line(desktop: Desktop, file: Make) -> None:
    desktop.has("kate")
    desktop.opens("text/markdown", "kate -b %U")
    path = file("notes.md")
    assert open_file(path, line=12) == ""
    assert desktop.started == [[b"kate", b"--line", b"12", path]]


def test_without_xdg_open_gio_opens(desktop: Desktop, file: Make) -> None:
    desktop.has("gio")
    path = file("letter.odt")
    assert open_file(path) == ""
    assert desktop.started == [[b"gio", b"open", path]]


def test_a_name_that_is_not_unicode_arrives_as_it_is(desktop: Desktop, file: Make) -> None:
    desktop.has("xdg-open")
    path = file(b"caf\xe9.txt")
    assert open_file(path) == ""
    assert desktop.started == [[b"xdg-open", path]]


def test_a_missing_application_is_reported(desktop: Desktop, file: Make) -> None:
    desktop.has("xdg-open", code=4)
    assert open_file(file("letter.odt")) == OpenFailure.NO_APPLICATION


@pytest.mark.parametrize("name", ["Free.desktop", "tool.AppImage", "setup.exe", "app.jar"])
def test_a_program_among_the_documents_is_not_started(
    desktop: Desktop, file: Make, name: str
) -> None:
    desktop.has("xdg-open")
    assert open_file(file(name)) == OpenFailure.PROGRAM
    assert desktop.started == []


def test_an_application_that_stays_open_is_not_waited_for(desktop: Desktop, file: Make) -> None:
    ended = desktop.programs / "ended"
    desktop.script(
        "xdg-open",
        f"#!{sys.executable}\nimport os, pathlib\n"
        f"os.read(os.open({os.fspath(desktop.programs / 'wait')!r}, os.O_RDONLY), 1)\n"
        f"pathlib.Path({os.fspath(ended)!r}).touch()\n",
    )
    os.mkfifo(desktop.programs / "wait")
    assert open_file(file("letter.odt")) == ""
    assert not ended.exists()
    (desktop.programs / "wait").write_bytes(b"x")


def test_without_a_file_manager_the_folder_opens(
    desktop: Desktop, file: Make, tmp_path: Path
) -> None:
    desktop.has("xdg-open")
    assert reveal(file("letter.odt")) == ""
    assert desktop.started == [[b"xdg-open", os.fsencode(tmp_path)]]
