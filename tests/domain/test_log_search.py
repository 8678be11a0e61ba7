from dataclasses import fields
from datetime import date

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch, bare_number, searched_text
from tests.domain.test_duty_log import entry

# Everything that can be asked for. Who adds a field to LogSearch adds a value here, and the tests
# of saved filters, wording, store, screen and command line name what else it needs.
FULL = LogSearch(
    text="燃气",
    since=date(2026, 11, 20),
    until=date(2026, 11, 22),
    kinds=(EntryKind.FAX,),
    source="气象台",
    person="赵六",
    phone="7531",
    officer_id="a",
    is_open=True,
    is_late=True,
    is_corrected=True,
)
PAGING = {"limit", "before"}
ASKED = {field.name for field in fields(LogSearch)} - PAGING


def test_the_sample_asks_for_everything() -> None:
    plain = LogSearch()
    unset = [name for name in ASKED if getattr(FULL, name) == getattr(plain, name)]
    assert unset == [], "give FULL a value"


def test_search_looks_through_every_text_field_and_no_word_spans_two() -> None:
    lines = searched_text(entry()).split("\n")
    assert lines == [
        "3号楼燃气异味",
        "安和三社区",
        "某网格员",
        "19900007531",
        "已通知燃气公司",
        "速去现场",
        "消防",
    ]


def test_a_number_with_dashes_stands_there_by_its_digits_as_well() -> None:
    lines = searched_text(entry(phone="199-0000 7531")).split("\n")
    assert lines[3] == "199-0000 7531"
    assert lines[6] == "19900007531"


@pytest.mark.parametrize(
    ("phone", "bare"),
    [("", ""), ("119", ""), ("１１９", "119"), ("0631-5200000转8", "063152000008"), ("不详", "")],
)
def test_only_a_number_written_otherwise_is_written_again(phone: str, bare: str) -> None:
    assert bare_number(phone) == bare


@pytest.mark.parametrize(
    "nothing",
    [LogSearch(), LogSearch(" 　\n", limit=3), LogSearch(phone="- 转", before=9, person=" ")],
)
def test_nothing_asked_is_told(nothing: LogSearch) -> None:
    assert nothing.is_empty()


@pytest.mark.parametrize(
    "asked",
    [
        LogSearch("，"),
        LogSearch(since=date(2026, 11, 20)),
        LogSearch(until=date(2026, 11, 20)),
        LogSearch(kinds=(EntryKind.FAX,)),
        LogSearch(source="局"),
        LogSearch(person="王"),
        LogSearch(phone="1"),
        LogSearch(officer_id="a"),
        LogSearch(is_open=True),
        LogSearch(is_late=True),
        LogSearch(is_corrected=True),
    ],
)
def test_each_field_asks_for_something(asked: LogSearch) -> None:
    assert not asked.is_empty()


def test_fields_are_asked_for_as_search_folds_them() -> None:
    search = LogSearch(source=" 氣象局Ａ座 ", person="　", phone="１９９-7531")
    assert search.parts() == {"source": "气象局a座", "phone": "1997531"}
