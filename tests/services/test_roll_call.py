import pytest

from dutydesk.domain import roll_call as domain
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.reporting_unit import DraftReportingUnit, ReachResult
from tests.builders import Staff
from tests.reporting_builders import list_units, result_draft, roll_call_draft


def entries(staff: Staff):
    return [one.entry for one in staff.room.duty_log.entries_of_running_shift()[1]]


def test_a_roll_call_is_begun_recorded_and_ended_with_one_entry(staffed: Staff) -> None:
    room, service = staffed.room, staffed.room.roll_call
    list_units(staffed)
    draft = roll_call_draft()
    sheet = service.start(draft, by=staffed.by).value
    assert service.start(draft, by=staffed.by).changes.touched == {}
    with pytest.raises(domain.RollCallRunning):
        service.start(roll_call_draft(), by=staffed.by)
    first, second, third = (line.target.id for line in sheet.lines)
    tried = result_draft(first)
    service.record(tried, by=staffed.by)
    assert service.record(tried, by=staffed.by).changes.touched == {}
    silent = result_draft(second, result=ReachResult.NO_ANSWER)
    held = service.record(silent, by=staffed.by).value
    assert (held.lead_on_post, held.knows_situation) == (None, None)
    with pytest.raises(domain.RollCallUnfinished):
        service.end(draft.id, by=staffed.by)
    service.record(result_draft(third, result=ReachResult.WRONG_NUMBER), by=staffed.by)
    assert entries(staffed) == []
    ended = service.end(draft.id, by=staffed.by).value.roll_call
    assert service.end(draft.id, by=staffed.by).changes.touched == {}
    (entry,) = entries(staffed)
    assert (entry.kind, entry.id) == (EntryKind.DUTY_CHECK, ended.entry_id)
    assert entry.text == (
        "11月20日8时30分电话点名3个社区（夜间点名）；应答1个；无人接听1个：安和二社区；"
        "号码有误1个：安和三社区。"
    )
    assert entry.details == {
        "direction": "of_subordinate", "method": "phone", "checker": "甲某",
    }  # fmt: skip
    with pytest.raises(domain.RollCallEnded):
        service.record(result_draft(first), by=staffed.by)
    assert room.roll_call.view().records != {}


def test_a_finding_is_told_at_once_and_begins_an_open_item(staffed: Staff) -> None:
    room, service = staffed.room, staffed.room.roll_call
    list_units(staffed, "安和一社区")
    sheet = service.start(roll_call_draft(), by=staffed.by).value
    wrong = result_draft(
        sheet.lines[0].target.id, lead_on_post=False, ring_count=6, person="王某",
        finding="带班领导外出未报备", action="责成补办", begins_open_item=True,
    )  # fmt: skip
    result = service.record(wrong, by=staffed.by).value
    (entry,) = entries(staffed)
    assert entry.id == result.entry_id
    assert entry.text == ("点名安和一社区：带班领导不在岗，带班领导外出未报备。处理：责成补办。")
    assert entry.details["lead_on_post"] == "no"
    assert entry.details["ring_count"] == "6"
    (item,) = room.open_item.open_items()
    assert (item.owner, item.origin_entry_id) == ("安和一社区", entry.id)
    ended = service.end(sheet.roll_call.id, note="其余改日", by=staffed.by).value
    assert ended.faulty
    assert "安和一社区带班领导不在岗，带班领导外出未报备；其余改日。" in entries(staffed)[-1].text


def test_units_are_drawn_fairly_or_chosen_by_hand(staffed: Staff) -> None:
    service = staffed.room.roll_call
    units = list_units(staffed)
    drawn = []
    for _ in range(3):
        draft = roll_call_draft(draw_count=1)
        sheet = service.start(draft, by=staffed.by).value
        assert sheet.roll_call.is_random
        drawn.append(sheet.lines[0].target.unit_id)
        service.end(draft.id, note="试", by=staffed.by)
    assert sorted(drawn) == sorted(one.id for one in units)
    chosen = roll_call_draft(unit_ids=(units[2].id,))
    (line,) = service.start(chosen, by=staffed.by).value.lines
    assert (line.target.name, line.target.phone) == (units[2].name, units[2].phone)


def test_nobody_to_call_and_what_is_not_on_file_is_refused(staffed: Staff) -> None:
    service = staffed.room.roll_call
    with pytest.raises(domain.NoUnitsToCall):
        service.start(roll_call_draft(), by=staffed.by)
    staffed.room.reporting_unit.put(
        DraftReportingUnit(id="x", name="甲社区", has_roll_call=False), by=staffed.by
    )
    with pytest.raises(RecordUnknown):
        service.start(roll_call_draft(unit_ids=("x",)), by=staffed.by)
    for ask in (
        lambda: service.record(result_draft("没有"), by=staffed.by),
        lambda: service.end("没有", by=staffed.by),
        lambda: service.sheet("没有"),
    ):
        with pytest.raises(RecordUnknown):
            ask()
    with pytest.raises(domain.NoRollCallYet):
        service.sheet()


def test_the_view_shows_the_one_that_goes_on_or_else_the_last(staffed: Staff) -> None:
    service = staffed.room.roll_call
    assert service.view().sheet is None
    list_units(staffed)
    first = roll_call_draft()
    service.start(first, by=staffed.by)
    service.end(first.id, note="试", by=staffed.by)
    staffed.room.clock.forward(minutes=5)
    second = roll_call_draft()
    service.start(second, by=staffed.by)
    view = service.view()
    assert view.sheet.roll_call.id == second.id
    assert [one.id for one in view.roll_calls] == [second.id, first.id]
    assert service.view(first.id).sheet.roll_call.id == first.id
    assert service.sheet().roll_call.id == second.id
    assert [one.roll_call.id for one in service.roll_calls()] == [second.id, first.id]
