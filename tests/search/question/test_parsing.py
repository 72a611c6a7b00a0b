"""Any typed text parses to a query; only invalid filter values are errors."""

import os
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alcove.search.filtering.filters import Filters
from alcove.search.question.parsing import parse
from alcove.search.question.query import Query, QueryContext, QueryError
from alcove.search.question.serialization import format_query

HOME = str(Path("/home/anna").absolute())
AROUND = QueryContext(datetime(2025, 3, 31, 15, 30).astimezone(), HOME)
WORD = ("docx", "doc", "odt", "rtf")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="absolute paths begin with /")

# Pieces out of which anything that looks like the language is made.
PIECES = [
    *("type:", "folder:", "name:", "since:", "until:", "lang:", "similar:", "TYPE:", "note:"),
    *("pdf", "work", "2025", "2025-03", "today", "7d", "de", "~/a", "/a/b", "./x", "C:\\x", "*"),
    *('"', "„", "“", "”", "«", "»", "「", "」", "-", "--", "\\", "\\\\", ",", ":", " ", "  ", "\n"),
    *(
        "word",
        "Wörter",
        "東京",
        "🙂",
        "-5",
        "°C",
        "\0",
        "\ud800",
        "\udc80",
        "\u200b",
        "\u202e",
        "ß",
    ),
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60)


def asked(typed: str, *, typing: bool = False, folder: str | None = None) -> Query:
    return parse(typed, typing=typing, around=replace(AROUND, folder=folder))


def filtered(typed: str, *, typing: bool = False) -> Filters:
    return asked(typed, typing=typing).filters


def day(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day).astimezone()


def same(query: Query) -> Query:
    """Return the query without its typed text."""
    return replace(query, typed="", typing=False)


@pytest.mark.parametrize(
    ("typed", "text", "phrases", "excluded"),
    [
        ("", "", (), ()),
        ("  two \n words ", "two words", (), ()),
        ('the "exact  phrase" now', "the exact phrase now", ("exact phrase",), ()),
        ('"one" "two three"', "one two three", ("one", "two three"), ()),
        ("„so ist es“ «ça va» “yes” »nein« ”ja”", "so ist es ça va yes nein ja", None, ()),
        ("「機械学習」とは", "機械学習 とは", ("機械学習",), ()),
        ('"never closed', "never closed", ("never closed",), ()),
        ('"say ""hi"" to"', 'say "hi" to', ('say "hi" to',), ()),
        ('report -draft -"first try" -„alt“', "report", (), ("draft", "first try", "alt")),
        ("-o'neil -well-known -Ünal", "", (), ("o'neil", "well-known", "Ünal")),
        ('"?!" ""', "?!", (), ()),
        ("twice twice -no -no", "twice twice", (), ("no",)),
    ],
)
def test_words_phrases_and_exclusions(
    typed: str, text: str, phrases: tuple[str, ...] | None, excluded: tuple[str, ...]
) -> None:
    query = asked(typed)
    assert (query.typed, query.text, query.excluded) == (typed, text, excluded)
    expected = ("so ist es", "ça va", "yes", "nein", "ja") if phrases is None else phrases
    assert query.phrases == expected


@pytest.mark.parametrize(
    "typed",
    [
        "note: call Bob",
        "at 12:30 :smile:",
        "https://example.org/a?type:pdf",
        r"C:\type:pdf \\server\share",
        "Name: John Type: Folder:",
        "well-known state-of-the-art",
        "-5 °C -3dB -0.5",
        "a - b \u2013 c — d -- e -> f -, -)",
        "--option",
        "5\" disk 6'2",
        "Home » Products » Shoes",
        "atype:pdf (type:pdf",
        'name:"" type:,',
        "\u2013dash \u2212minus",
        "🙂 -🙂",
    ],
)
def test_what_looks_like_an_operator_but_is_none_is_text(typed: str) -> None:
    assert same(asked(typed)) == Query("", " ".join(typed.split()))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (r"\type:pdf", "type:pdf"),
        (r"\-draft", "-draft"),
        (r"\"quoted\"", r'"quoted\"'),
        (r"\\type:pdf", r"\type:pdf"),
        (r"\-type:pdf", "-type:pdf"),
        (r"\plain \ ", r"\plain \ "),
    ],
)
def test_a_backslash_makes_text_of_what_follows(typed: str, text: str) -> None:
    assert same(asked(typed)) == Query("", text.strip())


def test_quotes_make_text_of_an_operator() -> None:
    assert same(asked('"type:pdf"')) == Query("", "type:pdf", phrases=("type:pdf",))
    assert asked('-"type:pdf"').excluded == ("type:pdf",)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("type:pdf", Filters(types=("pdf",))),
        ("TYPE:PDF,.md", Filters(types=("pdf", "md"))),
        ("type:pdf type:word", Filters(types=("pdf", *WORD))),
        ("type:mails", Filters(types=("eml", "msg", "mbox"))),
        ("type:pictures type:py", Filters(types=("image", "code"))),
        ("-type:xls,csv", Filters(without_types=("xls", "csv"))),
        ("folder:work", Filters(folders=("work",))),
        (r"folder:work\2025/ folder:./a", None),
        ('folder:"My Documents",work/2025', Filters(folders=("My Documents", "work/2025"))),
        ("-folder:work", Filters(without_folders=("work",))),
        ("name:draft name:*.pdf", Filters(names=("draft", "*.pdf"))),
        ('name:"tax  return",2024', Filters(names=("tax return", "2024"))),
        ("-name:draft", Filters(without_names=("draft",))),
        ("lang:de lang:English", Filters(languages=("de", "en"))),
        ("-lang:nb", Filters(without_languages=("no",))),
        ("since:2025", Filters(since=day(2025))),
        ("since:2024-2 since:2025-03-09", Filters(since=day(2025, 3, 9))),
        ("until:2024", Filters(until=day(2025))),
        ("until:2024-12 until:2025.01.31", Filters(until=day(2025))),
        ("until:2024-02-29", Filters(until=day(2024, 3))),
        ("since:yesterday until:today", Filters(since=day(2025, 3, 30), until=day(2025, 4))),
        ("since:7D", Filters(since=day(2025, 3, 24))),
        ("since:2w until:1m", Filters(since=day(2025, 3, 17), until=day(2025, 3))),
        ("since:1y", Filters(since=day(2024, 3, 31))),
        ("-since:2024 -until:2022", Filters(since=day(2023), until=day(2024))),
    ],
)
def test_filters(typed: str, filters: Filters | None) -> None:
    if filters is None:
        with pytest.raises(QueryError):
            asked(typed)
    else:
        assert same(asked(typed)) == Query("", "", filters=filters)


@POSIX
def test_paths_are_absolute_or_begin_at_home_or_where_the_program_was_started() -> None:
    assert filtered("folder:/a//b/../c/,~/x,~").folders == (b"/a/c", b"/home/anna/x", b"/home/anna")
    assert filtered("-folder://a").without_folders == (b"/a",)
    assert asked('similar:"/a/my file,1.txt"').similar == b"/a/my file,1.txt"
    assert asked("similar:/a/b,c.txt rest").similar == b"/a/b,c.txt"
    started = "/home/anna/now"
    assert asked("similar:b.txt", folder=started).similar == b"/home/anna/now/b.txt"
    assert asked("folder:. folder:../x", folder=started).filters.folders == (
        b"/home/anna/now",
        b"/home/anna/x",
    )
    assert asked("folder:work", folder=started).filters.folders == ("work",)
    assert asked("similar:/a/\udcff").similar == b"/a/\xff"  # a name that is not Unicode


@pytest.mark.parametrize(
    ("typed", "wrong", "advice"),
    [
        ("report type:pdx", "pdx", "pdf"),
        ("type:pdf,wrod now", "wrod", "word"),
        ('x type:"no such"', '"no such"', "mail"),
        ("lang:germn", "germn", "german"),
        ("lang:xx", "xx", "english"),
        ("since:yesterdy", "yesterdy", "yesterday"),
        ("until:2025-02-30", "2025-02-30", "2025-03"),
        ("since:2025,2026", "2025,2026", "2025-03"),
        ("since:0000", "0000", "2025-03"),
        ("until:9999", "9999", "2025-03"),
        ("since:9999y", "9999y", "2025-03"),
        ("folder:..", "..", "end of its path"),
        ("similar:a.txt", "a.txt", "Start"),
        ("-similar:~/a.txt x", "-similar:~/a.txt", "minus"),
        ("similar:~/a similar:~/b", "similar:~/b", "Remove"),
    ],
)
def test_an_error_points_at_what_is_wrong_and_says_what_to_do(
    typed: str, wrong: str, advice: str
) -> None:
    with pytest.raises(QueryError) as caught:
        asked(typed)
    assert typed[caught.value.start : caught.value.end] == wrong
    assert advice in caught.value.advice


class TestTyping:
    @pytest.mark.parametrize(
        "filter_",
        [
            *("type:", "-type:", "type:pd", 'type:"pd', "since:20", "since:2025-", "lang:g"),
            *('folder:"', "name:", "similar:", "similar:a", "-lang:"),
        ],
    )
    def test_a_filter_at_the_end_waits_until_it_is_finished(self, filter_: str) -> None:
        query = asked(f"report {filter_}", typing=True)
        assert same(query) == Query("", "report")
        assert not query.typing

    def test_values_before_the_one_being_typed_count(self) -> None:
        assert filtered("type:pdf,do", typing=True).types == ("pdf",)

    @pytest.mark.parametrize("typed", ["type:pdx report", "type:pdx "])
    def test_one_that_is_finished_is_an_error(self, typed: str) -> None:
        with pytest.raises(QueryError):
            asked(typed, typing=True)

    @POSIX
    def test_a_folder_being_typed_is_any_that_begins_so(self) -> None:
        assert filtered("folder:work/20", typing=True).folders == ("work/20*",)
        assert filtered("folder:/a/wo", typing=True).folders == (b"/a",)
        assert filtered("folder:/a/wo/", typing=True).folders == (b"/a/wo",)
        assert filtered('folder:"work"', typing=True).folders == ("work",)
        assert filtered("folder:work ", typing=True).folders == ("work",)
        assert filtered("-folder:work", typing=True).without_folders == ("work",)

    def test_a_phrase_being_typed_is_text(self) -> None:
        query = asked('a "new phr', typing=True)
        assert (query.text, query.phrases, query.typing) == ("a new phr", (), True)
        query = asked('a -"new phr', typing=True)
        assert (query.text, query.excluded, query.typing) == ("a", (), False)
        query = asked('a "new phrase"', typing=True)
        assert (query.phrases, query.typing) == (("new phrase",), False)

    def test_the_last_word_may_be_unfinished(self) -> None:
        assert asked("a fox", typing=True).typing
        assert not asked("a fox").typing

    @pytest.mark.parametrize("typed", ["fox ", "fox type:pdf", "-fox", '"fox"', ""])
    def test_what_is_no_word_of_the_text_is_not(self, typed: str) -> None:
        assert not asked(typed, typing=True).typing


def attempt(typed: str, *, typing: bool = False) -> Query | QueryError:
    try:
        return asked(typed, typing=typing)
    except QueryError as error:
        return error


@given(typed=HOSTILE, typing=st.booleans())
def test_any_text_is_understood_or_its_error_lies_within_it(typed: str, *, typing: bool) -> None:
    result = attempt(typed, typing=typing)
    if isinstance(result, QueryError):
        assert 0 <= result.start < result.end <= len(typed)
        assert typed[result.start : result.end].strip()
        assert result.advice
    else:
        assert result.typed == typed
        for text in (result.text, *result.phrases, *result.excluded, *result.filters.names):
            assert text.encode().decode() == " ".join(text.split())


@given(HOSTILE)
@example('name:" " x')
@example('a "b" "a b"')
@example('-"-x" "«" \\\\-y')
def test_what_is_written_back_means_the_same(typed: str) -> None:
    query = attempt(typed)
    if isinstance(query, Query):
        written = format_query(query)
        assert same(asked(written)) == same(query)
        assert format_query(asked(written)) == written


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(str.strip)
TAIL = TEXT.map(lambda text: "".join(char for char in text if char not in "/\\.~")).filter(
    str.strip
)
DAY = st.dates(date(1980, 1, 2), date(2200, 1, 1)).map(lambda d: day(d.year, d.month, d.day))


def lists(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3, unique=True).map(tuple)


FORMATS, LANGUAGES = st.sampled_from(["pdf", "doc", "image", "md"]), st.sampled_from(["de", "en"])
NAMES = TEXT.map(lambda text: " ".join(text.split()))


@given(
    st.builds(
        Filters,
        types=lists(FORMATS),
        folders=lists(TAIL),
        names=lists(NAMES),
        languages=lists(LANGUAGES),
        since=st.none() | DAY,
        until=st.none() | DAY,
        without_types=lists(FORMATS),
        without_folders=lists(TAIL),
        without_names=lists(NAMES),
        without_languages=lists(LANGUAGES),
    )
)
def test_filters_are_written_so_that_they_are_read_again(filters: Filters) -> None:
    written = format_query(Query("", "fox", filters=filters))
    assert same(asked(written)) == Query("", "fox", filters=filters)


@POSIX
@given(st.binary(min_size=1, max_size=9).filter(lambda name: not {*b"\0/"} & {*name}))
def test_paths_are_written_so_that_they_are_read_again(name: bytes) -> None:
    path = b"/a/" + name
    if os.path.normpath(path) == path:
        query = Query("", "", filters=Filters(folders=(path,)), similar=path)
        assert same(asked(format_query(query))) == query


@pytest.mark.parametrize("piece", ['"', "\\", "-", "type:", "name:a,", "«", "a ", "\ud800", '""'])
def test_ten_thousand_characters_are_text_like_any_other(piece: str) -> None:
    typed = (piece * 10_000)[:10_000]
    if piece == "type:":
        with pytest.raises(QueryError):
            asked(typed)
    else:
        assert asked(typed).typed == typed
