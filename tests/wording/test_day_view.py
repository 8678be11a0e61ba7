from datetime import date

from dutydesk.domain.day_view import DutyDay, Gap, GapReason, Mark, SinceLastDuty
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.wording.day_view import (
    counts_words,
    day_words,
    gap_words,
    keepers,
    mark_words,
    since_words,
)

CALL = EntryKind.INCOMING_CALL
AT = from_iso("2026-11-21T02:10")
MARK = Mark("条", 3, AT, CALL, "安和三社区", "3号楼\n燃气异味", is_late=True)
GAP = Gap(AT, from_iso("2026-11-21T09:25"), GapReason.SILENT)
DAY = DutyDay(
    date(2026, 11, 20),
    from_iso("2026-11-20T08:30"),
    from_iso("2026-11-21T08:30"),
    (MARK,),
    (GAP,),
    "丙某",
    ("甲某", "乙某"),
)


def test_an_entry_a_gap_and_a_day_are_said_in_a_line() -> None:
    assert mark_words(MARK) == "第3条 02:10 来电 安和三社区 〔迟记〕3号楼 燃气异味"
    assert gap_words(GAP) == "02:10–09:25 无记录 7小时15分"
    assert keepers(DAY) == "带班 丙某　主班 甲某、乙某"
    assert day_words(DAY) == (
        "11月20日 周五　带班 丙某　主班 甲某、乙某　1 条　来电 1　02:10–09:25 无记录 7小时15分"
    )


def test_kinds_are_counted_in_their_usual_order() -> None:
    assert counts_words({EntryKind.FAX: 2, CALL: 1, EntryKind.OTHER: 0}) == "来电 1、传真 2"
    assert counts_words({}) == ""


def test_what_came_since_the_last_duty_is_said_in_sentences() -> None:
    since = SinceLastDuty(
        "甲某", date(2026, 11, 19), from_iso("2026-11-20T08:30"), (DAY,), ("火灾",), ("路灯",), 2
    )
    assert since_words(since) == (
        "甲某上次值班是11月19日 周四，11月20日 周五 08:30交班。"
        "以来 1 个值班日，记录 1 条：来电 1。\n"
        "突发事件 1 起：火灾。\n"
        "新列未办结 1 件，办结 2 件：路灯。"
    )
    quiet = SinceLastDuty("甲某", date(2026, 11, 19), from_iso("2026-11-20T08:30"), ())
    assert since_words(quiet).endswith("记录 0 条。\n没有新列未办结，办结 0 件。")
    assert since_words(SinceLastDuty("甲某", None, None, ())) == "甲某以前没有值过班。"
