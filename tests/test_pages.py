"""What the pages for developers name is there, and no room is left out."""

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
CORE, DESKTOP = TOP / "core/alcove", TOP / "desktop/alcove_desktop"
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/decisions.md")
PATH = re.compile(r"`([\w./-]+(?:/|\.py|\.md|\.txt|\.toml))`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([\w-]+))?\)")


@pytest.mark.parametrize("page", PAGES)
def test_each_path_that_a_page_names_exists(page: str) -> None:
    named = set(PATH.findall((TOP / page).read_text("utf-8")))
    missing = {
        path for path in named if not any((at / path).exists() for at in (TOP, CORE, DESKTOP))
    }
    assert missing == set()


@pytest.mark.parametrize("page", PAGES)
def test_each_link_of_a_page_leads_somewhere(page: str) -> None:
    for target, heading in LINK.findall((TOP / page).read_text("utf-8")):
        file = (TOP / page).parent / target
        assert file.exists(), target
        if heading:
            assert f"# {heading}" in file.read_text("utf-8").lower()


def test_the_architecture_has_a_heading_for_each_room() -> None:
    headings = "".join(
        line
        for line in (TOP / "ARCHITECTURE.md").read_text("utf-8").split("\n")
        if line[:4] == "### "
    )
    rooms = {file.parent.name for top in (CORE, DESKTOP) for file in top.glob("*/__init__.py")}
    assert len(rooms) > 20
    assert {room for room in rooms if f"`{room}/`" not in headings} == set()
