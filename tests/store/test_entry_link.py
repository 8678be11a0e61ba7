from dutydesk.domain.duty_log import Correction
from tests.builders import Staff, draft


def test_an_entry_knows_what_struck_it_and_what_it_took_the_place_of(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "甲"), by=staffed.by).value
    alone = room.duty_log.record(draft(room, "乙"), by=staffed.by).value
    fix = Correction("改", "听错", text="丙")
    made = room.duty_log.correct(first.id, fix, by=staffed.by).value
    old, new, other = (room.duty_log.entry(one.id) for one in (first, made, alone))
    assert old.corrected_by == made.id
    assert old.struck_by is not None
    assert (old.struck_by.no, old.struck_by.reason, old.struck_by.is_withdrawal) == (
        made.no,
        "听错",
        False,
    )
    assert old.struck_by.duty_date == staffed.shift.duty_date
    assert old.corrects is None
    assert new.corrects is not None
    assert (new.corrects.id, new.corrects.no, new.corrects.reason) == (first.id, first.no, "")
    assert (other.corrected_by, other.struck_by, other.corrects) == (None, None, None)
    assert room.duty_log.page([1])[1] == old
