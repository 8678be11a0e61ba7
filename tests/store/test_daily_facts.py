from datetime import date, timedelta

from dutydesk.domain.daily import DailyFacts
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.open_item import DraftOpenItem
from dutydesk.domain.warning import WarningState
from dutydesk.store.daily_facts import facts_of
from dutydesk.wording import daily
from tests.builders import Staff, draft
from tests.services.test_incident_report import opened
from tests.store.test_warning import warning


def facts(staffed: Staff) -> DailyFacts:
    room = staffed.room
    with room.store.reading() as tables:
        return facts_of(tables, staffed.shift.duty_date, room.clock.now())


def test_a_day_holds_what_its_shifts_took_down(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    room.duty_log.record(draft(room, "打错了"), by=by)
    room.duty_log.record(draft(room, "路灯不亮", source="一社区", handling="已转市政"), by=by)
    room.duty_log.record(draft(room, "报送值守情况", kind=EntryKind.SUPERIOR_NOTICE), by=by)
    found = facts(staffed)
    assert found.counts[EntryKind.INCOMING_CALL] == 2
    assert [entry.text for entry in found.entries] == ["路灯不亮", "报送值守情况"]
    assert found.until == room.clock.now()
    assert found.is_quiet


def test_a_call_that_is_still_open_is_told(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    entry = room.duty_log.record(draft(room, "井盖缺失"), by=by).value
    item = DraftOpenItem(
        id=room.open_item.new_id(), title="井盖缺失", owner="市政", origin_entry_id=entry.id
    )
    room.open_item.open(item, by=by)
    found = facts(staffed)
    assert [one.text for one in found.entries] == ["井盖缺失"]
    assert [one.title for one in found.open_items] == ["井盖缺失"]


def test_an_incident_of_the_day_stands_with_its_reports(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    found = facts(staffed)
    assert [one.incident.id for one in found.incidents] == [fire.id]
    assert not found.is_quiet
    said = daily.body(found)
    assert "接报突发事件1起" in said
    assert "尚未报送。" in said


def test_a_warning_that_ended_before_the_day_is_not_told(staffed: Staff) -> None:
    room = staffed.room
    began = facts(staffed).since
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.warning
        early = {"received_at": began - timedelta(days=1), "issued_at": began}
        table.put(warning("2026-1", **early))
        state = {"state": WarningState.LIFTED, "ended_at": began - timedelta(seconds=1)}
        table.put(warning("2026-2", **early, **state))
        table.put(warning("2026-3", **early, **{**state, "ended_at": began}))
    assert [one.warning_no for one in facts(staffed).warnings] == ["2026-1", "2026-3"]


def test_a_day_nobody_kept_is_still_a_day(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        empty = facts_of(tables, date(2026, 2, 28), room.clock.now())
    assert empty.counts == {}
    assert daily.body(empty).splitlines()[1].startswith("截至3月1日8时30分")


def test_a_past_day_tells_what_was_open_when_it_ended(staffed: Staff) -> None:
    """Printed a day later it named items of the next day and left out what was closed since."""
    room, by = staffed.room, staffed.by
    was_open = DraftOpenItem(id=room.open_item.new_id(), title="井盖缺失", owner="市政")
    room.open_item.open(was_open, by=by)
    room.clock.forward(days=1)
    later = DraftOpenItem(id=room.open_item.new_id(), title="路灯不亮", owner="市政")
    room.open_item.open(later, by=by)
    room.open_item.close(was_open.id, "已补", by=by)
    assert [one.title for one in facts(staffed).open_items] == ["井盖缺失"]
