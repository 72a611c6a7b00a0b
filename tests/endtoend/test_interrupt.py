"""Ctrl-C and a second command at any moment: what was done is kept, and others go on."""

import signal
from pathlib import Path

from .at_work import encoded, running, wait_for
from .conftest import Program, make

MANY = 300  # passages to encode: long enough that a second indexer finds the first at work


class TestInterrupt:
    def test_ctrl_c_keeps_what_was_done_and_the_next_run_goes_on(
        self, program: Program, tmp_path: Path
    ) -> None:
        many = many_passages(tmp_path / "many", MANY)
        with running(program, many) as indexing:
            wait_for(indexing, "Encoding passages")
            assert (program("search", "--mode", "words", "number 7").code) == 0
            indexing.send_signal(signal.SIGINT)
            assert indexing.wait() == 130
            assert indexing.stderr is not None
            assert "Stopped." in indexing.stderr.read()
        left = program.status()
        assert left["coverage"] < 1
        assert left["passages"] >= MANY
        told = program.index().stdout
        done = round(left["coverage"] * left["passages"])
        assert encoded(told) == left["passages"] - done
        assert program.status()["coverage"] == 1

    def test_a_second_index_waits_for_the_first_one_and_adds_to_its_work(
        self, program: Program, tmp_path: Path
    ) -> None:
        many = many_passages(tmp_path / "many", MANY)
        later = make(tmp_path / "later", {"note.md": "The gardener oils the gate in spring."})
        with running(program, many) as indexing:
            wait_for(indexing, "Encoding passages")
            second = program("index", later)
            assert indexing.wait() == 0
        assert second.code == 0, second.stderr
        assert "1 new" in second.stdout
        status = program.status()
        assert (status["coverage"], status["files"]) == (1, len(list(many.iterdir())) + 1)

    def test_forget_works_beside_it_and_a_second_one_takes_over_where_it_is_interrupted(
        self, program: Program, tmp_path: Path
    ) -> None:
        many = many_passages(tmp_path / "many", 2 * MANY)
        other = make(tmp_path / "other", {"note.md": "The gardener oils the gate in spring."})
        with running(program, other, many) as first:
            wait_for(first, "Encoding passages")
            told = program("forget", other)
            with running(program) as second:
                wait_for(second, "Encoding passages")
                first.send_signal(signal.SIGINT)
                assert first.wait() == 130
                assert second.wait() == 0
        assert told.code == 0, told.stderr
        assert "with 1 file." in told.stdout
        status = program.status()
        assert status["coverage"] == 1
        assert [folder["path"] for folder in status["folders"]] == [str(many)]
        assert program("search", "--mode", "words", "gardener").code == 1


def many_passages(folder: Path, number: int) -> Path:
    """Files with as many passages as they have chapters, each unlike the others."""
    chapters = [
        f"# Number {n}\n\n" + f"Item {n} lies in drawer {n % 97}. " * 25 for n in range(number)
    ]
    size = 100
    files = {f"{at}.md": "\n\n".join(chapters[at : at + size]) for at in range(0, number, size)}
    return make(folder, files)
