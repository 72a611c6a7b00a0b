"""Kills the indexer again and again, and demands that the next run makes good what it left.

    python tests/benchmarks/kills.py [--kills N] [--files N] [--seed N] [--models FOLDER]

Each kill strikes a library of its own at a pseudo-random moment of its first run; a second run
goes to the end, and all that it holds is compared with a library that nobody disturbed. Prints a
table; ends with 1 where anything differs.
"""

import argparse
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

MIN_COSINE = 0.9999  # the batches differ, and vectors are kept as float16
QUERIES = ("harbour", "copper kettle", "winter ledger audit", "the violin of the engineer")
_WORDS = """
    amber anchor apricot archive audit bakery barley basin beacon bicycle bridge canal candle
    chapel chimney cinder citrus clockmaker comet copper corridor cotton desert dock engineer
    falcon ferry fiddle flour forest garnet glacier granite harbour hazel honey island ivory
    kettle kiln lantern ledger lighthouse linen magnet maple marble meadow mill monsoon mosaic
    needle nickel oak orchard oyster paddle parchment pepper pigeon plaster quarry rail reed
    river rope saddle saffron sail salt sparrow spindle starling steam stone sugar telescope
    thistle timber tin tower turnip valley velvet vineyard violin walnut weaver willow winter
"""


@dataclass(frozen=True)
class Killed:
    """One kill: when it came, what the indexer had told last, and what it had stored."""

    after: float
    told: str
    stored: str


@dataclass(frozen=True)
class Content:
    """What a library holds, in an order and under names that no run decides."""

    files: list[tuple[Any, ...]]
    passages: list[tuple[Any, ...]]
    vectors: dict[bytes, bytes]
    hits: dict[str, list[tuple[Any, ...]]]
    integrity: str


def main() -> int:
    """Prints a table; 0 if no kill made a difference."""
    options = read_options()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}, {options.files} files", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch).resolve()
        documents = make_documents(top / "documents", options.files)
        models = options.models or prepare_model(top / "first")
        whole = new_library(top / "whole", models)
        started = time.monotonic()
        run(whole, "index", str(documents))
        usual = time.monotonic() - started
        expected = content_of(whole)
        print(f"{len(expected.passages)} passages; undisturbed run {usual:.1f} s")
        print(f"{'kill':>4} {'after':>7}  {'stored by then':32} {'told last':36} afterwards")
        differing = 0
        for number in range(options.kills):
            library = new_library(top / f"killed-{number}", models)
            killed = kill_at(chance.uniform(0.2, usual), library, documents)
            run(library, "index", str(documents))
            found = differences(expected, content_of(library))
            differing += bool(found)
            shutil.rmtree(library)
            print(
                f"{number + 1:4} {killed.after:5.2f} s  {killed.stored:32} {killed.told:36} "
                f"{'; '.join(found) or 'the same'}",
                flush=True,
            )
    print(f"{differing} of {options.kills} kills made a difference")
    return int(differing > 0)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="kill -9, then a run to the end.")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--models", type=Path, help="a library's models, to save a conversion")
    return parser.parse_args()


def make_documents(folder: Path, number: int) -> Path:
    """Small texts in a few folders, the same for each number; every tenth is a copy."""
    chance = random.Random(7)
    text = ""
    for index in range(number):
        if index % 10 != 9:
            text = make_text(chance)
        path = folder / f"part {index % 7}" / f"{index:04}.{('txt', 'md')[index % 2]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def make_text(chance: random.Random) -> str:
    paragraphs = []
    for _ in range(chance.randint(1, 12)):
        sentences = (chance.choices(_WORDS.split(), k=chance.randint(6, 18)) for _ in range(5))
        paragraphs.append(" ".join(f"The {' '.join(words)}." for words in sentences))
    return "\n\n".join(paragraphs) + "\n"


def prepare_model(library: Path) -> Path:
    """Index one file, so that the model is converted; return where it lies."""
    documents = library.with_name("one document")
    documents.mkdir()
    (documents / "one.txt").write_text("one document")
    run(library, "index", str(documents))
    return library / "models"


def new_library(library: Path, models: Path) -> Path:
    shutil.copytree(models, library / "models")
    return library


def command(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "alcove", "--library", str(library), *arguments]


def run(library: Path, *arguments: str, codes: Sequence[int] = (0,)) -> str:
    """Run a command to its end; return what it printed."""
    done = subprocess.run(command(library, *arguments), capture_output=True, text=True, check=False)
    if done.returncode not in codes:
        raise RuntimeError(f"alcove {arguments[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def kill_at(seconds: float, library: Path, documents: Path) -> Killed:
    """Start indexing and kill it after so many seconds, unless it ends before."""
    started = time.monotonic()
    with subprocess.Popen(
        command(library, "index", str(documents)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as indexing:
        try:
            indexing.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            indexing.send_signal(signal.SIGKILL)
        after = time.monotonic() - started
        indexing.wait()
        assert indexing.stderr is not None
        lines = indexing.stderr.read().splitlines()
    last = lines[-1] if lines else "nothing"
    return Killed(after, last if indexing.returncode else "it had ended", stored_in(library))


def stored_in(library: Path) -> str:
    """How much the killed run had stored, seen in a copy: opening a database can mend it."""
    with tempfile.TemporaryDirectory() as scratch:
        for part in library.glob("index.db*"):
            shutil.copy(part, scratch)
        copy = Path(scratch) / "index.db"
        if not copy.exists():
            return "no index"
        with closing(sqlite3.connect(copy)) as connection:
            try:
                counts = [
                    connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("files", "contents", "vectors")
                ]
            except sqlite3.OperationalError:
                return "no tables"
    return "{} files, {} read, {} vectors".format(*counts)


def content_of(library: Path) -> Content:
    with closing(sqlite3.connect(library / "index.db")) as connection:
        files = connection.execute(
            "SELECT f.path, f.size, f.mtime_ns, f.reason, c.sha256, c.format, c.reason"
            " FROM files f LEFT JOIN contents c ON c.id = f.content_id ORDER BY f.path"
        ).fetchall()
        passages = connection.execute(
            'SELECT c.sha256, c.format, d.part, p.start, p."end", p.line, p.headings, i.hash'
            " FROM passages p JOIN documents d ON d.id = p.document_id"
            " JOIN contents c ON c.id = d.content_id JOIN inputs i ON i.id = p.input_id"
            " ORDER BY 1, 2, 3, 4, 5"
        ).fetchall()
        vectors = connection.execute(
            "SELECT i.hash, v.vector FROM vectors v JOIN inputs i ON i.id = v.input_id"
        )
        integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        stored = dict(vectors)
    integrity = "broken references" if broken else integrity
    return Content(files, passages, stored, {q: hits(library, q) for q in QUERIES}, integrity)


def hits(library: Path, query: str) -> list[tuple[Any, ...]]:
    """All that the words find, with the BM25 to three digits: rows may be stored in any order."""
    told = run(
        library, "search", "--mode", "words", "--limit", "1000", "--json", query, codes=(0, 1)
    )
    return sorted(
        (hit["path"], tuple(hit["copies"]), f"{hit['matched']['words']:.3g}")
        for hit in json.loads(told)["hits"]
    )


def differences(expected: Content, found: Content) -> list[str]:
    """What is not as it should be, each in a few words."""
    wrong = []
    if found.integrity != "ok":
        wrong.append(f"integrity check: {found.integrity}")
    if found.files != expected.files:
        wrong.append(f"{len(found.files)} files, not the {len(expected.files)} expected")
    if found.passages != expected.passages:
        wrong.append(f"{len(found.passages)} passages, not the {len(expected.passages)} expected")
    if found.vectors.keys() != expected.vectors.keys():
        wrong.append(f"{len(found.vectors)} vectors, not the {len(expected.vectors)} expected")
    elif (least := least_cosine(expected.vectors, found.vectors)) < MIN_COSINE:
        wrong.append(f"a vector with cosine {least:.6f}")
    wrong += [
        f"other words hits for “{query}”"
        for query in QUERIES
        if found.hits[query] != expected.hits[query]
    ]
    return wrong


def least_cosine(expected: dict[bytes, bytes], found: dict[bytes, bytes]) -> float:
    order = sorted(expected)
    one, other = (
        np.frombuffer(b"".join(vectors[key] for key in order), "<f2")
        .reshape(len(order), -1)
        .astype(np.float32)
        for vectors in (expected, found)
    )
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return float((np.einsum("nd,nd->n", one, other) / lengths).min())


if __name__ == "__main__":
    sys.exit(main())
