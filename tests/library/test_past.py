"""A library that an earlier version left goes on as it is: nothing of it is made again or lost.

`past/make.py` made the archives; the name of each is the commit that wrote the library in it.
"""

import hashlib
import os
import shutil
import sqlite3
import sys
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from alcove.documents.process.reader import Reader
from alcove.encoder import load
from alcove.indexer import Activity, IndexerState, IndexingTotals
from alcove.library import Library
from alcove.library.session import SearchSession
from alcove.personal import Pace, Settings, WindowSettings, evaluations
from alcove.search import Mode, Query, Verdict, parse, plain

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its names are bytes of Linux")

ARCHIVES = sorted(Path(__file__).with_name("past").glob("*.tar.xz"))
PLACE = b"/tmp/alcove-past/documents"
BOAT = "When does the boat sail?"

_AT_WORK = {Activity.READING, Activity.PREPARING, Activity.ENCODING} | {
    Activity.SPLITTING,
    Activity.CHANGING,
}


@dataclass
class Past:
    """A library of an earlier version, and the documents that it was made of.

    Attributes:
        library: opened by nobody yet.
        documents: the folder that it wants.
        told: every state that the indexer told.
        read: how often a document was asked of the reader.
        encoded: the texts that the encoder was given while the library was brought up to date.
    """

    library: Library
    documents: Path
    told: list[IndexerState] = field(default_factory=list)
    read: int = 0
    encoded: list[str] = field(default_factory=list)

    def bring_up_to_date(self) -> IndexingTotals:
        return self.library.update(tell=self.told.append, cancel=threading.Event())

    def document(self, name: str) -> bytes:
        return bytes(self.documents / name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.library.folder.index}?mode=ro", uri=True)) as db:
            return db.execute(query).fetchall()


@pytest.fixture(params=ARCHIVES, ids=lambda archive: archive.name.removesuffix(".tar.xz"))
def past(
    request: pytest.FixtureRequest, tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> Past:
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    root, documents = tmp_path / "library", tmp_path / "documents"
    with closing(sqlite3.connect(root / "index.db")) as index, index:
        move_index(index, documents)
    with closing(sqlite3.connect(root / "personal.db")) as personal, personal:
        move_paths(personal, "folders", documents)
        move_paths(personal, "judgments", documents)
    shutil.copytree(models, root / "models")
    past = Past(Library(root), documents)
    count_work(past, monkeypatch)
    return past


def move_paths(connection: sqlite3.Connection, table: str, documents: Path) -> None:
    for (path,) in connection.execute(f"SELECT DISTINCT path FROM {table}").fetchall():
        assert path.startswith(PLACE)
        moved = bytes(documents) + path.removeprefix(PLACE)
        connection.execute(f"UPDATE {table} SET path = ? WHERE path = ?", [moved, path])


def move_index(connection: sqlite3.Connection, documents: Path) -> None:
    """Let the index speak of the documents where they lie now, as if they had always done so."""
    move_paths(connection, "folders", documents)
    move_paths(connection, "files", documents)
    for (path,) in connection.execute("SELECT path FROM files").fetchall():
        status = Path(os.fsdecode(path)).stat()
        connection.execute(
            "UPDATE files SET device = ?, inode = ?, size = ?, mtime_ns = ?, ctime_ns = ?"
            " WHERE path = ?",
            [
                *(status.st_dev, status.st_ino, status.st_size),
                *(status.st_mtime_ns, status.st_ctime_ns, path),
            ],
        )


def count_work(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count what the reader and the encoder are asked, whoever asks them."""
    (model,) = past.library.folder.models.iterdir()
    encoder = type(load(model))
    read, encode_passages = Reader.read, encoder.encode_passages

    def reading(reader: Reader, *args: Any, **options: Any) -> Any:
        past.read += 1
        return read(reader, *args, **options)

    def encoding(self: Any, texts: list[str], **options: Any) -> Any:
        past.encoded += texts
        return encode_passages(self, texts, **options)

    monkeypatch.setattr(Reader, "read", reading)
    monkeypatch.setattr(encoder, "encode_passages", encoding)


@pytest.fixture
def ask(past: Past) -> Iterator[Callable[..., list[str]]]:
    """Search the library as it is at the first question; the names of the hits."""
    session = SearchSession(past.library.folder)

    def search(asked: str | Query, mode: Mode = Mode.BEST) -> list[str]:
        session.renew()
        answer = session.search(plain(asked) if isinstance(asked, str) else asked, mode=mode)
        assert answer.verdict is not Verdict.UNKNOWN  # the library's own measures still hold
        assert (answer.coverage, answer.notices) == (1.0, ())
        return [os.fsdecode(hit.path).rpartition("/")[2] for hit in answer.hits]

    yield search
    session.close()


Ask = Callable[..., list[str]]


def test_there_is_a_library_to_open() -> None:
    assert ARCHIVES


def test_words_are_found_before_anything_is_indexed(ask: Ask) -> None:
    for asked, expected in {
        "Sauerteig": ["Bäckerei.txt"],
        "E-4711": ["votes.py"],
        "umbrellas": ["lighthouse.md"],
        "optician": ["telescope.eml"],
        "灯台": ["日記.md"],
        "theatre": [os.fsdecode(b"caf\xe9.txt")],
        "picture.xyz": ["picture.xyz"],
    }.items():
        assert ask(asked, Mode.WORDS) == expected
    assert ask("walrus", Mode.WORDS) == []


def test_meaning_is_found_before_anything_is_indexed(ask: Ask) -> None:
    for asked, expected in {
        "transport of letters across the sea": "a copy of ferry.md",
        "who is allowed to agree to a deal": "rules.html",
        "can plants stay outside in cold weather": "garden.mbox",
    }.items():
        assert ask(asked, Mode.MEANING)[0] == expected


def test_the_best_answer_comes_first_before_anything_is_indexed(ask: Ask) -> None:
    for asked, expected in {
        "how much does a ride with the ferry cost": "a copy of ferry.md",
        "Wie lange ruht der Sauerteig?": "Bäckerei.txt",
        "who repairs the mirror of the telescope": "telescope.eml",
    }.items():
        assert ask(asked)[0] == expected


def test_filters_hold_before_anything_is_indexed(ask: Ask) -> None:
    asked = parse("the ferry or the door type:html")
    assert ask(asked) == ["rules.html"]


def test_nothing_is_read_encoded_or_built_again(past: Past) -> None:
    rows = (
        "SELECT path, id, content_id, reason, waiting FROM files ORDER BY id",
        "SELECT id, sha256, format, reason, detail FROM contents ORDER BY id",
        "SELECT id, content_id, part, title, text, language FROM documents ORDER BY id",
        'SELECT id, document_id, input_id, start, "end", cut_id FROM passages ORDER BY id',
        "SELECT input_id, model_id, vector FROM vectors ORDER BY input_id",
        "SELECT value FROM facts WHERE key IN ('identity', 'calibration', 'active model')",
        # What was ever added, even if it was deleted again; changes are what words must follow.
        "SELECT name, seq FROM sqlite_sequence WHERE name != 'cuts' ORDER BY name",
    )
    before, words = [past.rows(query) for query in rows], contents(past.library.folder.words)
    assert past.bring_up_to_date() == IndexingTotals()
    assert [past.rows(query) for query in rows] == before
    assert (past.read, past.encoded) == (0, [])
    assert not {state.activity for state in past.told} & _AT_WORK
    assert {(state.notices, state.error, state.failed) for state in past.told} == {((), None, 0)}
    assert contents(past.library.folder.words) == words
    assert not past.library.folder.damaged.exists()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file with what is in it: a generation that is built again has a name of its own."""
    return {
        os.fspath(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_the_status_is_what_it_was(past: Past) -> None:
    for _ in range(2):
        status = past.library.status()
        assert (status.counts.files, status.counts.passages) == (14, 12)
        assert (status.counts.waiting, status.counts.coverage) == (0, 1.0)
        assert status.failures_by_reason() == {"damaged": 1, "empty": 1, "unknown format": 1}
        assert status.folders[0].excluded == {"by this folder's rules": 1, "by your rules": 1}
        past.bring_up_to_date()


def test_personal_data_stays_as_it_was(past: Past) -> None:
    library = past.library
    for _ in range(2):
        assert library.settings() == Settings(
            folders=(bytes(past.documents),),
            patterns="*.bak",
            folder_patterns={bytes(past.documents): "/drafts/"},
            size_limits={"csv": 3_000_000},
            on_battery=Pace.PAUSE,
            judgments=True,
        )
        assert library.settings().revision == 6
        assert library.window_settings() == WindowSettings(language="de", text_size=120)
        assert [(one.query, one.mode, one.times) for one in library.history()] == [
            ("Sauerteig", "words", 1),
            (BOAT, "best", 2),
        ]
        assert [(one.name, one.query, one.mode) for one in library.saved_searches()] == [
            ("Brot und Teig", "Sauerteig type:txt", "words")
        ]
        evaluation = evaluations.last(library.folder.personal)
        assert evaluation is not None
        assert evaluation.summary["queries"] == 1
        past.bring_up_to_date()


def test_judgments_stay_as_they_were(past: Past) -> None:
    expected = [
        (BOAT, "notes/ferry.md", "md", None, 2),
        (BOAT, "notes/Bäckerei.txt", "txt", None, 0),
        ("a letter on optics", "mail/telescope.eml", "eml", None, 1),
        ("frost", "mail/garden.mbox", "mbox", 0, 1),
    ]
    for _ in range(2):
        judgments = past.library.judgments()
        assert [
            (one.query, one.document.path, one.document.format, one.document.part, one.grade)
            for one in judgments
        ] == [(query, past.document(name), *rest) for query, name, *rest in expected]
        for one in judgments:
            content = Path(os.fsdecode(one.document.path)).read_bytes()
            assert one.document.sha256 == hashlib.sha256(content).digest()
        past.bring_up_to_date()


def test_excluded_files_stay_excluded(past: Past) -> None:
    past.bring_up_to_date()
    for name in ("notes/old.bak", "drafts/speech.txt"):
        assert past.library.file(past.document(name)) is None


def test_a_document_that_moves_or_is_copied_is_known_by_its_content(past: Past) -> None:
    notes, club = past.documents / "notes", past.documents / "club"
    (notes / "lighthouse.md").rename(club / "lighthouse.md")
    shutil.copy(notes / "日記.md", club)
    assert past.bring_up_to_date() == IndexingTotals(new=2, gone=1, read=2)
    assert (past.read, past.encoded) == (0, [])


def test_of_a_changed_document_only_the_changed_passage_is_encoded(past: Past) -> None:
    lighthouse = past.documents / "notes/lighthouse.md"
    text = lighthouse.read_text(encoding="utf-8")
    lighthouse.write_text(text.replace("the goats", "the cows"), encoding="utf-8")
    assert past.bring_up_to_date() == IndexingTotals(changed=1, read=1, encoded=1)
    (encoded,) = past.encoded
    assert "the cows" in encoded
    assert "The lamp burns" not in encoded


def test_afterwards_a_changed_file_and_a_new_one_are_indexed(past: Past, ask: Ask) -> None:
    past.bring_up_to_date()
    before = dict(past.rows("SELECT path, content_id FROM files"))
    changed, new = past.documents / "notes/Bäckerei.txt", past.documents / "notes/honey.txt"
    changed.write_text("Die Bäckerei verkauft jetzt auch Lebkuchen.", encoding="utf-8")
    new.write_text("Forty hives stand in the heather, and the bees are calm.", encoding="utf-8")
    done = past.bring_up_to_date()
    assert done == IndexingTotals(new=1, changed=1, read=2, encoded=2)
    assert past.read == 2
    assert len([text for text in past.encoded if "Lebkuchen" in text or "hives" in text]) == 2
    assert ask("Lebkuchen", Mode.WORDS) == ["Bäckerei.txt"]
    assert ask("Sauerteig", Mode.WORDS) == []
    assert ask("insects that make something sweet", Mode.MEANING)[0] == "honey.txt"
    after = dict(past.rows("SELECT path, content_id FROM files"))
    assert {path for path in after if after[path] != before.get(path)} == {
        bytes(changed),
        bytes(new),
    }
    again = past.library.mark("bees", bytes(new), right=True)
    assert replace(again, at=0.0) in [replace(one, at=0.0) for one in past.library.judgments()]
