"""Sentence and line boundaries."""

import pytest

from alcove.documents.passages.sentences import line_starts, sentence_starts


@pytest.mark.parametrize(
    "sentences",
    [
        ["One. ", "Two! ", "Three?"],
        ["He said \N{LEFT DOUBLE QUOTATION MARK}no.\N{RIGHT DOUBLE QUOTATION MARK} ", "She left."],
        ["Dr. Who met J. Doe, e.g. in Fig. 3. ", "They spoke."],
        ["Version 3.11 is out, see p. 5 and etc. for more. ", "Good."],
        ["今日は晴れです。", "明日は雨です！", "本当？」", "はい"],  # noqa: RUF001
        ["A paragraph without an end\n\n", "another one"],
        ["broken over\nlines. ", "Next"],
        ["Это конец. ", "Новое."],
    ],
)
def test_sentences_end_where_a_reader_would_say(sentences: list[str]) -> None:
    starts = [sum(map(len, sentences[:at])) for at in range(1, len(sentences))]
    assert sentence_starts("".join(sentences)) == starts


def test_lines_begin_after_line_ends() -> None:
    assert line_starts("a\n\nb") == [0, 2, 3]
