from datetime import date
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.roster import FindingKind, SlotSource
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.roster_refusals import (
    RosterHeadingsMissing,
    RosterPublished,
    RosterTextTooLong,
)
from dutydesk.wording.sentences import sentence
from tests.roster_builders import CLI, nov, put


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def roster_file(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "11月值班表.csv"
    text = "\r\n".join(["2026年11月值班表", "日期,带班领导,值班员", *rows])
    path.write_bytes(text.encode("gb18030"))
    return path


def test_the_roster_of_an_office_is_taken_once(room: DutyRoom, shared_data: Path) -> None:
    path = shared_data / "office" / "值班表.xlsx"
    before = head(room)
    tried = room.roster_import.would_import(path)
    assert (tried.report.added, head(room)) == (90, before)
    done = room.roster_import.import_file(path, by=CLI)
    assert done.value.report.added == 90
    assert {one.kind for one in done.value.findings} >= {FindingKind.NOT_ON_FILE, FindingKind.REST}
    assert [one.kind for one in tried.findings] == [one.kind for one in done.value.findings]
    view = room.roster.month(nov(1))
    assert len(view.slots) == 90
    assert {one.source for one in view.slots} == {SlotSource.IMPORTED}
    after = head(room)
    again = room.roster_import.import_file(path, by=CLI)
    assert (again.changes.touched, again.value.report.unchanged) == ({}, 90)
    assert head(room) == after


def test_an_import_is_one_journal_row_or_none(room: DutyRoom, tmp_path: Path) -> None:
    with room.store.reading() as tables:
        rows = tables.journal.count()
    room.roster_import.import_file(roster_file(tmp_path, "25,严国,吕敏"), by=CLI)
    with room.store.reading() as tables:
        assert tables.journal.count() == rows + 1
    before = head(room)
    nothing = tmp_path / "名单.csv"
    nothing.write_text("姓名,电话\n严国,1\n", encoding="utf-8")
    with pytest.raises(RosterHeadingsMissing):
        room.roster_import.import_file(nothing, by=CLI)
    room.roster.publish(nov(1), by=CLI)
    published = head(room)
    with pytest.raises(RosterPublished):
        room.roster_import.import_file(
            roster_file(tmp_path, "18,严国,吕敏", "25,马华,吕敏"), by=CLI
        )
    assert before != published == head(room)


def test_history_is_filled_and_never_written_over(room: DutyRoom, tmp_path: Path) -> None:
    put(room, nov(20), "甲某")
    path = roster_file(tmp_path, "19,严国,吕敏", "20,严国,吕敏")
    done = room.roster_import.import_file(path, by=CLI).value
    assert (done.report.added, done.report.kept) == (3, 1)
    assert {slot.person for slot in room.roster.month(nov(1)).slots} == {"严国", "吕敏", "甲某"}


def test_the_next_month_goes_on_with_whom_the_file_named(
    room: DutyRoom, shared_data: Path
) -> None:
    room.roster_import.import_file(shared_data / "office" / "值班表.xlsx", by=CLI)
    order = RosterOrder(date(2026, 12, 1), date(2026, 12, 31))
    assert room.roster.generate(order, by=CLI).value == ()
    view = room.roster.month(date(2026, 12, 1))
    named = {slot.person for slot in room.roster.month(nov(1)).slots}
    assert {slot.person for slot in view.slots} == named
    seats = [seat for day in view.days for row in day.shifts for seat in row.seats if seat.slot]
    assert all(seat.phone for seat in seats)


def test_a_cell_full_of_text_is_nobody_s_name(room: DutyRoom, tmp_path: Path) -> None:
    before = head(room)
    with pytest.raises(RosterTextTooLong):
        room.roster_import.import_file(roster_file(tmp_path, "25," + "张" * 600 + ",李四"), by=CLI)
    assert head(room) == before


def test_headings_without_a_day_below_are_not_said_to_be_missing(
    room: DutyRoom, tmp_path: Path
) -> None:
    with pytest.raises(RosterHeadingsMissing) as refusal:
        room.roster_import.would_import(roster_file(tmp_path))
    assert "没有读到哪一天谁值班" in sentence(refusal.value)
