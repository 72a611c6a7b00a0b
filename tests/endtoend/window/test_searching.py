"""People type on a keyboard, and see what is on a screen."""

import subprocess
import sys
from pathlib import Path

import psutil
from tests.endtoend.window.conftest import QUESTION, fill
from tests.endtoend.window.desk import PAGE, Desk

from alcove_desktop.look.tokens import LIGHT

HEAVY = ("torch", "transformers", "sentence_transformers", "pypdfium2", "kreuzberg")
PARTS = ("program.application", "settings", "health", "first_run")
OPENING = """#!{python} -I
import os, socket, sys
try:
    socket.socket(socket.AF_INET).close()
    network = "reachable"
except OSError:
    network = "forbidden"
with open({told!r} + ".new", "w") as told:
    print(*sys.argv[1:], network, sep="\\n", file=told)
os.replace({told!r} + ".new", {told!r})
"""


def test_what_is_typed_is_found_seen_and_opened(desk: Desk, shelf: Path) -> None:
    told = stand_in(desk, "xdg-open")
    window = desk.start()
    desk.wait_until_typed_into()
    assert not desk.sees_hit()
    desk.type(QUESTION)
    desk.wait_for(desk.sees_hit)
    desk.wait_for(desk.sees_page)
    desk.press("Return")
    desk.wait_for(told.exists)
    assert told.read_text().splitlines() == [
        str(shelf / "documents/harbour.pdf"),
        "reachable",  # the guard is not inherited by what the user opens
    ]
    sealed = {is_sealed(one.pid) for one in desk.processes() if one.pid != opener(window.pid)}
    assert sealed == {True}
    assert not is_sealed(opener(window.pid))
    assert loaded(window.pid, ("openvino", *HEAVY)) == ["openvino"]
    desk.leave(window)


def test_a_second_start_hands_its_question_over(desk: Desk) -> None:
    window = desk.start()
    desk.wait_until_typed_into()
    second = desk.tell("when", "does the boat", "depart")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    desk.wait_for(desk.sees_hit)
    desk.press("BackSpace")  # the whole question is chosen, to be typed over
    desk.wait_for(lambda: not desk.sees_hit())
    desk.leave(window)


def test_a_window_that_starts_hidden_comes_and_goes_when_it_is_toggled(desk: Desk) -> None:
    window = desk.start("--hidden", QUESTION)
    desk.wait_for(lambda: desk.is_heard())
    assert desk.tell("--hidden").returncode == 0  # at login, it was there already
    assert not desk.is_painted()
    assert desk.tell("--toggle").returncode == 0
    desk.wait_for(desk.sees_hit)
    desk.wait_until_typed_into()
    assert desk.tell("--toggle").returncode == 0
    desk.wait_for(lambda: not desk.is_painted())
    desk.leave(window)


def test_the_first_run_needs_no_mouse(new_desk: Desk, tmp_path: Path) -> None:
    fill(tmp_path / "home/Documents")
    window = new_desk.start()
    new_desk.wait_until_typed_into()
    new_desk.wait_for(lambda: new_desk.screen.shows(LIGHT.accent, PAGE))  # folders are offered
    for _ in range(20):
        if is_start_focused(new_desk):
            break
        new_desk.press("Tab")
    new_desk.wait_for(lambda: is_start_focused(new_desk))
    new_desk.press("space")
    new_desk.wait_for(lambda: not new_desk.screen.shows(LIGHT.accent, PAGE))
    new_desk.type(QUESTION)  # the focus is in the field again
    new_desk.wait_for(new_desk.sees_hit)
    new_desk.leave(window)


def test_what_only_indexing_needs_is_not_imported() -> None:
    code = f"import sys; {'; '.join(f'import alcove_desktop.{each}' for each in PARTS)}"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = {name.partition(".")[0] for name in done.stdout.split()}
    assert "alcove" in modules
    assert modules.isdisjoint(HEAVY)


def stand_in(desk: Desk, name: str) -> Path:
    """Put a program in front of the PATH; returns where it tells its arguments."""
    told = desk.programs / f"{name}.told"
    program = desk.programs / name
    program.write_text(OPENING.format(python=sys.executable, told=str(told)))
    program.chmod(0o700)
    return told


def is_start_focused(desk: Desk) -> bool:
    """Whether the one button in the accent's colour has the frame of what Return presses."""
    return desk.screen.has_line(LIGHT.ink, PAGE)


def opener(window: int) -> int:
    """The number of the process that opens files: the one child that was forked."""
    command = psutil.Process(window).cmdline()
    (forked,) = (one for one in psutil.Process(window).children() if one.cmdline() == command)
    return forked.pid


def is_sealed(process: int) -> bool:
    """Whether the kernel filters the calls of a process: Seccomp in proc(5)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return "Seccomp:\t2" in lines


def loaded(process: int, names: tuple[str, ...]) -> list[str]:
    """Which of these packages' libraries a process has loaded."""
    mapped = {Path(one.path) for one in psutil.Process(process).memory_maps()}
    folders = {folder for path in mapped for folder in path.parts}
    return [name for name in names if any(folder.startswith(name) for folder in folders)]
