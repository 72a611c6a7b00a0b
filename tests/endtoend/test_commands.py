"""Every command with real files: what it returns, prints and leaves behind."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from .at_work import encoded, running, wait_for
from .conftest import Program, make, with_models

FERRY = "The ferry to the island leaves at dawn. It carries mail, bread and two bicycles."
BREAD = "# Rye bread\n\nMix the flour with water. Wait for a night.\n\n## Baking\n\nBake it hot.\n"
ACCENTS = "Été à Óbidos 🦊 — naïve façade.\n\nThe fox 🦊 sleeps beneath the old oak tree.\n"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few files; no test changes them."""
    folder = make(
        tmp_path_factory.mktemp("library of all") / "documents",
        {
            "ferry.txt": FERRY,
            "copies/ferry again.txt": FERRY,
            "bread.md": BREAD,
            "accents.txt": ACCENTS,
            "code/tide.py": "def tide(hour: int) -> float:\n    return hour / 12\n",
            ".hidden.txt": "hidden",
        },
    )
    day = datetime(2025, 3, 31, 23, 30).astimezone().timestamp()
    os.utime(folder / "bread.md", (day, day))
    return folder


@pytest.fixture(scope="module")
def indexed(documents: Path, models: Path) -> Program:
    """A library of them; tests only ask."""
    program = with_models(documents.parent / "library", models)
    program.index(documents)
    return program


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Files that the test may change."""
    return make(tmp_path / "own", {"ferry.txt": FERRY, "bread.md": BREAD})


def names(hits: list[dict[str, Any]]) -> list[str]:
    return [Path(hit["path"]).name for hit in hits]


class TestSearch:
    def test_codes_say_what_happened(self, indexed: Program, tmp_path: Path) -> None:
        assert indexed("search", "ferry").code == 0
        assert indexed("search", "--mode", "words", "zymurgy").code == 1
        assert indexed("search", "--type", "nonsense", "ferry").code == 2
        assert indexed("search", "--since", "2025-13-01", "ferry").code == 2
        assert indexed("search", "--limit", "0", "ferry").code == 2
        assert indexed("search").code == 2
        none = Program(tmp_path / "nowhere")("search", "ferry")
        assert (none.code, none.stdout) == (3, "")
        assert "alcove index" in none.stderr
        assert not (tmp_path / "nowhere").exists()

    def test_json_has_these_fields_and_no_others(self, indexed: Program) -> None:
        answer = indexed("search", "--json", "--limit", "2", "when", "does it leave").json
        assert set(answer) == {
            *("schema", "query", "mode", "coverage", "seconds", "verdict", "hits")
        }
        assert answer["schema"] == 1
        assert (answer["query"], answer["mode"]) == ("when does it leave", "best")
        assert answer["coverage"] == 1
        assert 0 < answer["seconds"] < 60
        assert len(answer["hits"]) == 2
        for hit in answer["hits"]:
            assert set(hit) == {
                *("path", "copies", "title", "type", "modified", "score", "page", "line"),
                *("passage", "matched", "why", "evidence"),
            }
            assert set(hit["passage"]) == {"text", "start", "end"}
            assert set(hit["matched"]) == {"meaning", "words"}
            assert set(hit["why"]) == {"meaning", "words", "weight"}
            assert datetime.fromisoformat(hit["modified"]).tzinfo is not None
            assert 0 <= hit["score"] <= 1

    def test_evidence_has_its_places_in_the_text_of_the_file(
        self, indexed: Program, documents: Path
    ) -> None:
        (hit, *_) = indexed.hits("where does the fox sleep")
        assert Path(hit["path"]) == documents / "accents.txt"
        sentence, *words = hit["evidence"]
        shown = [ACCENTS[part["start"] : part["end"]] for part in (sentence, *words)]
        assert shown == ["The fox 🦊 sleeps beneath the old oak tree.", "fox 🦊 sleeps"]
        assert (sentence["kind"], sentence["how"]) == ("sentence", "words")
        assert {(part["kind"], part["how"]) for part in words} == {("word", "words")}
        (hit, *_) = indexed.hits("--mode", "meaning", "an animal takes a rest")
        assert hit["evidence"][0]["how"] == "meaning"

    def test_why_adds_up_to_the_score(self, indexed: Program) -> None:
        for mode, weight in (("words", 1), ("meaning", 0), ("best", None)):
            for hit in indexed.hits("--mode", mode, "when does the ferry leave"):
                why = hit["why"]
                whole = (1 - why["weight"]) * why["meaning"] + why["weight"] * why["words"]
                assert hit["score"] == pytest.approx(whole, abs=1e-5)
                assert weight in (None, why["weight"])

    def test_what_was_corrected_is_told_where_something_was(self, indexed: Program) -> None:
        answer = indexed("search", "--json", "islannd").json
        assert answer["corrected"] == ["island"]
        assert "island" in indexed("search", "islannd").stderr

    def test_phrases_and_exclusions(self, indexed: Program) -> None:
        (hit,) = indexed.hits('"leaves at dawn"')
        assert Path(hit["path"]).name.startswith("ferry")
        assert indexed.hits('"dawn at leaves"') == []
        assert not {"ferry.txt", "ferry again.txt"} & set(names(indexed.hits("bread", "-bicycles")))

    def test_filters_alone_list_the_newest_first(self, indexed: Program) -> None:
        ended = indexed("search", "--json", "type:txt,md")
        assert ended.code == 0
        assert ended.json["verdict"] == "relevant"
        hits = ended.json["hits"]
        assert names(hits)[-1] == "bread.md"
        assert len(hits) == 3
        times = [datetime.fromisoformat(hit["modified"]) for hit in hits]
        assert times == sorted(times, reverse=True)

    def test_what_is_like_a_file(self, indexed: Program, documents: Path) -> None:
        hits = indexed.hits(f'similar:"{documents / "ferry.txt"}"')
        assert not {"ferry.txt", "ferry again.txt"} & set(names(hits))
        assert len(hits) == 3

    def test_what_is_like_a_file_without_text_here_is_pointed_at(
        self, indexed: Program, documents: Path
    ) -> None:
        ended = indexed("search", f'boat similar:"{documents / ".hidden.txt"}"')
        assert (ended.code, ended.stdout) == (2, "")
        assert "no text in the library" in ended.stderr
        assert "alcove why" in ended.stderr
        assert "^^^" in ended.stderr

    def test_a_terminal_shows_the_answer_and_on_demand_the_reasons(self, indexed: Program) -> None:
        told = indexed("search", "--explain", "where does the fox sleep").stdout
        assert "The fox 🦊 sleeps beneath the old oak tree." in told
        assert "which counts" in told
        assert "which counts" not in indexed("search", "where does the fox sleep").stdout

    def test_nothing_found_is_json_too(self, indexed: Program) -> None:
        ended = indexed("search", "--json", "--mode", "words", "zymurgy")
        assert (ended.code, ended.json["hits"]) == (1, [])

    def test_offsets_count_the_text_of_the_file(self, indexed: Program, documents: Path) -> None:
        hit = indexed.hits("where does the fox sleep")[0]
        assert Path(hit["path"]) == documents / "accents.txt"
        passage = hit["passage"]
        assert ACCENTS[passage["start"] : passage["end"]] == passage["text"]
        assert "fox" in passage["text"]
        assert ACCENTS[: passage["start"]].count("\n") + 1 == hit["line"]

    def test_modes_ask_one_arm(self, indexed: Program) -> None:
        for hit in indexed.hits("--mode", "words", "ferry"):
            assert hit["matched"]["meaning"] is None
        for hit in indexed.hits("--mode", "meaning", "ferry"):
            assert hit["matched"]["words"] is None

    def test_meaning_finds_other_words(self, indexed: Program) -> None:
        assert names(indexed.hits("--mode", "meaning", "a boat in the early morning"))[0] in {
            "ferry.txt",
            "ferry again.txt",
        }

    def test_the_same_document_is_one_hit(self, indexed: Program, documents: Path) -> None:
        hits = [hit for hit in indexed.hits("ferry") if "ferry" in hit["path"]]
        assert len(hits) == 1
        assert {hits[0]["path"], *hits[0]["copies"]} == {
            str(documents / "ferry.txt"),
            str(documents / "copies/ferry again.txt"),
        }

    def test_type(self, indexed: Program) -> None:
        assert names(indexed.hits("--type", "md", "ferry")) == ["bread.md"]
        assert set(names(indexed.hits("--type", "md,py", "tide"))) == {"bread.md", "tide.py"}

    def test_folder(self, indexed: Program, documents: Path) -> None:
        (hit,) = indexed.hits("--folder", documents / "copies", "ferry")
        assert hit["path"] == str(documents / "copies/ferry again.txt")
        assert hit["copies"] == []
        assert indexed.hits("--folder", documents / "none", "ferry") == []

    def test_days_are_whole(self, indexed: Program) -> None:
        assert names(indexed.hits("--until", "2025-03-31", "bread")) == ["bread.md"]
        assert names(indexed.hits("--since", "2025-03-31", "--until", "2025-03-31", "bread")) == [
            "bread.md"
        ]
        assert indexed.hits("--until", "2025-03-30", "bread") == []
        assert "bread.md" not in names(indexed.hits("--since", "2025-04-01", "bread"))
        tomorrow = f"{datetime.now().astimezone() + timedelta(days=1):%Y-%m-%d}"
        assert len(indexed.hits("--until", tomorrow, "bread")) == 4

    def test_the_library_may_be_named_after_the_command(self, indexed: Program) -> None:
        other = Program(Path("/nonexistent"))
        assert other("search", "--library", indexed.library, "ferry").code == 0

    def test_the_reference_libraries_are_not_loaded(self, indexed: Program) -> None:
        code = """
import sys
from pathlib import Path
from alcove.guard import arm
arm()
from alcove.library import Library
from alcove.search.question.query import plain
with Library(Path(sys.argv[1])).searcher() as searcher:
    print(len(searcher.search(plain("ferry")).hits))
print([name for name in ("torch", "sentence_transformers", "transformers") if name in sys.modules])
"""
        done = subprocess.run(
            [sys.executable, "-c", code, indexed.library],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines() == ["4", "[]"]


class TestIndex:
    def test_a_second_run_encodes_nothing(self, indexed: Program) -> None:
        told = indexed.index().stdout
        assert told.startswith("0 new, 0 changed, 0 gone; 0 passages encoded")

    def test_the_same_document_under_two_paths_is_read_once(self, indexed: Program) -> None:
        status = indexed.status()
        assert (status["files"], status["documents"]) == (5, 4)
        assert status["coverage"] == 1
        assert status["folders"][0]["excluded"] == {"hidden (its name begins with a dot)": 1}

    def test_each_change_on_the_disk_costs_no_more_than_itself(
        self, program: Program, own: Path
    ) -> None:
        chapters = [f"# Chapter {n}\n\n" + f"Sentence {n} of a long tale. " * 40 for n in range(20)]
        (own / "tale.md").write_text("\n\n".join(chapters))
        assert encoded(program.index(own).stdout) > 20

        make(own, {"new.txt": "A new one."})
        ended = program("why", own / "new.txt")
        assert (ended.code, "No scan has seen it yet" in ended.stdout) == (1, True)

        (own / "elsewhere").mkdir()
        (own / "new.txt").unlink()
        (own / "ferry.txt").rename(own / "elsewhere" / "boat.txt")
        told = program.index().stdout
        assert told.startswith("1 new, 0 changed, 1 gone; 0 passages encoded")
        assert program.hits("ferry")[0]["path"] == str(own / "elsewhere" / "boat.txt")

        chapters[10] += "\n\nA zeppelin appears."
        (own / "tale.md").write_text("\n\n".join(chapters))
        (own / "elsewhere" / "boat.txt").unlink()
        told = program.index().stdout
        assert told.startswith("0 new, 1 changed, 1 gone")
        assert 1 <= encoded(told) <= 3
        assert names(program.hits("zeppelin"))[0] == "tale.md"
        assert "boat.txt" not in names(program.hits("ferry"))
        assert program.hits("--mode", "words", "ferry") == []

    def test_without_folders_it_says_what_to_do(self, tmp_path: Path) -> None:
        ended = Program(tmp_path / "library")("index")
        assert (ended.code, "alcove index FOLDER" in ended.stderr) == (3, True)

    def test_a_folder_that_is_not_there_is_wrong_use(self, program: Program) -> None:
        assert program("index", "/nonexistent/folder").code == 2

    def test_what_it_writes_belongs_to_the_user_alone(
        self, tmp_path: Path, models: Path, own: Path
    ) -> None:
        program = Program(tmp_path / "fresh")
        own_models = tmp_path / "fresh" / "models"
        assert program("index").code == 3  # makes nothing, so that we do not either
        shutil.copytree(models, own_models)
        tmp_path.joinpath("fresh").chmod(0o700)
        program.index(own)
        modes = {
            path.relative_to(program.library).as_posix(): stat.S_IMODE(path.stat().st_mode)
            for path in (program.library, *program.library.rglob("*"))
        }
        wrong = {
            name: oct(mode)
            for name, mode in modes.items()
            if mode != (0o700 if (program.library / name).is_dir() else 0o600)
        }
        assert wrong == {}

    def test_the_library_folder_is_made_closed(self, own: Path, tmp_path: Path) -> None:
        program = Program(tmp_path / "deep" / "library")
        with running(program, own) as indexing:
            wait_for(indexing, "Looking at folders")
            assert stat.S_IMODE(program.library.stat().st_mode) == 0o700
            indexing.send_signal(signal.SIGINT)
            assert indexing.wait() in (0, 130)


class TestWhy:
    def test_a_file_that_can_be_found(self, indexed: Program, documents: Path) -> None:
        ended = indexed("why", documents / "ferry.txt")
        assert ended.code == 0
        assert "✗" not in ended.stdout
        assert "It was read as txt" in ended.stdout
        assert "Every passage has a vector" in ended.stdout

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            (".hidden.txt", "A rule excludes it"),
            ("nothing.txt", "It is not on the disk now"),
            ("../library", "It is in no folder of this library"),
        ],
    )
    def test_a_file_that_cannot(
        self, indexed: Program, documents: Path, name: str, told: str
    ) -> None:
        ended = indexed("why", documents / name)
        assert ended.code == 1
        assert "✗" in ended.stdout.splitlines()[-1]
        assert told in ended.stdout.splitlines()[-1]

    def test_a_relative_path(self, indexed: Program, documents: Path) -> None:
        assert indexed("why", "ferry.txt", cwd=documents).code == 0


class TestForget:
    def test_it_removes_all_of_one_folder_and_touches_no_file(
        self, program: Program, own: Path, tmp_path: Path
    ) -> None:
        other = make(tmp_path / "other", {"tide.txt": "The xylophone of the tide."})
        program.index(own, other)
        ended = program("forget", other)
        assert (ended.code, "with 1 file." in ended.stdout) == (0, True)
        assert (other / "tide.txt").exists()
        assert program.hits("--mode", "words", "xylophone") == []
        assert [folder["path"] for folder in program.status()["folders"]] == [str(own)]
        kept = b"".join(p.read_bytes() for p in program.library.glob("index.db*"))
        assert b"xylophone" not in kept
        assert b"ferry" in kept
        ended = program("forget", other)
        assert (ended.code, "not in this library" in ended.stderr) == (3, True)


class TestStatus:
    def test_of_nothing(self, tmp_path: Path) -> None:
        program = Program(tmp_path / "none")
        assert program.status()["files"] == 0
        assert "No folders yet" in program("status").stdout
        assert not program.library.exists()

    @pytest.mark.skipif(
        sys.platform != "linux" or os.uname().machine != "x86_64", reason="Linux on x86-64"
    )
    def test_the_kernel_guards(self, indexed: Program) -> None:
        assert indexed.status()["guard"]["level"] == "kernel"

    def test_counts(self, indexed: Program) -> None:
        status = json.loads(indexed("status", "--json").stdout)
        assert status["schema"] == 1
        assert status["waiting"] == 0
        assert status["failures"] == {"by_reason": {}, "files": []}
        assert status["bytes"]["total"] == sum(
            size for name, size in status["bytes"].items() if name != "total"
        )
