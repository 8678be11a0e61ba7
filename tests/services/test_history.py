import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.wording.history import story
from tests.builders import Staff, draft, item_draft
from tests.report_builders import ref, save
from tests.services.test_incident_report import opened


def test_every_state_of_a_record_is_told_oldest_first(staffed: Staff) -> None:
    room = staffed.room
    room.shift.describe("晴", "平稳", by=staffed.by)
    steps = room.history.steps("shift", staffed.shift.id)
    assert [step.action for step in steps] == ["shift.start", "shift.describe"]
    rows = [step.row or {} for step in steps]
    assert [row["weather"] for row in rows] == ["", "晴"]


def test_a_record_that_never_was_has_no_history(staffed: Staff) -> None:
    assert staffed.room.history.steps("shift", "没有") == []
    assert staffed.room.history.steps("officer", staffed.shift.id) == []


def test_an_entry_is_told_with_its_corrections_whichever_is_asked_for(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value
    room.duty_log.correct(entry.id, Correction("改", "听错", text="3号楼进水"), by=staffed.by)
    room.withdrawal.withdraw("改", Withdrawal("撤", "记重了"), by=staffed.by)
    told = [room.history.told("log_entry", one) for one in (entry.id, "改", "撤")]
    assert told[0] == told[1] == told[2]
    actions = [version.action for version in told[0].versions]
    assert actions == ["duty_log.record", "duty_log.correct", "duty_log.withdraw"]
    assert told[0].names[staffed.admin.id] == staffed.admin.name
    texts = [one for one in told[0].versions[1].changes if one.field == "text"]
    assert [(one.old, one.new) for one in texts] == [("2号楼进水", "3号楼进水")]


def test_an_open_item_is_told_from_its_touches(staffed: Staff) -> None:
    room = staffed.room
    item = item_draft("回电", "甲某")
    room.open_item.open(item, by=staffed.by)
    room.open_item.close(item.id, "已回", by=staffed.by)
    told = room.history.told("open_item", item.id)
    assert [one.action for one in told.versions] == ["open_item.open", "open_item.close"]
    changed = {one.field: (one.old, one.new) for one in told.versions[1].changes}
    assert changed["status"] == ("open", "closed")


@pytest.mark.parametrize("table", ["log_entry", "open_item", "incident"])
def test_what_is_not_on_record_has_no_history(staffed: Staff, table: str) -> None:
    with pytest.raises(RecordUnknown):
        staffed.room.history.told(table, "没有")


def test_an_incident_is_told_with_every_step_of_its_reports(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    made = save(room, incident)
    room.report_draft.submit(ref(room, made), by=staffed.by)
    room.report_draft.send_back(ref(room, made), "地点不准", by=staffed.by)
    told = room.history.told("incident", incident.incident_no)
    words = story(told)
    assert [one.action for one in told.versions] == [
        "incident.open",
        "report_step.drafted",
        "report_step.submitted",
        "report_step.sent_back",
    ]
    assert "退回\n　　报告：首报：" in words
    assert "退回　甲某：地点不准" in words
    assert "（空）" not in words.split("2. ")[1]
