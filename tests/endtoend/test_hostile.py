"""Folders that want to break the program: each file gets its reason, the good ones are found."""

import base64
import io
import os
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import Ended, Program, make, with_models

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="files that Linux alone can have")

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NEWLINE = "a name of\ntwo lines.txt"
INVALID = b"caf\xe9 menu.txt"  # Latin-1
BOMB = 300 << 20  # bytes when unpacked
SPARSE = 3 << 30

# Root may read every file: without these two capabilities it is an ordinary owner.
DROPPED = "-dac_override,-dac_read_search"
ORDINARY = ("setpriv", f"--bounding-set={DROPPED}", f"--inh-caps={DROPPED}")

REASONS = {
    b"pipe": "not a regular file",
    b"loop/again": "symbolic link",
    b"sparse.txt": "too large",
    b"bomb.docx": "expands too much",
    b"locked.pdf": "encrypted",
    b"cut.docx": "damaged",
    b"empty.txt": "empty",
    b"binary": "unknown format",
}


@dataclass(frozen=True)
class Hostile:
    """The folder after it was indexed."""

    folder: Path
    program: Program
    indexed: Ended


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, models: Path, locked: bytes) -> Hostile:
    top = tmp_path_factory.mktemp("hostile")
    folder = make(top / "documents", {"good.txt": "The lighthouse keeper counts ships."})
    make(folder, {NEWLINE: "A kettle of copper."})
    (folder / os.fsdecode(INVALID)).write_text("Apricot cake with almonds.")
    (folder / "empty.txt").touch()
    (folder / "binary").write_bytes(bytes(range(256)) * 16)
    (folder / "loop").mkdir()
    (folder / "loop" / "again").symlink_to(folder / "loop", target_is_directory=True)
    os.mkfifo(folder / "pipe")
    with (folder / "sparse.txt").open("wb") as sparse:
        sparse.truncate(SPARSE)
    (folder / "locked.pdf").write_bytes(locked)
    (folder / "bomb.docx").write_bytes(docx(b"\0" * BOMB))
    whole = docx(f"<w:document xmlns:w='{WORD}'><w:body/></w:document>".encode())
    (folder / "cut.docx").write_bytes(whole[: len(whole) // 2])
    program = with_models(top / "library", models)
    return Hostile(folder, program, program("index", folder))


@pytest.fixture(scope="module")
def locked(shared_data: Path) -> bytes:
    return (shared_data / "documents/unstructured/pdf__password.pdf").read_bytes()


def docx(text: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("word/document.xml", text)
    return target.getvalue()


CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def test_indexing_goes_to_its_end(hostile: Hostile) -> None:
    assert hostile.indexed.code == 0, hostile.indexed.stderr
    assert "Without text: 8 files" in hostile.indexed.stdout
    assert hostile.program.status()["waiting"] == 0


def test_each_file_without_text_has_its_reason(hostile: Hostile) -> None:
    failures = hostile.program.status()["failures"]
    told = {os.fsencode(file["path"]): file["reason"] for file in failures["files"]}
    top = os.fsencode(hostile.folder)
    assert told == {b"%b/%b" % (top, name): reason for name, reason in REASONS.items()}
    assert sum(failures["by_reason"].values()) == len(REASONS)


def test_the_status_for_people_has_a_line_for_each(hostile: Hostile) -> None:
    lines = hostile.program("status").stdout.splitlines()
    for name, reason in REASONS.items():
        assert any(f"/{name.decode()}" in line for line in lines), name
        assert any(line.strip().startswith(f"{reason}:") for line in lines), reason


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("who counts the ships", b"good.txt"),
        ("copper kettle", NEWLINE.encode()),
        ("cake with fruit", INVALID),
    ],
)
def test_what_has_text_is_found_whatever_its_name(
    hostile: Hostile, query: str, name: bytes
) -> None:
    path = os.fsencode(hostile.folder / os.fsdecode(name))
    hit = hostile.program.hits(query)[0]
    exact = base64.b64decode(hit["path_bytes"]) if "path_bytes" in hit else hit["path"].encode()
    assert exact == path
    assert ("path_bytes" in hit) == (name == INVALID)


def test_an_odd_name_is_one_line_on_the_screen(hostile: Hostile) -> None:
    lines = hostile.program("search", "copper kettle").stdout.splitlines()
    assert sum("a name of" in line and "two lines.txt" in line for line in lines) > 0


def test_a_second_run_has_nothing_to_do(hostile: Hostile) -> None:
    told = hostile.program.index().stdout
    assert told.startswith("0 new, 0 changed, 0 gone; 0 passages encoded")


def test_a_file_that_one_may_not_read_is_named(tmp_path: Path, models: Path) -> None:
    wrapper: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read every file, and setpriv is not installed")
        wrapper = ORDINARY
    documents = make(tmp_path / "documents", {"mine.txt": "mine", "secret.txt": "secret"})
    make(documents / "closed", {"inside.txt": "inside"})
    (documents / "secret.txt").chmod(0)
    (documents / "closed").chmod(0)
    program = with_models(tmp_path / "library", models, wrapper)
    try:
        program.index(documents)
        failures = program.status()["failures"]["files"]
        told = {Path(file["path"]).name: file["reason"] for file in failures}
        assert told == {"secret.txt": "no permission", "closed": "no permission"}
        (documents / "secret.txt").chmod(0o600)
        (documents / "closed").chmod(0o700)
        program.index()
        assert program.status()["failures"]["files"] == []
        assert program.status()["files"] == 3
    finally:
        (documents / "closed").chmod(0o700)  # so that it can be cleared away


def test_a_folder_that_vanishes_loses_nothing(tmp_path: Path, program: Program) -> None:
    documents = make(tmp_path / "documents", {"a.txt": "The ferry leaves at dawn."})
    other = make(tmp_path / "other", {"b.txt": "Bread needs flour."})
    program.index(documents, other)
    away = documents.rename(tmp_path / "away")
    ended = program.index()
    assert "Not available" in ended.stderr
    assert str(documents) in ended.stderr
    assert ended.stdout.startswith("0 new, 0 changed, 0 gone")
    assert program.hits("when does the ferry leave")[0]["path"] == str(documents / "a.txt")
    folders = {folder["path"]: folder["missing_since"] for folder in program.status()["folders"]}
    assert folders[str(documents)] is not None
    assert folders[str(other)] is None
    assert "not available since" in program("status").stdout
    explained = program("why", documents / "a.txt")
    assert (explained.code, "not on the disk" in explained.stdout) == (1, True)
    away.rename(documents)
    assert "Not available" not in program.index().stderr
    assert program("why", documents / "a.txt").code == 0
