"""Near-duplicates are grouped into one hit; forms that are filled in differently are not."""

from collections.abc import Callable

import pytest
from tests.search.asking import asked, paths

from alcove.search import Answer, Hit, Mode, Searcher

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]

REPORT = (
    "The heating of the parish hall has to be renewed before winter. The boiler was put in when "
    "the hall was built, and no spare parts are made for it any longer. Two firms have looked at "
    "it. Both say that the pipes are sound and can stay where they are. The first firm offers a "
    "gas boiler, the second one a heat pump, which costs more and needs less. The council should "
    "decide in spring, because the work takes six weeks and cannot be done while the choir "
    "rehearses. A grant from the county covers a third of the heat pump, if it is asked for early."
)
LEASE = (
    "This lease is made between the landlord, {landlord}, and the tenant, {tenant}. The flat on "
    "the second floor is let from {start} on for an unlimited time. The tenant, {tenant}, pays a "
    "rent of {rent} euros each month, at the latest on the third working day. Heating and water "
    "are paid for beforehand and settled once a year. Small repairs up to 80 euros are the "
    "tenant's. Pets need the consent of the landlord, who may refuse it only with good reason. "
    "The notice is three months to the end of a month, in writing. A deposit of three rents is "
    "kept on an account of its own and given back six months after the end of the lease at the "
    "latest. Both have read the rules of the house and have got a copy of this lease. "
    "Signed on {start} by {landlord} and {tenant}."
)
RULES = (
    "会议室的使用规则如下。预订会议室请提前三天填写申请表、并写明使用人数和所需设备。"
    "使用结束后请关闭电源、门窗和空调、把桌椅放回原处。如有损坏、应当及时报告管理员、"
    "并按照价格赔偿。会议室内禁止吸烟、不得带入食物。周末使用需要部门负责人签字同意。"
)


def put(store: Store, name: str, text: str, seconds: int, cosine: float = 0.6) -> None:
    store(f"/d/{name}", text, {1: cosine}, seconds=seconds)


def versions(hit: Hit) -> list[str]:
    return [path.decode() for path in hit.versions]


def ask(make_searcher: MakeSearcher, typed: str, mode: Mode = Mode.BEST) -> Answer:
    return make_searcher().search(asked(typed), mode=mode)


@pytest.mark.parametrize("mode", Mode)
def test_corrected_drafts_are_one_hit_the_newest_with_the_others_newest_first(
    store: Store, make_searcher: MakeSearcher, mode: Mode
) -> None:
    put(store, "second.txt", REPORT.replace("sound", "intact"), 20)
    put(store, "first.txt", REPORT, 10, 0.61)
    put(store, "last.txt", REPORT.replace("six weeks", "seven weeks") + " Please reply.", 40)
    put(store, "third.txt", REPORT.replace("parish hall", "parish house"), 30)
    put(store, "other.txt", "The boiler of the school was renewed in autumn.", 50, 0.2)
    answer = ask(make_searcher, "boiler", mode)
    hit = next(hit for hit in answer.hits if hit.versions)
    assert hit.path == b"/d/last.txt"
    assert versions(hit) == ["/d/third.txt", "/d/second.txt", "/d/first.txt"]
    assert sorted(paths(answer)) == ["/d/last.txt", "/d/other.txt"]
    assert hit.passage is not None
    assert hit.passage.text.endswith("Please reply.")


def test_versions_are_listed_with_their_copies_and_only_if_they_pass(
    store: Store, make_searcher: MakeSearcher
) -> None:
    put(store, "new.txt", REPORT, 30)
    put(store, "old.txt", REPORT.replace("sound", "intact"), 20)
    store("/e/old again.txt", REPORT.replace("sound", "intact"), seconds=10)
    (hit,) = ask(make_searcher, "boiler").hits
    assert versions(hit) == ["/d/old.txt", "/e/old again.txt"]
    (hit,) = ask(make_searcher, "boiler folder:/e").hits
    assert (hit.path, hit.versions, hit.copies) == (b"/e/old again.txt", (), ())
    (hit,) = ask(make_searcher, "boiler -name:again").hits
    assert versions(hit) == ["/d/old.txt"]


FORM = {"landlord": "Erna Huber", "tenant": "Paul Smith", "start": "1 May 2023", "rent": "640"}


@pytest.mark.parametrize(
    "filled",
    [
        {"tenant": "Grace Miller", "start": "15 August 2024"},
        {"tenant": "Grace Miller", "landlord": "Otto Vogel", "rent": "710"},
        {"start": "15 August 2024", "rent": "655"},
    ],
)
def test_a_form_that_is_filled_in_otherwise_stays_apart(
    store: Store, make_searcher: MakeSearcher, filled: dict[str, str]
) -> None:
    put(store, "smith.txt", LEASE.format(**FORM), 10)
    put(store, "other.txt", LEASE.format(**FORM | filled), 20)
    answer = ask(make_searcher, "lease of the flat")
    assert sorted(paths(answer)) == ["/d/other.txt", "/d/smith.txt"]
    assert [hit.versions for hit in answer.hits] == [(), ()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("three months to", "two months to"),
        ("Small repairs up to 80 euros are", "Small repairs up to 90 euros are"),
        ("Pets need", "Animals need"),
        ("unlimited time", "umlimited time"),
        ("Paul Smith", "Paul Smyth"),
    ],
)
def test_a_form_that_was_corrected_is_a_version(
    store: Store, make_searcher: MakeSearcher, old: str, new: str
) -> None:
    first = LEASE.format(**FORM)
    assert old in first
    put(store, "first.txt", first, 10)
    put(store, "corrected.txt", first.replace(old, new), 20)
    (hit,) = ask(make_searcher, "lease of the flat").hits
    assert (hit.path, versions(hit)) == (b"/d/corrected.txt", ["/d/first.txt"])


def test_a_draft_may_be_dated(store: Store, make_searcher: MakeSearcher) -> None:
    tail = "It was read to all who were in the hall, and nobody had anything to say against it."
    corrected = REPORT.replace("sound", "intact").replace("six", "seven")
    put(store, "first.txt", f"{REPORT} {tail} Draft 1 of 3 March.", 10)
    put(store, "second.txt", f"{corrected} {tail} Draft 2 of 9 March.", 20)
    (hit,) = ask(make_searcher, "boiler").hits
    assert versions(hit) == ["/d/first.txt"]


def test_chinese_drafts_are_one_hit_and_other_rules_another(
    store: Store, make_searcher: MakeSearcher
) -> None:
    put(store, "first.txt", RULES, 10)
    put(store, "second.txt", RULES.replace("提前三天", "提前五天"), 20)
    put(store, "garage.txt", "会议室下面的车库使用规则。车辆请按号停放、晚上十点以后关门。", 30)
    answer = ask(make_searcher, "会议室使用规则")
    assert sorted(paths(answer)) == ["/d/garage.txt", "/d/second.txt"]
    assert [versions(hit) for hit in answer.hits if hit.versions] == [["/d/first.txt"]]


def test_a_chinese_form_with_another_date_and_amount_stays_apart(
    store: Store, make_searcher: MakeSearcher
) -> None:
    form = RULES + "申请人 {} 日期 {} 人数 {}。"
    put(store, "first.txt", form.format("李明", "2024年3月5日", 12), 10)
    put(store, "second.txt", form.format("王芳", "2025年6月1日", 30), 20)
    assert len(ask(make_searcher, "会议室使用规则").hits) == 2


def test_short_notes_that_differ_in_a_word_stay_apart(
    store: Store, make_searcher: MakeSearcher
) -> None:
    put(store, "a.txt", "Call the boiler firm on Monday", 10)
    put(store, "b.txt", "Call the boiler firm on Friday", 20)
    put(store, "c.txt", "boiler", 30)
    put(store, "d.txt", "boiler firm", 40)
    assert len(ask(make_searcher, "boiler").hits) == 4


def test_one_passage_in_common_makes_no_version(store: Store, make_searcher: MakeSearcher) -> None:
    common = "the boiler is serviced each autumn"
    other = " ".join(f"word{number}" for number in range(80))
    store("/d/a.txt", f"{common}\n{REPORT}", {1: 0.6, 2: 0.1}, seconds=10)
    store("/d/b.txt", f"{common}\n{other}", {1: 0.6, 2: 0.1}, seconds=20)
    assert len(ask(make_searcher, "boiler serviced autumn").hits) == 2


def test_versions_are_found_before_they_are_encoded(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", REPORT, seconds=10)
    store("/d/b.txt", REPORT.replace("sound", "intact"), seconds=20)
    (hit,) = ask(make_searcher, "boiler").hits
    assert (hit.path, versions(hit)) == (b"/d/b.txt", ["/d/a.txt"])


def test_files_without_text_are_never_versions(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/boiler.jpg", None, seconds=10)
    store("/e/boiler.jpg", None, seconds=20)
    assert len(ask(make_searcher, "boiler").hits) == 2


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_versions_take_no_place_from_other_hits(
    store: Store, make_searcher: MakeSearcher, limit: int
) -> None:
    for number in range(5):
        put(store, f"draft{number}.txt", f"{REPORT} {'x' * (number + 1)}", number)
    for number in range(3):
        put(store, f"other{number}.txt", f"a boiler, and thing{number}", 9, 0.1 * number)
    answer = make_searcher().search(asked("boiler pipes"), limit=limit)
    assert len(answer.hits) == limit
    assert len(answer.hits[0].versions) == 4
