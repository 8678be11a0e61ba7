from datetime import timedelta

import pytest

from dutydesk import paths
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.absence_facts import ActingPersonAway
from dutydesk.domain.absence_refusals import AbsenceNotBegun, AbsenceOverlaps, ActsForOneself
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from tests.absence_builders import absence_change, absence_draft, at
from tests.builders import PIN, Staff


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def told(room: DutyRoom) -> list[str]:
    _, entries = room.duty_log.entries_of_running_shift()
    assert {(one.entry.kind, one.entry.is_automatic) for one in entries} <= {
        (EntryKind.OTHER, True)
    }
    return [one.entry.text for one in entries]


def test_a_notice_is_filed_once_and_told_by_the_log(staffed: Staff) -> None:
    room, draft = staffed.room, absence_draft()
    done = room.absence_notice.file(draft, by=staffed.by)
    assert (done.value.notice.recorder, done.value.cautions) == ("甲某", ())
    again = room.absence_notice.file(draft, by=staffed.by)
    assert (again.value, again.changes.touched) == (done.value, {})
    assert room.absence_notice.running() == [done.value.notice]
    (line,) = told(room)
    assert line == (
        "外出报备：区应急局 局长 丁某，11月21日08:00至11月23日18:00，去向省城，"
        "事由参加会议，代班戊某 19900000021。批准：区长。"
    )


def test_what_is_refused_leaves_no_trace(staffed: Staff) -> None:
    room = staffed.room
    room.absence_notice.file(absence_draft(), by=staffed.by)
    before = head(room)
    with pytest.raises(AbsenceOverlaps):
        room.absence_notice.file(absence_draft(), by=staffed.by)
    with pytest.raises(ActsForOneself):
        room.absence_notice.file(absence_draft(acting_person="丁某"), by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.absence_notice.back("没有", by=staffed.by)
    assert head(room) == before
    meant = room.absence_notice.file(absence_draft(), by=staffed.by, is_overlap_meant=True)
    assert len(room.absence_notice.running()) == 2
    assert meant.value.notice.version == 1


def test_who_acts_and_is_away_himself_warns_and_does_not_block(staffed: Staff) -> None:
    room = staffed.room
    acting = absence_draft(person="戊某", acting_person="己某")
    known = room.absence_notice.file(acting, by=staffed.by).value.notice
    draft = absence_draft()
    caution = ActingPersonAway("戊某", known)
    assert room.absence_notice.cautions(draft) == (caution,)
    assert room.absence_notice.file(draft, by=staffed.by).value.cautions == (caution,)


def test_a_change_keeps_the_old_version_and_is_written_once(staffed: Staff) -> None:
    room = staffed.room
    one = room.absence_notice.file(absence_draft(), by=staffed.by).value.notice
    draft = absence_change(one.id, ends_at=at("11-24 18:00"))
    new = room.absence_notice.change(draft, by=staffed.by).value.notice
    again = room.absence_notice.change(draft, by=staffed.by)
    assert (again.value.notice, again.changes.touched) == (new, {})
    file = room.absence_notice.notice(one.id)
    assert (file.notice, [change.version for change in file.changes]) == (new, [2])
    assert told(room)[-1] == (
        "外出报备变更：区应急局 局长 丁某，返回时间由11月23日18:00改为11月24日18:00。"
        "原因：会期延长"
    )


def test_a_return_is_recorded_once(staffed: Staff) -> None:
    room = staffed.room
    one = room.absence_notice.file(absence_draft(), by=staffed.by).value.notice
    with pytest.raises(AbsenceNotBegun):
        room.absence_notice.back(one.id, by=staffed.by)
    room.clock.at = one.ends_at  # type: ignore[attr-defined]  # FixedClock
    assert room.absence_notice.due() == []
    room.clock.at = at("11-23 20:05")  # type: ignore[attr-defined]  # FixedClock
    assert room.absence_notice.away() == [one]
    (due,) = room.absence_notice.due()
    assert (due.kind, due.record_id, due.due_at) == (DueKind.ABSENCE_RETURN, one.id, one.ends_at)
    assert (due.title, due.target) == ("区应急局 局长 丁某", "戊某 19900000021")
    back = room.absence_notice.back(one.id, by=staffed.by).value
    assert back.back_at == room.clock.now()
    again = room.absence_notice.back(one.id, by=staffed.by)
    assert (again.value, again.changes.touched) == (back, {})
    assert told(room)[-1] == ("销假：区应急局 局长 丁某，11月23日20:05返回，比报备晚2小时5分")
    assert room.absence_notice.away() == []


def test_a_cancelled_notice_stays_with_its_reason(staffed: Staff) -> None:
    room = staffed.room
    one = room.absence_notice.file(absence_draft(), by=staffed.by).value.notice
    gone = room.absence_notice.cancel(one.id, "会议取消", change_id="c", by=staffed.by).value
    again = room.absence_notice.cancel(one.id, "会议取消", change_id="c", by=staffed.by)
    assert (again.value, again.changes.touched) == (gone, {})
    assert room.absence_notice.running() == []
    assert room.absence_notice.every() == [gone]
    assert told(room)[-1].startswith("外出报备取消：区应急局 局长 丁某，原定")


def test_lists_begin_with_whoever_is_away_and_search_finds_all(staffed: Staff) -> None:
    room = staffed.room
    coming = room.absence_notice.file(absence_draft(), by=staffed.by).value.notice
    now = room.clock.now()
    away = room.absence_notice.file(
        absence_draft(person="己某", starts_at=now, ends_at=now + timedelta(days=5)),
        by=staffed.by,
    ).value.notice
    gone = room.absence_notice.file(absence_draft(person="庚某"), by=staffed.by).value.notice
    gone = room.absence_notice.cancel(gone.id, "不去了", change_id="c", by=staffed.by).value
    assert room.absence_notice.notices() == [away, coming, gone]
    assert room.absence_notice.notices("庚某 省城") == [gone]
    assert room.absence_notice.notices("没有的人") == []


def test_who_may_only_look_files_nothing(staffed: Staff) -> None:
    room = staffed.room
    viewer = room.officer.add("查阅者", OfficerRole.VIEWER, PIN, by=staffed.by).value
    with pytest.raises(OfficerMayNot):
        room.absence_notice.file(absence_draft(), by=Actor(viewer.id, viewer.id))
    assert room.absence_notice.running() == []


def test_before_the_first_shift_a_notice_is_kept_and_no_log_told(room: DutyRoom) -> None:
    room.absence_notice.file(absence_draft(), by=Actor("cli"))
    assert len(room.absence_notice.running()) == 1
    assert room.duty_log.entries_of_running_shift() == (None, [])


def test_contacts_who_are_away_are_told_by_name_and_unit(staffed: Staff) -> None:
    room, now = staffed.room, staffed.room.clock.now()
    room.contact_import.import_file(paths.resources_dir() / "demo" / "contacts.csv", by=staffed.by)
    cards = room.contacts.find("尉迟某", 5)
    draft = absence_draft(person="尉迟某", unit=cards[0].unit, starts_at=now)
    room.absence_notice.file(draft, by=staffed.by)
    note = "外出至11月23日 18:00，代：戊某 19900000021"
    assert room.absence_notice.notes(cards) == {cards[0].contact.id: note}
    assert room.absence_notice.notes(room.contacts.find("区某", 5)) == {}
