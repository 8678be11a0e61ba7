from tests.builders import Staff


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
