"""Words are found at their positions, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.language import LONGEST, fold, surface, words

TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="aÄßøЖйΣ漢かが한ไทยิ्हि\u0301\u200d_-./@&+#A9 '\n", max_size=80),
)


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@given(TEXTS)
def test_every_word_is_at_its_position(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.folded
        assert word.folded
        assert not set(word.folded) & set(" \t\n\r")
        assert len(word.folded.encode(errors="surrogatepass")) <= LONGEST


@given(TEXTS)
def test_words_come_in_the_order_of_the_text(text: str) -> None:
    ends = [word.end for word in words(text) if not word.whole]
    assert all(start.start <= end for start, end in zip(words(text)[1:], ends[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" .,!-_ ", []),
        ("The end.", ["the", "end"]),
        ("don't", ["don", "t"]),
        ("l'été", ["l", "ete"]),
        ("Straße Łódź naïve ﬁn ＡＢＣ", ["strasse", "lodz", "naive", "fin", "abc"]),
        ("e\u0301cole co\u00adoperate", ["ecole", "cooperate"]),
        ("Ёлка Йод Ὀδυσσεύς", ["елка", "йод", "οδυσσευσ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("snake_case", ["snake_case", "snake", "case"]),
        ("__init__", ["init"]),
        ("CamelCase", ["camelcase", "camel", "case"]),
        ("HTMLPages PDFs", ["htmlpages", "html", "pages", "pdfs"]),
        ("kebab-case", ["kebab-case", "kebab", "case"]),
        ("part-no 4711-B/2", ["part-no", "part", "no", "4711-b/2", "4711", "b", "2"]),
        ("0x80070057", ["0x80070057", "80070057"]),
        ("v2.3.1.", ["v2.3.1", "v2", "3", "1"]),
        ("a.b@host.org", ["a.b@host.org", "a", "b", "host", "org"]),
        ("C++ and C#", ["c++", "c", "and", "c#", "c"]),
        ("R&D", ["r&d", "r", "d"]),
        ("covid19", ["covid19", "covid", "19"]),
        ("北京大学", ["北京", "京大", "大学"]),
        ("犬。猫", ["犬", "猫"]),
        ("2024年", ["2024", "年"]),
        ("データ", ["デー", "ータ"]),
        ("서울에서 왔다", ["서울", "울에", "에서", "왔다"]),
        ("ที่นี่", ["ที่นี่"]),
        ("x" * 65, []),
    ],
)
def test_a_text_has_these_words(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


def test_a_long_path_is_not_one_identifier_but_all_its_parts() -> None:
    path = "/".join("abcdefghi")
    assert folded(path) == list("abcdefghi")


def test_a_lone_character_is_marked_and_a_bigram_is_not() -> None:
    assert [word.lone for word in words("犬 大学")] == [True, False]


def test_the_surface_of_a_text_is_its_runs_of_letters() -> None:
    assert surface("The Snake_Case of 4711-B — 北京 «Été»") == [
        *("the", "snake", "case", "of", "4711", "b", "ete")
    ]
