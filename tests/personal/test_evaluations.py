"""The last evaluation is stored, for comparison with the next."""

from pathlib import Path

from alcove.personal import LibraryFolder, evaluations
from alcove.personal.evaluations import Evaluation


def test_before_the_first_there_is_none_and_no_file(tmp_path: Path) -> None:
    personal = LibraryFolder(tmp_path).personal
    assert evaluations.last(personal) is None
    assert not personal.exists()


def test_the_last_evaluation_comes_back_unchanged(tmp_path: Path) -> None:
    personal = LibraryFolder(tmp_path).personal
    first = Evaluation(9.5, "mini", 3, {"queries": 2, "modes": {"best": {"ndcg@10": 0.5}}})
    second = Evaluation(1.5, "large", 4, {"queries": 2, "modes": {"best": {"ndcg@10": 0.75}}})
    for run in (first, second):  # the clock may go back
        evaluations.append(personal, run)
        assert evaluations.last(personal) == run
