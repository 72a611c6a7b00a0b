"""What every test may use; and a run says which slow tests it left out."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests import shared

from alcove import paths
from alcove.encoder import bundled_model, prepare
from alcove.system.locks import lock


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the checkout; skips the test where it is absent."""
    return _or_skip(shared.DATA)


@pytest.fixture(scope="session")
def netwatch() -> Path:
    """The program that tells of attempts to reach a network; skips the test where it is absent."""
    return _or_skip(shared.NETWATCH)


def _or_skip(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.relative_to(shared.FOLDER.parent)} is not beside this checkout")
    return path


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library's folder of models with the bundled one, converted; not to be changed.

    That takes 10 seconds of a processor: all workers of one run have the same.
    """
    top = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent
    before = os.umask(0o077)  # as the programs do
    held = _wait_for_lock(top / "models.lock")
    (top / "models").mkdir(exist_ok=True)
    prepare(bundled_model(), top / "models")
    os.close(held)
    os.umask(before)
    return top / "models"


def _wait_for_lock(path: Path) -> int:
    while True:
        with suppress(BlockingIOError):
            return lock(path)
        time.sleep(0.1)


@pytest.fixture
def windows_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have paths be those of Windows, as far as `alcove.paths` decides it; no disk has such."""
    monkeypatch.setattr(paths, "_SEPARATOR", b"\\")


# A loaded machine is slow at times; tests never time.
settings.register_profile("alcove", deadline=None)
settings.load_profile("alcove")


LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("slow"):
            item.config.stash.setdefault(LEFT_OUT, []).append(item.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Have a worker of pytest-xdist tell; each of them collects all tests."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    if hasattr(node, "workeroutput"):  # a worker that died has none
        node.config.stash[LEFT_OUT] = node.workeroutput["left_out"]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if left_out := config.stash.get(LEFT_OUT, []):
        terminalreporter.section(f"{len(left_out)} slow tests were left out")
        for name in left_out:
            terminalreporter.write_line(name)
