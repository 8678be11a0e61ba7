"""Changed tables are tried in test_tampering.py; here what a rebuild must get right."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dutydesk.domain.absence_change import DraftAbsenceChange
from dutydesk.domain.absence_notice import DraftAbsenceNotice
from dutydesk.domain.directive_step import Chase, PassOn
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.equipment import DraftEquipmentCheck, EquipmentResult
from dutydesk.domain.open_item_progress import DraftProgress
from dutydesk.domain.saved_filter import SavedFilter
from dutydesk.store import database, schema
from dutydesk.store.rebuild import differences, paired, rebuilt_from
from dutydesk.store.rows import NOT_JOURNALLED
from tests.builders import Staff, draft
from tests.handover_builders import hand_over
from tests.photo_builders import photo

OF_THE_NIGHT = {
    "absence_change",
    "absence_notice",
    "attachment",
    "directive",
    "directive_chase",
    "equipment_check",
    "equipment_item",
    "incident_offer",
    "late_correction",
    "open_item_progress",
    "phrase",
    "saved_filter",
    "watch_word",
}


def fill_a_night(staffed: Staff, folder: Path) -> None:
    """Leave a row in every table that the depth of the log added, the odd values among them."""
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    service = room.attachment
    taken = service.take_in(photo(folder / "现场.jpg"), service.limits())
    # A whole number of degrees is a real number all the same.
    taken = replace(taken, latitude=40.0, longitude=-0.5)
    told = room.duty_log.record(
        draft(room, "3号楼燃气泄漏"), by=by, open_item=True, attachments=(taken,)
    ).value
    (item,) = room.open_item.open_items()
    note = DraftProgress(id="进", item_id=item.id, text="市政在途", at=now)
    room.open_item.note(note, by=by)
    asked = draft(room, "查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(asked, by=by)
    (line,) = room.directive.open_lines()
    room.directive.pass_on(line.id, "传", PassOn(unit="应急办", at=now), by=by)
    room.directive.chase(line.id, "催", Chase("请抓紧", now), by=by)
    notice = DraftAbsenceNotice(
        id="外",
        person="丁某",
        reason="开会",
        place="省城",
        acting_person="戊某",
        starts_at=now,
        ends_at=now + timedelta(hours=9),
    )
    room.absence_notice.file(notice, by=by)
    later = DraftAbsenceChange(
        id="变", notice_id="外", change_reason="改期", ends_at=now + timedelta(hours=12)
    )
    room.absence_notice.change(later, by=by)
    for state in room.equipment.view().states[:1]:
        check = DraftEquipmentCheck(
            id="查", item_id=state.item.id, result=EquipmentResult.ABNORMAL, note="无声"
        )
        room.equipment.check(check, by=by)
    room.saved_filter.put(SavedFilter(id="筛", name="燃气", text="燃气"), by=by)
    hand_over(staffed)
    room.duty_log.correct(told.id, Correction("改", "听错", text="2号楼燃气泄漏"), by=by)


def test_the_journal_alone_tells_every_table(staffed: Staff) -> None:
    room = staffed.room
    for number in range(20):
        room.duty_log.record(draft(room, f"记录{number}"), by=staffed.by, open_item=True)
    reader = database.open_reader(room.store.path)
    with rebuilt_from(reader) as rebuilt:
        assert set(rebuilt.tables) == set(schema.fresh_tables()) - NOT_JOURNALLED
        rebuilt.connection.text_factory = str
        for table, columns in rebuilt.tables.items():
            sql = f"SELECT rowid, {', '.join(columns)} FROM {table} ORDER BY rowid"
            assert rebuilt.connection.execute(sql).fetchall() == reader.execute(sql).fetchall()
    reader.close()


def test_what_a_night_leaves_in_every_table_of_the_log_is_told_by_the_journal(
    staffed: Staff, tmp_path: Path
) -> None:
    room, by = staffed.room, staffed.by
    fill_a_night(staffed, tmp_path)
    reader = database.open_reader(room.store.path)
    filled = {
        table
        for table in OF_THE_NIGHT
        if reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    }
    assert filled == OF_THE_NIGHT
    assert differences(reader) == []
    reader.close()
    room.saved_filter.remove("筛", by=by)
    assert room.verification.verify().ok


def test_a_removed_row_is_removed_in_the_rebuild(staffed: Staff) -> None:
    store = staffed.room.store
    with store.writing(actor="cli", action="test") as work:
        work.tables.setting.put("duty_phone", "1")
    with store.writing(actor="cli", action="test") as work:
        work.rows.remove("setting", "duty_phone")
    with store.writing(actor="cli", action="test") as work:
        work.tables.setting.put("duty_fax", "2")
    reader = database.open_reader(store.path)
    assert differences(reader) == []
    reader.close()


def test_streams_are_paired_by_key_and_gaps_show() -> None:
    left, right = iter([(1, "a"), (2, "b"), (4, "d")]), iter([(2, "x"), (3, "c"), (4, "d")])
    assert list(paired(left, right, width=1)) == [
        ((1, "a"), None),
        ((2, "b"), (2, "x")),
        (None, (3, "c")),
        ((4, "d"), (4, "d")),
    ]
    assert list(paired(iter([]), iter([(1,)]), width=1)) == [(None, (1,))]
    assert list(paired(iter([(1,)]), iter([]), width=1)) == [((1,), None)]
