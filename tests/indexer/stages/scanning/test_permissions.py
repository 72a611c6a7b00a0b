"""A folder that becomes unreadable keeps its rows, is reported, and is read again later."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from alcove.errors import Reason

from .ordinary_user import NOBODY, Step

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its permissions are POSIX's")

ROOT = Path(__file__).resolve().parents[4]
WORDS = ("falcon", "badger", "heron", "otter")
OPEN = 0o755
NEITHER, LISTED, ENTERED = 0o000, 0o444, 0o111  # what may be done with the folder
CLOSED = [NEITHER, LISTED, ENTERED]

WRITTEN: list[Step] = [
    ("write", "quarry.txt", "The falcon circles above it."),
    ("write", "secret/hill.txt", "The badger sleeps below it."),
    ("write", "secret/deep/reeds.txt", "The heron waits in them."),
]
FOUND = {
    "falcon": ["quarry.txt"],
    "badger": ["secret/hill.txt"],
    "heron": ["secret/deep/reeds.txt"],
    "otter": [],
}


@pytest.fixture(scope="module", autouse=True)
def _may_become_another() -> None:
    """Skip if we are root, whom no permission stops, and cannot become another user."""
    if os.geteuid() != 0:
        return
    become = f"import os; os.setgroups([]); os.setresuid({NOBODY}, {NOBODY}, {NOBODY})"
    if subprocess.run([sys.executable, "-c", become], capture_output=True, check=False).returncode:
        pytest.skip("root may not become another user here")


def after(*steps: Step) -> list[Any]:
    """Return the reports after all files are written, and after each step."""
    taken: Sequence[Step] = (*WRITTEN, *steps)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.indexer.stages.scanning.ordinary_user",
            json.dumps(WORDS),
            json.dumps(taken),
        ],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()][len(WRITTEN) - 1 :]


def without(contents: dict[str, int | None], *names: str) -> dict[str, int | None]:
    return {name: content for name, content in contents.items() if name not in names}


@pytest.mark.parametrize("mode", CLOSED, ids=oct)
def test_below_a_folder_that_may_not_be_read_nothing_is_lost(mode: int) -> None:
    before, closed, reopened, grown = after(
        ("mode", "secret", mode),
        ("mode", "secret", OPEN),
        ("write", "secret/brook.txt", "The otter plays in it."),
    )
    assert (before["found"], before["failures"], before["is_missing"]) == (FOUND, {}, False)
    assert len(before["contents"]) == 3

    assert (closed["found"], closed["gone"], closed["is_missing"]) == (FOUND, 0, False)
    assert set(closed["failures"]) == {"secret"}
    assert without(closed["contents"], "secret") == before["contents"]

    assert reopened["contents"] == before["contents"]
    assert (reopened["found"], reopened["failures"]) == (FOUND, {})

    assert grown["found"] == {**FOUND, "otter": ["secret/brook.txt"]}
    assert without(grown["contents"], "secret/brook.txt") == before["contents"]


@pytest.mark.parametrize("mode", CLOSED, ids=oct)
def test_of_a_wanted_folder_that_may_not_be_read_nothing_is_lost(mode: int) -> None:
    before, closed, reopened, grown = after(
        ("mode", ".", mode),
        ("mode", ".", OPEN),
        ("write", "brook.txt", "The otter plays in it."),
    )
    assert (closed["found"], closed["gone"]) == (FOUND, 0)
    assert without(closed["contents"], ".") == before["contents"]
    assert closed["is_missing"] is (mode != LISTED)  # else it is named as one that is below
    assert set(closed["failures"]) == ({"."} if mode == LISTED else set())

    assert reopened["contents"] == before["contents"]
    assert (reopened["found"], reopened["failures"]) == (FOUND, {})
    assert not reopened["is_missing"]

    assert grown["found"] == {**FOUND, "otter": ["brook.txt"]}
    assert without(grown["contents"], "brook.txt") == before["contents"]


@pytest.mark.parametrize(
    "mode",
    [
        NEITHER,
        ENTERED,
        pytest.param(
            LISTED,
            marks=pytest.mark.xfail(
                reason="each sweep has what was refused read again, and a folder that can be"
                " opened is told to be no regular file"
            ),
        ),
    ],
    ids=oct,
)
def test_a_folder_that_may_not_be_read_is_said_to_be_so(mode: int) -> None:
    closed = after(("mode", "secret", mode))[-1]
    assert closed["failures"] == {"secret": Reason.NO_PERMISSION}


def test_what_changed_meanwhile_is_found_when_the_folder_may_be_read_again() -> None:
    closed, changed, reopened = after(
        ("mode", "secret", ENTERED),
        ("write", "secret/hill.txt", "The otter moved in."),
        ("mode", "secret", OPEN),
    )[1:]
    assert closed["found"] == changed["found"] == FOUND
    assert reopened["found"] == {**FOUND, "badger": [], "otter": ["secret/hill.txt"]}
    assert reopened["failures"] == {}
