from datetime import timedelta

import pytest

from dutydesk.domain.directive import DirectiveStatus, DraftDirective
from dutydesk.domain.directive_refusals import DirectiveListed, DirectiveNotPassedOn
from dutydesk.domain.directive_step import Chase, Closing, Feedback, PassOn, Receipt
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_text
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from tests.builders import PIN, Staff, draft


def drafted(staffed: Staff, **changes: object) -> DraftDirective:
    room = staffed.room
    values = {
        "id": room.directive.new_id(),
        "leader": "区长",
        "text": "请应急办牵头，今日内排查同类隐患。",
        "at": room.clock.now(),
    }
    return DraftDirective(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def texts(staffed: Staff) -> list[str]:
    _, entries = staffed.room.duty_log.entries_of_running_shift()
    return [listed.entry.text for listed in entries]


def test_a_directive_goes_its_way_and_the_log_tells_the_night(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    service = room.directive
    noted = service.note(drafted(staffed, due_at=now + timedelta(hours=16)), by=by)
    line = noted.value
    assert noted.changes.ids("directive") == {line.id}
    assert noted.changes.ids("log_entry") == {line.entry_id}
    steps = [service.new_id() for _ in range(5)]
    service.pass_on(line.id, steps[0], PassOn(unit="应急办", person="乙某", at=now), by=by)
    service.sign_for(line.id, steps[1], Receipt("乙某", now), by=by)
    service.chase(line.id, steps[2], Chase("请抓紧", now, "在办"), by=by)
    service.feed_back(line.id, steps[3], Feedback("已排查12户", now), by=by)
    done = service.close(line.id, steps[4], Closing("已整改"), by=by).value
    assert (done.status, done.closed_by) == (DirectiveStatus.CLOSED, "甲某")
    assert service.open_lines() == []
    _, entries = room.duty_log.entries_of_running_shift()
    told = [listed.entry for listed in entries]
    assert [one.kind for one in told] == [EntryKind.DIRECTIVE] * 6
    assert [one.id for one in told[1:]] == steps
    assert {one.continuation_of for one in told[1:]} == {line.entry_id}
    assert [one.is_automatic for one in told] == [False, *[True] * 5]
    assert [one.text[:2] for one in told[1:]] == ["传达", "签收", "催办", "反馈", "办结"]
    assert (told[0].person, told[0].text) == ("区长", line.text)
    (followed,) = service.ledger()
    assert [one.id for one in followed.chases] == [steps[2]]
    assert followed.entry_no == 1
    assert room.verification.verify().ok


def test_nothing_is_written_twice(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    typed = drafted(staffed)
    line = room.directive.note(typed, by=by).value
    assert room.directive.note(typed, by=by).value == line
    step = room.directive.new_id()
    passing = PassOn(unit="应急办", at=now)
    first = room.directive.pass_on(line.id, step, passing, by=by).value
    again = room.directive.pass_on(line.id, step, passing, by=by)
    assert (again.value, again.changes.names("directive")) == (first, False)
    chase = room.directive.new_id()
    for _ in range(2):
        room.directive.chase(line.id, chase, Chase("请抓紧", now), by=by)
    (followed,) = room.directive.ledger(only_open=True)
    assert len(followed.chases) == 1
    assert len(texts(staffed)) == 3


def test_a_refused_step_leaves_neither_line_nor_entry(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    line = room.directive.note(drafted(staffed), by=by).value
    with pytest.raises(DirectiveNotPassedOn):
        room.directive.chase(line.id, room.directive.new_id(), Chase("催", now), by=by)
    with pytest.raises(RecordUnknown):
        room.directive.close("没有", room.directive.new_id(), Closing("好"), by=by)
    viewer = room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=by).value
    with pytest.raises(OfficerMayNot):
        room.directive.note(drafted(staffed), by=Actor(viewer.id, viewer.id))
    assert room.directive.ledger()[0].chases == ()
    assert texts(staffed) == [line.text]


def test_an_entry_of_the_quick_entry_begins_its_line_by_itself(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    details = {
        "directive_form": "oral",
        "carrier": "燃气泄漏首报",
        "passed_to": "应急办",
        "passed_at": to_text(now),
        "feedback_due_at": to_text(now + timedelta(hours=2)),
    }
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长", details=details)
    done = room.duty_log.record(typed, by=staffed.by)
    (line,) = room.directive.open_lines()
    assert done.changes.ids("directive") == {line.id}
    assert (line.entry_id, line.leader, line.text) == (typed.id, "区长", "排查隐患")
    assert (line.status, line.passed_to_unit) == (DirectiveStatus.PASSED_ON, "应急办")
    assert room.directive.of_entry(typed.id) == line
    going_on = draft(room, "再批", kind=EntryKind.DIRECTIVE, continuation_of=typed.id)
    room.duty_log.record(going_on, by=staffed.by)
    assert room.directive.open_lines() == [line]


def test_an_instruction_is_taken_into_the_ledger_once(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room, "燃气异味", instruction="请核实")
    room.duty_log.record(typed, by=staffed.by)
    line = room.directive.note(
        drafted(staffed, text="请核实", entry_id=typed.id), by=staffed.by
    ).value
    assert line.entry_id == typed.id
    assert texts(staffed) == ["燃气异味"]
    with pytest.raises(DirectiveListed) as listed:
        room.directive.note(drafted(staffed, entry_id=typed.id), by=staffed.by)
    assert listed.value.entry_no == 1
    with pytest.raises(RecordUnknown):
        room.directive.note(drafted(staffed, entry_id="没有"), by=staffed.by)


def test_a_correction_of_the_entry_is_followed_by_its_line(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=by)
    new = room.duty_log.correct(
        typed.id, Correction(room.duty_log.new_id(), "听错", text="排查全部隐患"), by=by
    ).value
    (line,) = room.directive.open_lines()
    assert (line.entry_id, line.text) == (new.id, "排查全部隐患")
    other = draft(room, "排查", kind=EntryKind.OTHER)
    room.duty_log.record(other, by=by)
    turned = Correction(room.duty_log.new_id(), "是批示", kind=EntryKind.DIRECTIVE)
    room.duty_log.correct(other.id, turned, by=by)
    assert [one.text for one in room.directive.open_lines()] == ["排查全部隐患", "排查"]
    assert room.verification.verify().ok


def test_the_ledger_of_a_span_begins_at_its_first_instant_and_ends_before_its_last(
    staffed: Staff,
) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    line = room.directive.note(drafted(staffed), by=staffed.by).value
    second = timedelta(seconds=1)
    for since, until, is_in in (
        (now, now + second, True),
        (now - second, now, False),
        (now + second, None, False),
        (None, now + second, True),
    ):
        found = room.directive.ledger(since=since, until=until)
        assert [one.directive.id for one in found] == ([line.id] if is_in else [])


def test_a_directive_that_is_not_closed_is_handed_over_and_frozen(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    line = room.directive.note(drafted(staffed, due_at=now + timedelta(hours=2)), by=by).value
    (carried,) = room.handover.draft().facts.directives
    assert (carried.id, carried.owner, carried.attention) == (line.id, "值班室待传达", "待传达")
    assert (carried.due_at, carried.entry_no, carried.is_directive) == (line.due_at, 1, True)
    ticked = room.handover.take_items((line.id,), is_taken=True, by=by).value
    assert ticked.facts.directives[0].is_taken
    step = room.directive.new_id()
    room.directive.pass_on(line.id, step, PassOn(unit="应急办", at=now), by=by)
    room.handover.draft()
    record = room.handover.record(staffed.shift.id)
    (printed,) = record.open_items
    assert printed.title == "区长批示：请应急办牵头，今日内排查同类隐患。"
    assert (printed.owner, printed.note, printed.source) == ("应急办", "", "日志第1条")
    assert printed.progress == "已传达\n11月20日 08:30 传达应急办"


def test_neither_a_step_nor_the_struck_version_of_a_directive_is_listed_again(
    staffed: Staff,
) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    line = room.directive.note(drafted(staffed), by=by).value
    room.directive.pass_on(line.id, "步", PassOn(unit="应急办", at=now), by=by)
    fix = Correction(room.duty_log.new_id(), "听错", text="排查燃气隐患")
    room.duty_log.correct(line.entry_id, fix, by=by)
    for entry_id in ("步", line.entry_id):
        with pytest.raises(DirectiveListed):
            room.directive.note(drafted(staffed, entry_id=entry_id), by=by)
