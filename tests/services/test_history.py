import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff, draft, item_draft


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
