"""People say which file a question was after, and see how well such questions are answered."""

from pathlib import Path
from typing import Any

import pytest

from alcove.library import Library

from .conftest import Program, make

TEXTS = {
    "bread.md": "# Bread\n\nKnead the dough, let it rise for two hours, bake it at 230 degrees.",
    "boat.md": "# Boat\n\nBefore the winter the hull is scraped, dried and painted twice.",
    "tax.md": "# Tax\n\nThe declaration is due on the last day of July.",
}
BAKING, PAINTING = "how hot must the oven be", "when do we paint the hull"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "documents", TEXTS)


@pytest.fixture
def marked(program: Program, folder: Path) -> Program:
    """A library in which two questions have an answer."""
    program.index(folder)
    for query, name in ((BAKING, "bread.md"), (PAINTING, "boat.md")):
        assert program("found", query, folder / name).code == 0
    return program


def measured(program: Program) -> dict[str, Any]:
    ended = program("evaluate", "--mine", "--json")
    assert ended.code == 0, ended.stderr
    found: dict[str, Any] = ended.json
    return found


def test_marks_are_told_listed_and_forgotten(marked: Program, folder: Path) -> None:
    told = marked("found", "--not", BAKING, folder / "tax.md").stdout
    assert BAKING in told
    assert "tax.md" in told
    listed = marked("found", "--list").stdout
    for part in (BAKING, PAINTING, "this was it", "not this", "bread.md", "tax.md"):
        assert part in listed
    assert PAINTING not in marked("found", "--list", BAKING).stdout
    assert "2 judgments" in marked("found", "--forget", BAKING).stdout
    assert "1 judgment." in marked("found", "--forget").stdout
    assert "Nothing" in marked("found", "--list").stdout
    on_disk = b"".join(f.read_bytes() for f in marked.library.iterdir() if "personal" in f.name)
    for secret in (BAKING, PAINTING, "bread.md"):
        assert secret.encode() not in on_disk
    refused = marked("evaluate", "--mine")
    assert refused.code == 3
    assert "alcove found" in refused.stderr


def test_own_questions_are_measured_and_compared_with_the_last_time(
    marked: Program, folder: Path
) -> None:
    first = measured(marked)
    assert (first["dataset"], first["queries"], first["documents"]) == ("mine", 2, 3)
    assert set(first["modes"]) == {"words", "meaning", "best"}
    assert first["modes"]["best"]["ndcg@10"] == 1.0
    assert first["before"] is None
    second = measured(marked)
    assert second["before"]["same_questions"]
    for mode, then in second["before"]["modes"].items():
        assert then == {key: first["modes"][mode][key] for key in then}
    assert second["before"]["difference"]["best"]["ndcg@10"] == 0.0
    assert second["before"]["difference"]["best"]["ndcg@10_interval"] == [0.0, 0.0]
    told = marked("evaluate", "--mine").stdout
    for part in ("2 questions", "Since", "before", "not to be told apart"):
        assert part in told
    assert max(map(len, told.splitlines())) <= 80
    note_an_opening(marked, "when is the tax due", folder / "tax.md")
    assert "not the same then (2 questions)" in marked("evaluate", "--mine").stdout
    assert measured(marked)["queries"] == 3


def note_an_opening(program: Program, query: str, file: Path) -> None:
    """As the window does it: nothing is noted before that is switched on."""
    library = Library(program.library)
    assert not library.note_opened(query, bytes(file))
    assert program("settings", "judgments", "on").code == 0
    assert library.note_opened(query, bytes(file))


def test_marks_survive_a_move_and_an_edit_and_end_with_the_file(
    marked: Program, folder: Path
) -> None:
    (folder / "bread.md").rename(folder / "loaf.md")
    (folder / "boat.md").write_text("# Ship\n\nThe hull is painted in autumn, in dry weather.")
    marked.index()
    told = measured(marked)
    assert (told["queries"], told["left_out"]) == (2, {})
    assert told["modes"]["best"]["recall@10"] == 1.0
    (folder / "loaf.md").unlink()
    marked.index()
    told = measured(marked)
    assert (told["queries"], list(told["left_out"].values())) == (1, [1, 1])
    assert told["modes"]["best"]["recall@10"] == 1.0
