"""What every test may use: the shared documents where they are at hand, and the bundled model."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from alcove import paths
from alcove.encoder import bundled_model, prepare

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the checkout; skips the test where it is absent."""
    data = SHARED / "data"
    if not data.is_dir():
        pytest.skip("the shared documents (../shared/data) are not beside this checkout")
    return data


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
