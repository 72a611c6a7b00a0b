"""Dates, sizes and paths are written as people read them."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alcove.documents.formats import Format
from alcove.guard import GuardLevel
from alcove.indexer import Activity, Pause
from alcove_desktop.texts import dates, kinds, numbers, paths, states


def test_a_day_is_short_beside_a_title_and_long_in_a_sentence() -> None:
    moment = datetime(2024, 3, 12, 9, tzinfo=UTC)
    assert dates.day(moment) == "12 Mar 2024"
    assert dates.full_day(moment) == "12 March 2024"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "0 s ago"),
        (59.9, "59 s ago"),
        (60, "1 min ago"),
        (7199, "1 h ago"),
        (90000, "1 day ago"),
        (200000, "2 days ago"),
    ],
)
def test_how_long_ago_is_said_in_one_unit(seconds: float, words: str) -> None:
    assert dates.ago(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "less than a minute"), (150, "about 2 min"), (7300, "about 2 h")],
)
def test_an_estimate_is_rounded(seconds: float, words: str) -> None:
    assert dates.lasting(seconds) == words


def test_numbers_have_separators_and_sizes_units() -> None:
    assert numbers.number(12431) == "12,431"
    assert [numbers.percent(share) for share in (0.29, 0.995, 1.0)] == ["29 %", "99 %", "100 %"]
    assert numbers.size(412_000) == "412 kB"
    assert numbers.size(3_400_000) == "3.4 MB"


@pytest.mark.parametrize(("share", "text"), [(0.999, "99 %"), (1.0, "100 %"), (0.0, "0 %")])
def test_a_hundred_percent_is_all_of_it(share: float, text: str) -> None:
    assert numbers.percent(share) == text


def test_a_folder_is_shown_from_home_on() -> None:
    home = os.fsencode(Path.home())
    assert paths.folder_of(home + b"/Documents/Home/a.pdf") == "Documents › Home"
    assert paths.folder_of(home + b"/a.pdf") == "~"
    assert paths.folder_of(b"/srv/shared/a.pdf") == "srv › shared"
    assert paths.folder_of(b"/a.pdf") == "/"


def test_a_path_begins_at_home() -> None:
    home = os.fsencode(Path.home())
    assert paths.from_home(home + b"/Documents/a.pdf") == "~/Documents/a.pdf"
    assert paths.from_home(home) == "~"
    assert paths.from_home(home + b"2/a.pdf") == os.fsdecode(home) + "2/a.pdf"


def test_what_would_steer_the_screen_is_not_shown() -> None:
    assert paths.name_of(b"/d/a\x1b[31m\xe2\x80\xaeb.txt") == "a\ufffd[31m\ufffdb.txt"
    assert paths.name_of(b"/d/\xff.txt") == "\ufffd.txt"
    assert paths.one_line(" a\n b\u202ec ") == "a bc"


@pytest.mark.parametrize("format_", Format)
def test_every_kind_of_document_has_a_name_and_a_label(format_: Format) -> None:
    assert kinds.kind(format_)
    assert 0 < len(kinds.label(format_)) <= 5


def test_every_state_has_words() -> None:
    assert len({states.activity(what) for what in Activity}) == len(Activity)
    assert len({states.pause(why) for why in Pause}) == len(Pause)
    assert len({states.shield(level) for level in GuardLevel}) == len(GuardLevel)
    assert all(states.shield_in_full(level).endswith(".") for level in GuardLevel)
