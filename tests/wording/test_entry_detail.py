import pytest

from dutydesk.domain.entry_detail import DETAILS, DetailType, DetailUnfit
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.entry_detail import CHOICE, DETAIL, details_said
from dutydesk.wording.sentences import sentence


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


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("nothing", "a", "来电没有“nothing”这一项。"),
        ("read_back", "a", "已复述核对不对：a。可用：yes 是、no 否。"),
        ("ended_at", "a", "通话结束不对：a。"),
    ],
)
def test_a_detail_that_does_not_fit_is_told_what_would(name: str, value: str, words: str) -> None:
    assert words in sentence(DetailUnfit(EntryKind.INCOMING_CALL, name, value))


def test_a_wrong_choice_or_count_names_what_can_be_used() -> None:
    assert "urgent 加急" in sentence(DetailUnfit(EntryKind.FAX, "urgency", "a"))
    assert "0 到 9999" in sentence(DetailUnfit(EntryKind.FAX, "page_count", "a"))
    assert "可用：无" in sentence(DetailUnfit(EntryKind.OTHER, "a", "a"))
