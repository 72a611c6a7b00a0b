"""Other programs never see the library path of a packaged application."""

import sys

import pytest

from alcove_desktop.opening import environment


def test_from_source_the_environment_is_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/theirs")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    assert environment.own()["LD_LIBRARY_PATH"] == "/opt/theirs"


@pytest.mark.parametrize("before", ["/opt/theirs", None])
def test_packaged_the_original_environment_is_restored(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/alcove/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    found = environment.own()
    assert found.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in found
