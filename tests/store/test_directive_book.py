from dutydesk.domain.directive_step import PassOn
from dutydesk.domain.duty_log import Correction, Recorder
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


def test_going_on_with_a_step_or_with_a_corrected_directive_begins_no_second_line(
    staffed: Staff,
) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=by)
    (line,) = room.directive.open_lines()
    room.directive.pass_on(line.id, "步", PassOn(unit="应急办", at=now), by=by)
    fix = Correction(room.duty_log.new_id(), "听错", text="排查燃气隐患")
    fixed = room.duty_log.correct(typed.id, fix, by=by).value
    for before in ("步", typed.id, fixed.id):
        more = draft(room, "应急办来电询问范围", kind=EntryKind.DIRECTIVE, continuation_of=before)
        room.duty_log.record(more, by=by)
    (followed,) = room.directive.open_lines()
    assert (followed.id, followed.entry_id) == (line.id, fixed.id)
