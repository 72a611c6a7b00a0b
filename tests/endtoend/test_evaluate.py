"""`alcove evaluate` as people run it: its report, its JSON, its picture, and Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from .conftest import Program

TOPICS = ("bread", "ferry", "boiler", "fox", "piano", "taxes", "honey", "glacier")
MANY = 3000  # questions: long enough that an interrupt comes between two of them


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    return write_set(tmp_path / "topics", questions=16)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def write_set(folder: Path, questions: int) -> Path:
    folder.mkdir()
    documents = [
        {"_id": number, "text": f"Note {number} says that the {topic} is number {number}."}
        for number, topic in enumerate(TOPICS * 3)
    ]
    asked = [
        {"_id": f"q{number}", "text": f"which note is on {TOPICS[number % 8]}"}
        for number in range(questions)
    ]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, asked)))
    rows = [
        f"q{number}\t{number % 8 + 8 * copy}\t1" for number in range(questions) for copy in range(3)
    ]
    (folder / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *rows, "q0\tno\t1"]))
    return folder


def test_a_set_is_reported_as_json_and_drawn(
    program: Program,
    labelled: Path,
    elsewhere: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture, home = tmp_path / "plot.svg", tmp_path / "home"
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(home))
    ended = program("evaluate", labelled, "--json", "--halves", "2", "--plot", picture)

    assert ended.code == 0, ended.stderr
    told = ended.json
    assert (told["dataset"], told["model"]) == ("topics", "all-MiniLM-L6-v2")
    assert (told["documents"], told["passages"], told["queries"]) == (24, 24, 16)
    assert told["modes"].keys() == {"words", "meaning", "best"}
    for figures in told["modes"].values():
        assert {"ndcg@10", "recall@10", "recall@100", "mrr@10", "seconds_per_query"} <= set(figures)
        low, high = figures["ndcg@10_interval"]
        assert 0.3 < low <= figures["ndcg@10"] <= high <= 1
    assert len(told["halves"]) == 2
    assert told["left_out"] == {"judgments of unknown or empty documents": 1}
    assert "Left out: judgments of unknown or empty documents (1)." in ended.stderr
    assert f"{told['modes']['best']['ndcg@10']:.3f}".lstrip("0") in picture.read_text("utf-8")
    assert ET.parse(picture).getroot().tag.endswith("svg")
    assert not list(elsewhere.glob("alcove-[ep]*"))
    assert not list(home.rglob("*matplotlib*"))  # which would keep a list of fonts there
    assert not (program.library / "index.db").exists()


def test_a_report_is_read_in_eighty_columns(
    program: Program, labelled: Path, tmp_path: Path
) -> None:
    command = ("evaluate", labelled, "--dimension", "32", "--dimension", "384")
    ended = program(*command, "--keep", tmp_path / "kept", "--halves", "1")

    assert ended.code == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert len([line for line in lines if re.match(r" (words|meaning|best) ", line)]) == 6
    assert len([line for line in lines if line.startswith("Recall@10 of best is")]) == 2
    assert "Side by side" in ended.stdout
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == [
        "documents",
        "evaluation.json",
        "libraries",
        "models",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent as a signal")
def test_an_interrupt_ends_it_and_nothing_is_left(
    program: Program, tmp_path: Path, elsewhere: Path
) -> None:
    command = program.command("evaluate", write_set(tmp_path / "many", MANY), "--mode", "words")
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stderr is not None
        for line in child.stderr:
            if line.startswith("Asking questions"):
                os.kill(child.pid, signal.SIGINT)
                break
        rest = child.stderr.read()
    assert child.returncode == 130
    assert "Nothing was kept" in rest
    assert not list(elsewhere.glob("alcove-evaluate-*"))
