"""The calibration probes: everyday questions in each language."""

from alcove.search.calibration.probes import probes
from alcove.search.ranking.score_scales import ANY


def test_each_language_has_enough_questions_and_no_question_twice() -> None:
    assert ANY in probes()
    for language, asked in probes().items():
        assert len(set(asked)) == len(asked) >= 16, language
        assert all(text == text.strip() != "" for text in asked)
