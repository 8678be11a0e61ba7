from dutydesk.domain.entry_detail import DETAILS, DetailType
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.entry_detail import CALLER, CHOICE, DETAIL, TOGETHER, details_said


def test_every_field_and_every_choice_has_its_word() -> None:
    names = {field.name for asked in DETAILS.values() for field in asked}
    assert set(DETAIL) == names
    for field in (one for asked in DETAILS.values() for one in asked):
        if field.type is DetailType.CHOICE:
            assert set(field.choices) <= set(CHOICE[field.name]), field.name


def test_what_was_filled_in_is_said_in_the_order_of_the_form() -> None:
    details = {
        "ended_at": "2026-11-20T18:15:07Z",
        "read_back": "yes",
        "already_told": "消防",
    }
    assert details_said(EntryKind.INCOMING_CALL, details) == [
        "已告知：消防",
        "已复述核对：是",
        "通话结束：11月21日02:15",
    ]
    assert details_said(EntryKind.FAX, {"urgency": "urgent"}) == ["紧急程度：加急"]
    assert details_said(EntryKind.OTHER, {}) == []


def test_a_time_is_said_behind_whom_it_belongs_to_and_alone_by_itself() -> None:
    at = "2026-11-20T18:20:00Z"
    both = {"reported_to": "丙某", "reported_at": at}
    assert details_said(EntryKind.INCOMING_CALL, both) == ["报告领导：丙某（11月21日02:20）"]
    assert details_said(EntryKind.INCOMING_CALL, {"reported_at": at}) == [
        "报告时间：11月21日02:20"
    ]


def test_a_time_and_what_it_is_said_behind_are_asked_together() -> None:
    for asked in DETAILS.values():
        names = {field.name for field in asked}
        for second, first in TOGETHER.items():
            assert (second in names) <= (first in names), second


def test_every_kind_names_its_other_side() -> None:
    assert set(CALLER) == set(EntryKind)
