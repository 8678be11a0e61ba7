from datetime import timedelta

from dutydesk.domain.directive_step import Chase, Closing, PassOn
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.store.carried_directive import carried_directives
from tests.builders import Staff, draft


def test_the_latest_three_steps_are_carried_and_a_closed_line_is_not(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=by)
    (line,) = room.directive.open_lines()
    new = room.directive.new_id
    room.directive.pass_on(line.id, new(), PassOn(unit="应急办", at=now), by=by)
    for number in range(3):
        room.clock.forward(minutes=1)  # type: ignore[attr-defined]  # FixedClock
        at = now + timedelta(minutes=number + 1)
        room.directive.chase(line.id, new(), Chase(f"第{number}次", at), by=by)
    with room.store.reading() as tables:
        (carried,) = carried_directives(tables)
    assert (carried.title, carried.owner) == ("区长批示：排查隐患", "应急办")
    assert carried.progress_count == 4
    assert [words.split("催办：")[1] for words in carried.progress] == [
        "第0次（甲某）",
        "第1次（甲某）",
        "第2次（甲某）",
    ]
    closing = Closing("已办", needs_no_feedback=True)
    room.directive.close(line.id, new(), closing, by=by)
    with room.store.reading() as tables:
        assert carried_directives(tables) == ()
