from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.store import directive_book
from tests.builders import Staff, draft


def test_the_entry_of_a_step_goes_on_with_the_one_of_the_directive(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=staffed.by)
    (line,) = room.directive.open_lines()
    now = room.clock.now()
    with room.store.writing(actor="cli", action="test") as work:
        entry = directive_book.append_step(
            work.tables,
            directive_book.step_entry(line, "步", "传达批示。", now),
            Recorder("甲某", None),
            now,
            room.ids,
        )
    assert (entry.id, entry.person, entry.continuation_of) == ("步", "区长", typed.id)
    assert entry.is_automatic
    assert room.directive.open_lines() == [line]


def test_a_closed_line_does_not_follow_a_correction_and_none_is_made_for_others(
    staffed: Staff,
) -> None:
    room = staffed.room
    typed = draft(room, "燃气异味")
    entry = room.duty_log.record(typed, by=staffed.by).value
    with room.store.writing(actor="cli", action="test") as work:
        directive_book.follow_correction(work.tables, entry, entry, room.ids)
        assert work.tables.directive.open() == []
