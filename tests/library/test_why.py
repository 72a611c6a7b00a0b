"""`why` names the step that keeps a file from being found, and the source of the rule."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from string import Formatter

import numpy as np
import pytest

from alcove.files import scan
from alcove.index import files, vectors
from alcove.index.documents import SplitDocument, add_content, add_passages
from alcove.index.opening import open_writer
from alcove.library.why import explain
from alcove.library.why_steps import FileStep, FileStepKind
from alcove.personal import LibraryFolder, Settings
from alcove.records import ContentKey, Document, Passage

Why = Callable[..., list[FileStep]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    (folder / "build").mkdir(parents=True)
    (folder / "a.txt").write_text("text")
    (folder / "build" / "b.txt").write_text("text")
    return folder


@pytest.fixture
def why(tmp_path: Path, folder: Path) -> Why:
    """Explain a path in a library that has never indexed anything."""

    def ask(path: Path, **wanted: str | bool | tuple[str, ...]) -> list[FileStep]:
        settings = Settings((bytes(folder),), **wanted)  # type: ignore[arg-type]
        return explain(LibraryFolder(tmp_path / "library"), settings, bytes(path))

    return ask


def test_a_file_that_no_rule_leaves_out_gets_to_the_index(why: Why, folder: Path) -> None:
    *passed, last = why(folder / "a.txt")
    assert [step.text for step in passed][-1] == "No rule excludes it."
    assert all(step.passed for step in passed)
    assert "run alcove index" in last.text


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        ("*.log\nbuild/", "“build” is matched by “build/” (your rules, line 2)"),
        ("b.t?t", "“b.txt” is matched by “b.t?t” (your rules, line 1)"),
    ],
)
def test_the_users_rule_is_named_with_its_line(
    why: Why, folder: Path, patterns: str, text: str
) -> None:
    last = why(folder / "build" / "b.txt", patterns=patterns)[-1]
    assert last.text == f"A rule excludes it: {text}."
    assert not last.passed


def test_an_ignore_file_is_named_with_its_path_and_line(why: Why, folder: Path) -> None:
    ignore = folder / "build" / ".gitignore"
    ignore.write_text("# generated\n\n*\n")
    last = why(folder / "build" / "b.txt")[-1]
    assert last.text == f"A rule excludes it: “b.txt” is matched by “*” ({ignore}, line 3)."
    assert why(folder / "build" / "b.txt", ignore_files=False)[-2].text == "No rule excludes it."


def test_a_default_is_named_in_plain_words(why: Why, folder: Path) -> None:
    (folder / "x.tmp").write_text("")
    last = why(folder / "x.tmp")[-1]
    assert not last.passed
    assert "“x.tmp”, temporary file of an editor or a download (built in)" in last.text


def test_invalid_lines_are_shown_and_stop_nothing(why: Why, folder: Path) -> None:
    (folder / ".ignore").write_text("[a-\n")
    steps = why(folder / "build" / "b.txt")
    expected = f"Skipped: {folder}/.ignore, line 1: a “[” has no “]”."
    assert [step.text for step in steps if step.kind is FileStepKind.LINE_PASSED_OVER] == [expected]
    assert [step.passed for step in steps][:-1] == [True] * (len(steps) - 1)
    assert "No rule excludes it." in [step.text for step in steps]


def test_the_library_within_a_folder_is_never_read(why: Why, folder: Path, tmp_path: Path) -> None:
    wanted = Settings((bytes(tmp_path),), patterns="!library/")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "index.txt").write_text("")
    path = bytes(tmp_path / "library" / "index.txt")
    last = explain(LibraryFolder(tmp_path / "library"), wanted, path)[-1]
    assert "Alcove's own library" in last.text
    assert not last.passed


def test_a_folder_of_the_library_is_told_apart_from_a_file(why: Why, folder: Path) -> None:
    *_, last = why(folder)
    assert last == FileStep.of(FileStepKind.IS_FOLDER)
    assert last.text == "It is a folder of this library: ask about a file in it."


@pytest.fixture
def cut_twice(tmp_path: Path, folder: Path) -> None:
    """An index with “a.txt”, one passage for the active model and two for the one to come."""
    (tmp_path / "library").mkdir()
    document = Document("text", None)
    with closing(open_writer(tmp_path / "library" / "index.db")) as db:
        now = vectors.add_model(db, "now", "Now", 2, "as a whole")
        later = vectors.add_model(db, "later", "Later", 2, "into halves")
        vectors.activate(db, "now")
        files.apply_scan(db, bytes(folder), scan(bytes(folder)).files)
        halves = [Passage(0, 2, None, 1), Passage(2, 4, None, 1)]
        whole = SplitDocument(document, [Passage(0, 4, None, 1)], [b"whole"])
        with db.atomic():
            content = add_content(db, ContentKey(b"hash", "text", 1), [whole], now.split_id)
            add_passages(db, 1, SplitDocument(document, halves, [b"one", b"two"]), later.split_id)
            (file,) = (f for f in files.pending(db.conn, 9) if f.path.endswith(b"/a.txt"))
            files.link(db, file, content, file.signature)
        vectors.add(db, now.number, vectors.missing(db.conn, now), np.ones((1, 2), np.float32))


@pytest.mark.usefixtures("cut_twice")
def test_only_passages_for_the_model_that_serves_are_counted(why: Why, folder: Path) -> None:
    *_, words, meaning = why(folder / "a.txt")
    assert words == FileStep(passed=True, kind=FileStepKind.SPLIT, values={"passages": 1})
    assert words.text == "It was split into passages (1): it can be found by words."
    assert meaning.text == "Every passage has a vector: it can be found by meaning."


@pytest.mark.usefixtures("cut_twice")
def test_a_file_that_kept_changing_while_it_was_read_waits(
    why: Why, folder: Path, tmp_path: Path
) -> None:
    path = folder / "build" / "b.txt"
    with closing(open_writer(tmp_path / "library" / "index.db")) as db:
        (file,) = (f for f in files.pending(db.conn, 9) if f.path == bytes(path))
        files.postpone(db, file.id)
    assert why(path)[-1] == FileStep.of(FileStepKind.WAITS)


def test_a_kind_that_is_switched_off_is_named(why: Why, folder: Path) -> None:
    last = why(folder / "a.txt", without_types=("txt",))[-1]
    assert last.kind is FileStepKind.LEFT_OUT
    assert last.text == "A rule excludes it: “a.txt”, by file type (your file types)."


@pytest.mark.parametrize("kind", FileStepKind)
def test_the_text_of_every_kind_has_its_fields(kind: FileStepKind) -> None:
    names = {name for _, name, _, _ in Formatter().parse(kind) if name}
    values = {name: 12345 if name in ("line", "passages", "encoded") else name for name in names}
    text = FileStep.of(kind, **values).text
    assert "{" not in text
    assert text == text.strip()
    assert all(str(value) in text.replace(",", "") for value in values.values())
