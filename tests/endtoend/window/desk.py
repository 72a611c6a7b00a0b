"""The window as somebody at a desk has it: a screen, a keyboard, the program as a process.

The screen is an Xvfb of one's own, as large as the window. What is on it is read from the file in
which Xvfb keeps it, so that nothing of Qt is needed in the process that looks.
"""

import mmap
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from alcove_desktop.look.tokens import LIGHT
from alcove_desktop.program.single_instance_client import SOCKET

WIDTH, HEIGHT = 1180, 760
"""Pixels of the screen, and of the window before anybody resized it."""

_PATIENCE = 60.0  # seconds; a loaded machine is slow
_ENDS_WITHIN = 15.0  # seconds; two on a machine that has nothing else to do
_POLL = 0.02  # seconds
_MARK = "ALCOVE_TEST_DESK"  # in the environment of all that was started at a desk

Area = tuple[slice, slice]
"""Rows and columns of the screen."""

LIST: Area = (slice(130, 720), slice(0, 560))
FOOT: Area = (slice(728, 760), slice(0, 60))
EDGE: Area = (slice(390, 410), slice(2, 6))
BAR: Area = (slice(150, 550), slice(71, 73))
PREVIEW: Area = (slice(260, 720), slice(530, WIDTH))
PAGE: Area = (slice(130, 720), slice(0, WIDTH))
"""Where the list, the dot of the foot, nothing but the window itself, bars of relevance, the
document, and all between head and foot are."""

_PAPER = "#ffffff"

_STROKE = 40  # pixels; no letter has a stroke as long as that


@dataclass(frozen=True)
class Screen:
    """What is seen, and the name to draw on it by.

    Attributes:
        display: for the environment variable DISPLAY.
        seen: the file in which Xvfb keeps the picture.
    """

    display: str
    seen: Path

    def shows(self, colour: str, area: Area) -> bool:
        """Whether a colour "#rrggbb" is anywhere in a part of the screen."""
        return bool((self.picture()[area] == int(colour[1:], 16)).any())

    def has_line(self, colour: str, area: Area) -> bool:
        """Whether a straight line of a colour, longer than any letter's, lies somewhere in it."""
        of_colour = self.picture()[area] == int(colour[1:], 16)
        runs = np.lib.stride_tricks.sliding_window_view(of_colour, _STROKE, axis=1)
        return bool(runs.all(axis=-1).any())

    def picture(self) -> "np.ndarray[Any, np.dtype[np.uint32]]":
        """All of it, uint32 (rows, columns), 0xrrggbb; a copy.

        The file is a window dump: a header of 32-bit numbers, then colours, then pixels. See
        XWDFile.h of xorgproto: the header's size, width, height, bytes of a line, and colours.
        """
        with self.seen.open("rb") as file, closing(_mapped(file.fileno())) as whole:
            header = np.frombuffer(whole[:100], ">u4")
            size, width, height, line, colours = (int(header[of]) for of in (0, 4, 5, 12, 19))
            begin = size + 12 * colours
            pixels = np.frombuffer(whole[begin : begin + line * height], np.uint32)
        return pixels.reshape(height, line // 4)[:, :width] & np.uint32(0xFFFFFF)


def _mapped(descriptor: int) -> mmap.mmap:
    return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen without a window manager, whose picture is kept in `folder`."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    server = subprocess.Popen(
        [
            *("Xvfb", "-nolisten", "tcp", "-displayfd", str(writing)),
            *("-screen", "0", size, "-fbdir", str(folder)),
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield Screen(f":{told.readline().strip()}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()


@dataclass(frozen=True)
class Desk:
    """One user with one library.

    Attributes:
        screen: in front of the user.
        library: the library's folder.
        programs: a folder in front of PATH, for programs that a test stands in for.
        wrapper: a command that runs the window, such as strace with its options.
        program: the application: this checkout's, or a packaged one.
        more: what else is in the environment.
    """

    screen: Screen
    library: Path
    programs: Path
    wrapper: tuple[str, ...] = ()
    program: tuple[str, ...] = (sys.executable, "-P", "-m", "alcove_desktop")
    more: Mapping[str, str] = field(default_factory=dict)
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start the application and leave it running."""
        return subprocess.Popen(
            [*self.wrapper, *self._command(*arguments)],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def tell(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Start it a second time, which ends once the first one took what is wanted."""
        return subprocess.run(
            self._command(*arguments),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )

    def leave(self, window: "subprocess.Popen[str]") -> None:
        """Quit, and demand that all ends well."""
        assert self.tell("--quit").returncode == 0
        self.see_it_end(window)

    def see_it_end(self, window: "subprocess.Popen[str]") -> None:
        """Demand that the application ends well, complains of nothing, and leaves nothing."""
        _, complaints = window.communicate(timeout=_ENDS_WITHIN)
        assert (window.returncode, complaints) == (0, "")
        assert self.processes() == []
        assert list(self.library.glob("*.sock")) == []

    def type(self, text: str) -> None:
        """Press the keys of a text, 20 a second, wherever the keyboard's focus is."""
        self._xdotool("type", "--delay", "50", text)

    def press(self, *keys: str) -> None:
        """Press keys, such as "Return" or "ctrl+l"."""
        self._xdotool("key", "--delay", "50", *keys)

    def wait_for(self, what: Callable[[], object]) -> None:
        """Wait until something holds.

        Raises:
            TimeoutError: it does not.
        """
        end = time.monotonic() + _PATIENCE
        while not what():
            if time.monotonic() > end:
                left = [process.name() for process in self.processes()]
                raise TimeoutError(f"{getattr(what, '__name__', what)}; still running: {left}")
            time.sleep(_POLL)

    def wait_until_typed_into(self) -> None:
        """Wait until the window is there and has the keyboard's focus."""
        self.wait_for(self.is_painted)
        self.wait_for(self.is_typed_into)

    def is_typed_into(self) -> bool:
        """Whether a window of the application has the keyboard's focus.

        Where it has not, it is given the focus, as a window manager would: there is none here, and
        a window that asks for the focus before the server shows it asks in vain.
        """
        if self._xdotool("getwindowfocus", "getwindowname") == "Alcove":
            return True
        self._xdotool("search", "--onlyvisible", "--name", "^Alcove$", "windowfocus")
        return False

    def is_heard(self) -> bool:
        """Whether the application listens to further starts."""
        return (self.library / SOCKET).exists()

    def is_painted(self) -> bool:
        """Whether the window is seen."""
        return self.screen.shows(LIGHT.background, EDGE)

    def sees_hit(self) -> bool:
        """Whether a hit is seen in the list: its bar of relevance, and marked evidence."""
        return self.screen.shows(LIGHT.accent, BAR) and self.screen.shows(LIGHT.marker, LIST)

    def sees_page(self) -> bool:
        """Whether a page of paper is seen in the preview."""
        return self.screen.shows(_PAPER, PREVIEW)

    def sees_rest(self) -> bool:
        """Whether the foot says that nothing is left to be done."""
        return self.screen.shows(LIGHT.good, FOOT)

    def sees_unrest(self) -> bool:
        """Whether the foot says that something is being done, or that nobody does it."""
        return self.screen.shows(LIGHT.warning, FOOT)

    def processes(self) -> list[psutil.Process]:
        """All that was started at this desk and still runs, and what those have started."""
        found = {one for one in psutil.process_iter() if self._is_ours(one)}
        for one in tuple(found):
            with suppress(psutil.NoSuchProcess):
                found |= set(one.children(recursive=True))
        return [one for one in found if _runs(one)]

    def end(self) -> list[psutil.Process]:
        """End by force whatever still runs, and return what that was."""
        left = self.processes()
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=_PATIENCE)
        return left

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            return process.environ().get(_MARK) == self.mark
        except (psutil.Error, OSError):
            return False

    def _command(self, *arguments: str) -> list[str]:
        return [*self.program, "--library", str(self.library), *arguments]

    def _environment(self) -> dict[str, str]:
        without = ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {name: value for name, value in os.environ.items() if name not in without}
        path = f"{self.programs}{os.pathsep}{kept.get('PATH', os.defpath)}"
        own = {"DISPLAY": self.screen.display, "PATH": path, "LC_ALL": "C.UTF-8"}
        return {**kept, **own, _MARK: self.mark, **self.more}

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.screen.display},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()


def missing() -> str:
    """What of a desk this machine lacks; an empty text where it has all."""
    names = ("Xvfb", "xdotool")
    lacks = [name for name in names if sys.platform != "linux" or shutil.which(name) is None]
    return f"{' and '.join(lacks)} cannot be had here" if lacks else ""


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
