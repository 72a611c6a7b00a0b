"""Find a Linux desktop's default application for a file, and its command for a page or line."""

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote_from_bytes

from alcove_desktop.opening import environment

# Command-line options that open a file at a page or line, from each program's own manual. Pages
# count from 1 in all of them. Evince and its relatives also have `--page-label`, which takes the
# label printed on the page instead.
_INDEX = (b"--page-index=%(place)s", b"%(file)s")
_ADDRESS = (b"%(address)s#page=%(place)s",)
_PLUS = (b"+%(place)s", b"%(file)s")

_AT_PAGE: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("evince", "papers", "atril", "xreader"), _INDEX),
    **dict.fromkeys(("okular", "zathura"), (b"--page=%(place)s", b"%(file)s")),
    **dict.fromkeys(("mupdf", "mupdf-gl", "mupdf-x11"), (b"%(file)s", b"%(place)s")),
    "qpdfview": (b"%(file)s#%(place)s",),
    **dict.fromkeys(
        (
            *("firefox", "firefox-esr", "chromium", "chromium-browser", "google-chrome"),
            *("google-chrome-stable", "microsoft-edge", "brave-browser", "vivaldi-stable"),
        ),
        _ADDRESS,
    ),
}
"""Program → arguments that open a PDF at a page."""

_AT_LINE: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("gedit", "xed", "pluma", "gvim", "geany", "emacs"), _PLUS),
    **dict.fromkeys(("kate", "kwrite"), (b"--line", b"%(place)s", b"%(file)s")),
    "mousepad": (b"--line=%(place)s", b"%(file)s"),
    **dict.fromkeys(("code", "codium", "code-oss"), (b"--goto", b"%(file)s:%(place)s")),
}
"""Program → arguments that open a text at a line."""

_PATIENCE = 2.0  # seconds for xdg-mime, a shell script that asks the desktop's own tools


def command_at_place(path: bytes, *, page: int | None, line: int | None) -> list[list[bytes]]:
    """Return the command that opens an absolute path at a page or line; a list of one or none."""
    if page is not None and path.lower().endswith(b".pdf"):
        return _command("application/pdf", _AT_PAGE, path, page)
    if line is not None:
        return _command(_ask("filetype", path), _AT_LINE, path, line)
    return []


def _command(
    mime_type: str, templates: Mapping[str, tuple[bytes, ...]], path: bytes, place: int
) -> list[list[bytes]]:
    program = _program_of(_ask("default", mime_type)) if mime_type else ""
    template = templates.get(Path(program).name)
    return [[os.fsencode(program), *arguments(template, path, place)]] if template else []


def arguments(template: tuple[bytes, ...], path: bytes, place: int) -> list[bytes]:
    """Fill an absolute path and a page or line into a template."""
    values = {
        b"file": path,
        b"place": str(place).encode(),
        b"address": b"file://" + quote_from_bytes(path).encode(),
    }
    return [part % values for part in template]


def _ask(query: str, subject: str | bytes) -> str:
    """Run `xdg-mime query`; return an empty text if it is missing or has no answer."""
    try:
        answer = subprocess.run(
            ["xdg-mime", "query", query, subject],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
            env=environment.own(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode(errors="replace").strip()


def _program_of(application: str) -> str:
    """Return the program of a desktop entry, such as "org.gnome.Evince.desktop"."""
    if not application or "/" in application:
        return ""
    for folder in _application_folders():
        try:
            lines = (folder / application).read_text(errors="replace").splitlines()
        except OSError:
            continue
        return next((_first_word(line) for line in lines if line.startswith("Exec=")), "")
    return ""


def _first_word(line: str) -> str:
    try:
        return shlex.split(line.removeprefix("Exec="))[0]
    except (ValueError, IndexError):
        return ""


def _application_folders() -> Iterator[Path]:
    """Yield the folders of desktop entries, in the order of the XDG base directory spec."""
    own = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    for folder in (own, *shared.split(":")):
        yield Path(folder) / "applications"
