"""What every test may use: the shared documents where they are at hand, and the bundled model."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from tests import shared

from alcove import paths
from alcove.encoder import bundled_model, prepare


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
    """A library's folder of models with the bundled one, converted, which takes 10 seconds."""
    folder = tmp_path_factory.mktemp("prepared") / "models"
    before = os.umask(0o077)  # as the programs do
    folder.mkdir()
    prepare(bundled_model(), folder)
    os.umask(before)
    return folder


@pytest.fixture
def windows_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have paths be those of Windows, as far as `alcove.paths` decides it; no disk has such."""
    monkeypatch.setattr(paths, "_SEPARATOR", b"\\")


# A loaded machine is slow at times; tests never time.
settings.register_profile("alcove", deadline=None)
settings.load_profile("alcove")
