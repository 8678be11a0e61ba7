from dataclasses import replace
from datetime import date, timedelta

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.directive_step import Closing
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.handover import CheckResult
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.domain.settings import SHIFT_PATTERNS
from dutydesk.domain.shift import Shift, ShiftStatus
from dutydesk.services.handover import CheckFill, Filling
from tests.builders import Staff, draft, item_draft, progress_draft
from tests.handover_builders import INCOMING, OUTGOING, sign, stand_at


def hand_over(staffed: Staff) -> Shift:
    """Put the next full-day shift behind the running one, as a handover leaves them."""
    room = staffed.room
    now = room.clock.now()
    after = replace(
        staffed.shift,
        id=room.ids.new(),
        duty_date=staffed.shift.duty_date + timedelta(days=1),
        starts_at=staffed.shift.ends_at,
        ends_at=staffed.shift.ends_at + timedelta(days=1),
        started_at=now,
        primary_officer_id=staffed.officer.id,
    )
    done = replace(staffed.shift, status=ShiftStatus.HANDED_OVER, ended_at=now)
    with room.store.writing(actor="test", action="test.hand_over") as work:
        work.tables.shift.put(done)
        work.tables.shift.put(after)
    return after


def test_the_sheet_of_the_running_shift_holds_its_people_and_entries(staffed: Staff) -> None:
    room = staffed.room
    room.shift.describe("晴", "全天平稳。", by=staffed.by)
    at = room.clock.now() - timedelta(hours=1)
    room.duty_log.record(
        draft(room, "先记", source="甲社区", person="某某", phone="19900000000", handling="已办"),
        by=staffed.by,
    )
    room.duty_log.record(draft(room, "早事", at=at), by=staffed.by)
    day, (sheet,) = room.log_sheet.sheets(None)
    assert day == sheet.duty_date == date(2026, 11, 20)
    assert (sheet.unit, sheet.shift, sheet.is_practice) == ("安和街道办事处值班室", "全天班", True)
    assert (sheet.primary_officer, sheet.lead_officer, sheet.secondary_officer) == (
        "甲某",
        "丙某",
        "",
    )
    assert (sheet.weather, sheet.summary, sheet.presence) == ("晴", "全天平稳。", "在岗带班")
    assert (sheet.started_at, sheet.ended_at) == (staffed.shift.started_at, None)
    assert [(row.no, row.content, row.is_late) for row in sheet.entries] == [
        (2, "早事", True),
        (1, "先记", False),
    ]
    row = sheet.entries[1]
    assert (row.kind, row.source, row.person, row.phone, row.handling, row.recorder) == (
        "来电",
        "甲社区",
        "某某",
        "19900000000",
        "已办",
        "甲某",
    )


def test_a_correction_in_the_same_shift_is_named_by_its_number(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼"), by=staffed.by).value
    fix = Correction(room.duty_log.new_id(), "听错", text="3号楼")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    _, (sheet,) = room.log_sheet.sheets(None)
    old, new = sheet.entries
    assert (old.content, old.is_struck, old.corrected_by) == ("2号楼", True, EntryReference(2))
    assert (new.content, new.corrects, new.correction_reason) == (
        "3号楼",
        EntryReference(1),
        "听错",
    )


def test_a_correction_in_a_later_shift_is_named_with_its_day_on_both_sheets(
    staffed: Staff,
) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼"), by=staffed.by).value
    room.clock.forward(days=1)  # type: ignore[attr-defined]  # FixedClock
    after = hand_over(staffed)
    fix = Correction(room.duty_log.new_id(), "听错", text="3号楼")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    _, (before_sheet,) = room.log_sheet.sheets(staffed.shift.duty_date)
    day, (after_sheet,) = room.log_sheet.sheets(None)
    assert day == after.duty_date
    (old,) = before_sheet.entries
    assert old.corrected_by == EntryReference(1, after.duty_date)
    (new,) = after_sheet.entries
    assert new.corrects == EntryReference(1, staffed.shift.duty_date)
    assert before_sheet.ended_at == room.clock.now()


def test_a_sheet_lists_what_was_open_when_its_shift_ended(staffed: Staff) -> None:
    room = staffed.room
    done = room.open_item.open(item_draft("先办结", ""), by=staffed.by).value
    kept = room.open_item.open(item_draft("后办结", "市政处"), by=staffed.by).value
    room.open_item.close(done.id, "好了", by=staffed.by)
    room.clock.forward(days=1)  # type: ignore[attr-defined]  # FixedClock
    hand_over(staffed)
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    room.open_item.close(kept.id, "好了", by=staffed.by)
    room.open_item.open(item_draft("次日的事", ""), by=staffed.by)
    _, (sheet,) = room.log_sheet.sheets(staffed.shift.duty_date)
    assert [line.title for line in sheet.open_items] == ["后办结"]
    _, (running,) = room.log_sheet.sheets(None)
    assert [line.title for line in running.open_items] == ["次日的事"]


def test_the_result_of_an_item_stands_with_the_entry_it_began_with(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "路面塌陷"), by=staffed.by, open_item=True)
    (item,) = room.open_item.open_items()
    room.open_item.close(item.id, "已修复", by=staffed.by)
    _, (sheet,) = room.log_sheet.sheets(None)
    assert sheet.entries[0].result == "已修复"


def test_an_instruction_stands_in_its_own_column_and_a_directive_is_printed_once(
    staffed: Staff,
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "速报", kind=EntryKind.DIRECTIVE), by=staffed.by)
    room.duty_log.record(draft(room, "来电", instruction="请核实"), by=staffed.by)
    _, (sheet,) = room.log_sheet.sheets(None)
    assert [(row.content, row.directive) for row in sheet.entries] == [
        ("速报", ""),
        ("来电", "请核实"),
    ]


def test_a_day_without_a_shift_gives_one_empty_sheet(staffed: Staff) -> None:
    day, (sheet,) = staffed.room.log_sheet.sheets(date(2026, 11, 19))
    assert day == sheet.duty_date == date(2026, 11, 19)
    assert (sheet.entries, sheet.open_items, sheet.primary_officer) == ((), (), "")
    assert (sheet.started_at, sheet.ended_at) == (
        from_iso("2026-11-19T08:30"),
        from_iso("2026-11-20T08:30"),
    )


def test_a_room_without_any_shift_prints_the_coming_day(room: DutyRoom) -> None:
    day, (sheet,) = room.log_sheet.sheets(None)
    assert day == date(2026, 11, 20)
    assert (sheet.shift, sheet.entries) == ("全天班", ())


def test_a_day_the_pattern_leaves_free_still_has_a_sheet(room: DutyRoom) -> None:
    rows = [row for row in SHIFT_PATTERNS["night_and_weekend"] if row["days"] != "every"]  # type: ignore[index]  # rows of a pattern
    room.settings.put({"shift_pattern": rows}, by=Actor("cli"))
    _, (friday,) = room.log_sheet.sheets(date(2026, 11, 20))
    assert (friday.shift, friday.started_at) == ("", from_iso("2026-11-20T00:00"))
    _, (saturday,) = room.log_sheet.sheets(date(2026, 11, 21))
    assert saturday.shift == "白班"


def test_the_equipment_checked_at_handover_stands_on_the_sheet(staffed: Staff) -> None:
    room = staffed.room
    view = room.handover.draft()
    printer = next(check for check in view.checks if check.name == "打印机")
    tidy = next(check for check in view.checks if check.group_name == "环境安全")
    checks = (
        CheckFill(printer.item_id, CheckResult.ABNORMAL, "缺粉"),
        CheckFill(tidy.item_id, CheckResult.NORMAL),
    )
    room.handover.fill(Filling(checks=checks), by=staffed.by)
    _, (sheet,) = room.log_sheet.sheets(None)
    written = [(line.name, line.result, line.is_fault, line.note) for line in sheet.equipment]
    assert ("打印机", "异常", True, "缺粉") in written
    assert tidy.name not in {line.name for line in sheet.equipment}


def test_a_signed_sheet_does_not_change_when_an_item_is_closed_in_a_later_shift(
    staffed: Staff,
) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:20")
    text = "安和路塌陷，" + "围挡已设，" * 10 + "待修复。\n第二段。"
    room.duty_log.record(
        draft(room, text, handling="已转市政处"),
        by=staffed.by,
        open_item=True,
        due_at=room.clock.now() + timedelta(minutes=1),
    )
    (item,) = room.open_item.open_items()
    named = item_draft(item.title, "市政处", item.due_at, id=item.id)
    room.open_item.change(named, by=staffed.by)
    stand_at(staffed, "2026-11-21 08:30")
    sign(staffed, OUTGOING, staffed.admin)
    sign(staffed, INCOMING, staffed.officer)
    signed = room.log_sheet.sheets(staffed.shift.duty_date)
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    room.open_item.close(item.id, "已修复", by=staffed.by)
    assert room.log_sheet.sheets(staffed.shift.duty_date) == signed
    _, (sheet,) = signed
    assert [entry.result for entry in sheet.entries] == [""]
    (line,) = sheet.open_items
    assert line.title == text.splitlines()[0]
    assert (line.source, line.progress, line.is_overdue) == ("日志第1条", "已转市政处", True)


def test_a_signed_sheet_keeps_the_result_of_an_item_that_is_taken_up_again_later(
    staffed: Staff,
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "塌陷"), by=staffed.by, open_item=True)
    (item,) = room.open_item.open_items()
    room.open_item.note(progress_draft(room, item.id, "市政已到场"), by=staffed.by)
    room.open_item.close(item.id, "已修好", by=staffed.by)
    hand_over(staffed)
    signed = room.log_sheet.sheets(staffed.shift.duty_date)
    assert signed[1][0].entries[0].result == "已修好"
    room.clock.forward(hours=1)  # type: ignore[attr-defined]  # FixedClock
    room.open_item.reopen(item.id, "又塌了", by=staffed.by)
    assert room.log_sheet.sheets(staffed.shift.duty_date) == signed
    (carried,) = room.handover.draft().facts.open_items
    assert [words.split(" ", 2)[2] for words in carried.progress] == [
        "市政已到场（甲某）",
        "办结：已修好（甲某）",
        "重新办理：又塌了（甲某）",
    ]
    _, (running,) = room.log_sheet.sheets(None)
    assert "重新办理：又塌了" in running.open_items[0].progress


def test_a_directive_that_is_not_closed_stands_with_the_open_items_of_its_sheet(
    staffed: Staff,
) -> None:
    room = staffed.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=staffed.by)
    _, (running,) = room.log_sheet.sheets(None)
    assert [line.title for line in running.open_items] == ["区长批示：排查隐患"]
    stand_at(staffed, "2026-11-21 08:30")
    sign(staffed, OUTGOING, staffed.admin)
    sign(staffed, INCOMING, staffed.officer)
    _, (signed,) = room.log_sheet.sheets(staffed.shift.duty_date)
    (line,) = room.directive.open_lines()
    closing = Closing("已阅", needs_no_feedback=True)
    room.directive.close(line.id, room.directive.new_id(), closing, by=staffed.by)
    assert room.log_sheet.sheets(staffed.shift.duty_date)[1] == (signed,)
    assert [line.title for line in signed.open_items] == ["区长批示：排查隐患"]


def test_what_the_kind_asks_stands_in_its_columns(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "来电"), by=staffed.by).value
    details = {
        "urgency": "extra_urgent",
        "page_count": "3",
        "proposed_handling": "转应急办",
        "result": "已传阅",
    }
    made = draft(
        room,
        "通知",
        kind=EntryKind.FAX,
        handling="已登记",
        details=details,
        continuation_of=first.id,
    )
    entry = room.duty_log.record(made, by=staffed.by, open_item=True).value
    (item,) = room.open_item.open_items()
    room.open_item.close(item.id, "已归档", by=staffed.by)
    row = room.log_sheet.sheets(None)[1][0].entries[1]
    assert row.no == entry.no
    assert (row.urgency, row.handling) == ("特急", "已登记\n拟办意见：转应急办")
    assert (row.result, row.particulars) == ("已传阅；已归档", ("页数：3",))
    assert row.continues == EntryReference(1, None)
