from pathlib import Path

import pytest

from dutydesk.domain.attachment import (
    MEGABYTE,
    AttachmentMissing,
    AttachmentReasonMissing,
    AttachmentsTooMany,
    AttachmentTooLarge,
    NewAttachment,
)
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.store.attachment_files import place_of
from tests.builders import PIN, Staff, draft
from tests.handover_builders import hand_over
from tests.photo_builders import photo


@pytest.fixture
def taken(staffed: Staff, tmp_path: Path) -> NewAttachment:
    """A photo that lies in the room and waits for its entry."""
    service = staffed.room.attachment
    return service.take_in(photo(tmp_path / "现场.jpg"), service.limits())


def journal_rows(staffed: Staff) -> int:
    with staffed.room.store.reading() as tables:
        return tables.journal.count()


def test_a_photo_is_known_by_its_content_with_position_and_time(taken: NewAttachment) -> None:
    assert (taken.name, taken.media_type) == ("现场.jpg", "image/jpeg")
    assert (taken.taken_at, taken.latitude) == ("2026-11-21T02:15:07", 30.123456)


def test_limits_are_settings_of_the_unit(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    assert room.attachment.limits().most == 50 * MEGABYTE
    assert room.attachment.limits().warn == 20 * MEGABYTE
    room.settings.put({"attachment_most_mb": 1}, by=staffed.by)
    large = tmp_path / "大.bin"
    large.write_bytes(bytes(MEGABYTE + 1))
    with pytest.raises(AttachmentTooLarge):
        room.attachment.take_in(large, room.attachment.limits())


def test_entry_and_attachment_are_one_journal_row(staffed: Staff, taken: NewAttachment) -> None:
    before = journal_rows(staffed)
    entry = draft(staffed.room)
    done = staffed.room.duty_log.record(entry, by=staffed.by, attachments=[taken])
    assert journal_rows(staffed) == before + 1
    assert done.changes.ids("attachment") == {taken.id}
    (held,) = staffed.room.duty_log.entry(entry.id).attachments
    assert (held.sha256, held.is_later, held.added_by) == (taken.sha256, False, "甲某")
    again = staffed.room.duty_log.record(entry, by=staffed.by, attachments=[taken])
    assert not again.changes.names("attachment")


def test_an_entry_whose_file_vanished_is_not_recorded(
    staffed: Staff, taken: NewAttachment
) -> None:
    place_of(staffed.room.store.folder, taken.sha256).unlink()
    with pytest.raises(AttachmentMissing):
        staffed.room.duty_log.record(draft(staffed.room), by=staffed.by, attachments=[taken])
    assert staffed.room.duty_log.entries_of_running_shift()[1] == []


def test_a_plain_entry_costs_no_statement_more(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dutydesk.store.rows import WritingRows

    said: list[str] = []
    for name in ("query", "one"):
        plain = getattr(WritingRows, name)

        def noted(rows: WritingRows, sql: str, parameters: object = (), plain=plain) -> object:
            said.append(sql)
            return plain(rows, sql, parameters)

        monkeypatch.setattr(WritingRows, name, noted)
    staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    assert said
    assert [sql for sql in said if "attachment" in sql] == []


def test_an_attachment_comes_later_with_who_and_when(staffed: Staff, taken: NewAttachment) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    room.clock.forward(minutes=5)  # type: ignore[attr-defined]  # FixedClock
    (added,) = room.attachment.add(entry.id, [taken], by=staffed.by).value
    assert (added.is_later, added.is_after_handover) == (True, False)
    assert added.added_at == room.clock.now()
    assert room.attachment.add(entry.id, [taken], by=staffed.by).value == []
    assert room.attachment.of_entry(entry.id) == [added]


def test_after_the_handover_it_is_marked(staffed: Staff, taken: NewAttachment) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    hand_over(staffed)
    (added,) = room.attachment.add(entry.id, [taken], by=Actor("cli")).value
    assert added.is_after_handover
    _, sheets = room.log_sheet.sheets(staffed.shift.duty_date)
    (name,) = next(one for one in sheets[0].entries if one.no == entry.no).attachments
    assert name == f"现场.jpg（{taken.sha256[:8]}，交接后补）"


def test_it_is_withdrawn_with_a_reason_and_stays(staffed: Staff, taken: NewAttachment) -> None:
    room = staffed.room
    entry = draft(room)
    room.duty_log.record(entry, by=staffed.by, attachments=[taken])
    with pytest.raises(AttachmentReasonMissing):
        room.attachment.withdraw(taken.id, " ", by=staffed.by)
    gone = room.attachment.withdraw(taken.id, "放错了", by=staffed.by).value
    assert room.attachment.of_entry(entry.id) == [gone]
    assert place_of(room.store.folder, taken.sha256).is_file()
    again = room.attachment.withdraw(taken.id, "放错了", by=staffed.by)
    assert again.changes.touched == {}
    steps = room.history.steps("attachment", taken.id)
    assert [step.action for step in steps] == ["duty_log.record", "attachment.withdraw"]


def test_a_correction_shows_what_was_attached_to_what_it_corrects(
    staffed: Staff, taken: NewAttachment
) -> None:
    room = staffed.room
    entry = draft(room, "3号楼")
    room.duty_log.record(entry, by=staffed.by, attachments=[taken])
    newer = room.duty_log.correct(
        entry.id, Correction(room.duty_log.new_id(), "楼号听错", text="5号楼"), by=staffed.by
    ).value
    _, listed = room.duty_log.entries_of_running_shift()
    assert [len(one.attachments) for one in listed] == [1, 1]
    assert room.attachment.of_entry(newer.id)[0].entry_id == entry.id
    hits = room.duty_log.find(LogSearch("5号楼"))
    assert len(hits.entries[0].attachments) == 1
    page = room.duty_log.page(list(hits.rowids))
    assert [len(one.attachments) for one in page.values()] == [1]
    assert [len(one.attachments) for one in room.duty_log.history(newer.id)] == [1, 1]


def test_a_page_is_read_with_one_statement(
    staffed: Staff, taken: NewAttachment, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dutydesk.store.rows import Rows

    room = staffed.room
    for _ in range(5):
        room.duty_log.record(draft(room), by=staffed.by)
    room.duty_log.record(draft(room), by=staffed.by, attachments=[taken])
    said: list[str] = []
    plain = Rows.query

    def noted(rows: Rows, sql: str, parameters: object = ()) -> object:
        said.append(sql)
        return plain(rows, sql, parameters)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(Rows, "query", noted)
    room.duty_log.entries_of_running_shift()
    assert len([sql for sql in said if "attachment a" in sql]) == 1


def test_more_than_twenty_are_refused_together(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    limits = room.attachment.limits()
    many = [room.attachment.take_in_bytes(f"{n}.txt", f"{n}".encode(), limits) for n in range(21)]
    with pytest.raises(AttachmentsTooMany):
        room.attachment.add(entry.id, many, by=staffed.by)
    assert room.attachment.of_entry(entry.id) == []


def test_unknown_records_and_who_may_only_look_are_refused(
    staffed: Staff, taken: NewAttachment
) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    with pytest.raises(RecordUnknown):
        room.attachment.add("none", [taken], by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.attachment.withdraw("none", "x", by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.attachment.of_entry("none")
    viewer = room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    with pytest.raises(OfficerMayNot):
        room.attachment.add(entry.id, [taken], by=Actor(viewer.id, viewer.id))


def test_a_picture_is_shown_and_saved(
    staffed: Staff, taken: NewAttachment, tmp_path: Path
) -> None:
    room = staffed.room
    shown = room.attachment.picture(taken.sha256, 32)
    assert shown is not None
    assert (shown.width, shown.height) == (32, 24)
    assert room.attachment.picture("0" * 64, 32) is None
    target = room.attachment.save_as(taken, tmp_path / "out.jpg")
    assert target.read_bytes() == (tmp_path / "现场.jpg").read_bytes()
    text = room.attachment.take_in_bytes("说明.txt", b"text", room.attachment.limits())
    assert room.attachment.picture(text.sha256, 32) is None


def test_the_marks_of_a_page_are_asked_for_by_entry(staffed: Staff, taken: NewAttachment) -> None:
    room = staffed.room
    first, second = draft(room), draft(room)
    room.duty_log.record(first, by=staffed.by, attachments=[taken])
    room.duty_log.record(second, by=staffed.by)
    assert list(room.attachment.of_entries([first.id, second.id])) == [first.id]


def test_the_rebuilt_table_equals_the_room(staffed: Staff, taken: NewAttachment) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by, attachments=[taken])
    room.attachment.withdraw(taken.id, "放错了", by=staffed.by)
    assert room.verification.differences() == ()
    assert room.verification.verify().ok
