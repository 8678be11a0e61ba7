from datetime import UTC, datetime

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    MonthState,
    RosterMonth,
    RosterPost,
    RosterSlot,
    RosterSwap,
    SwapKind,
)
from dutydesk.domain.roster_view import (
    RosterDayView,
    RosterShiftView,
    RosterView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording.roster_room import found_words, state_words, swap_words

NOW = datetime(2026, 10, 28, 1, 12, tzinfo=UTC)
SLOT = {"duty_date": "2026-11-24", "shift": "full", "post_id": "primary_officer"}


def test_a_month_says_its_version_and_that_one_was_taken_back() -> None:
    assert state_words(RosterMonth("2026-11"), NOW) == "拟稿，未发布"
    out = RosterMonth("2026-11", MonthState.PUBLISHED, 2, published_at=NOW, published_by="丙某")
    assert state_words(out, NOW) == "第2版，09:12 丙某发布"
    back = RosterMonth("2026-11", MonthState.DRAFT, 2, published_at=NOW, published_by="丙某")
    assert state_words(back, NOW) == "拟稿，未发布（第2版已收回）"


def test_a_swap_says_both_shifts_the_reason_and_who_agreed() -> None:
    other = SLOT | {"duty_date": "2026-11-26"}
    swap = RosterSwap(
        "w",
        SwapKind.SWAP,
        "s1",
        "甲某",
        "壬某",
        "家中有事",
        "丙某",
        NOW,
        "乙某",
        before=(SLOT | {"person": "甲某"}, other | {"person": "壬某"}),
        after=(SLOT | {"person": "壬某"}, other | {"person": "甲某"}),
    )
    assert swap_words(swap, {"primary_officer": "主班"}) == (
        "调班：11月24日全天班主班由甲某改为壬某，11月26日全天班主班由壬某改为甲某。"
        "事由：家中有事。同意：丙某。"
    )


def test_a_month_that_is_still_being_checked_is_not_called_free_of_faults() -> None:
    view = RosterView(RosterMonth("2026-11"), (), (), is_checked=False)
    assert found_words(view) == "正在检查…"


def test_a_month_with_nobody_in_it_is_not_called_free_of_gaps() -> None:
    assert found_words(RosterView(RosterMonth("2026-11"), (), ())) == "检查：还没有排班。"
    post = RosterPost("primary_officer", "主班", 1)
    slot = RosterSlot("s", NOW.date(), ShiftKind.FULL, post.id, 1, "甲某")
    seat = SeatView(post, 1, slot, "", SeatChange.FREE)
    row = RosterShiftView(NOW.date(), ShiftKind.FULL, NOW, NOW, (seat,))
    day = RosterDayView(NOW.date(), DayClass.WORKDAY, "", False, (), (row,))
    assert (
        found_words(RosterView(RosterMonth("2026-11"), (), (day,)))
        == "检查：没有缺岗、重复、冲突。"
    )
