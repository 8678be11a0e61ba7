"""Files of contacts, in and out, on a real room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_file import ContactField, ProblemCode
from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.contact_refusals import (
    ContactFileIsRoster,
)
from dutydesk.domain.contacts import AddressBook
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.store import driver

BY = Actor("cli")
ROWS = "单位,姓名,手机\n甲局,单强,19900001003\n甲局,,19900001009\n乙局,曾静,1990000100\n"
FILES = {"通讯录.xlsx": 506, "重点单位-GB18030.csv": 40, "手机导出.vcf": 20}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "表.csv"
    path.write_text(ROWS, "utf-8-sig")
    return path


def book_of(room: DutyRoom) -> AddressBook:
    with room.store.reading() as tables:
        return tables.contacts.book()


def journalled(room: DutyRoom) -> int:
    with room.store.reading() as tables:
        return tables.journal.count()


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.read, report.added, report.updated, report.unchanged, report.skipped


@pytest.mark.parametrize(("name", "people"), FILES.items())
def test_every_office_file_is_taken_whole_and_only_once(
    room: DutyRoom, shared_data: Path, name: str, people: int
) -> None:
    path = shared_data / "office" / name
    before = journalled(room)
    done = room.contact_import.import_file(path, by=BY)
    assert counts(done.value) == (people, people, 0, 0, 0)
    assert done.value.problems == ()
    assert len(done.changes.ids("contact")) == people == len(book_of(room).contacts)
    assert journalled(room) == before + 1
    again = room.contact_import.import_file(path, by=BY)
    assert counts(again.value) == (people, 0, 0, people, 0)
    assert journalled(room) == before + 1


def test_all_office_files_together_name_no_person_twice(room: DutyRoom, shared_data: Path) -> None:
    for name, people in FILES.items():
        report = room.contact_import.import_file(shared_data / "office" / name, by=BY).value
        assert (report.added, report.problems) == (people, ())
    assert len(book_of(room).contacts) == 566
    pairs = [c for c in book_of(room).contacts if c.pair_contact_id]
    assert len(pairs) == 396


def test_the_roster_changes_nothing(room: DutyRoom, shared_data: Path) -> None:
    before = journalled(room)
    with pytest.raises(ContactFileIsRoster):
        room.contact_import.import_file(shared_data / "office" / "值班表.xlsx", by=BY)
    assert book_of(room) == AddressBook()
    assert journalled(room) == before


def test_a_dry_run_says_the_same_and_changes_nothing(room: DutyRoom, file: Path) -> None:
    before = journalled(room)
    would = room.contact_import.would_import(file)
    assert book_of(room) == AddressBook()
    assert journalled(room) == before
    assert would == room.contact_import.import_file(file, by=BY).value


def test_problems_name_sheet_row_and_column(room: DutyRoom, file: Path) -> None:
    report = room.contact_import.import_file(file, by=BY).value
    assert counts(report) == (3, 2, 0, 0, 1)
    assert [(p.code, p.sheet, p.row, p.column, p.value) for p in report.problems] == [
        (ProblemCode.NAME_MISSING, "表.csv", 3, "B 姓名", "甲局 19900001009"),
        (ProblemCode.NUMBER_MALFORMED, "表.csv", 4, "C 手机", "1990000100"),
    ]


FAULTS = [
    (table, at)
    for table in ("unit", "contact", "contact_number", "contact_key", "journal")
    for at in ((0,) if table == "journal" else (0, 1))
]


@pytest.mark.parametrize(("table", "at"), FAULTS)
def test_a_fault_at_any_row_leaves_nothing(
    room: DutyRoom, file: Path, table: str, at: int
) -> None:
    before = journalled(room)
    room.contacts.renew_keys()
    connection = room.store._writer
    assert connection is not None
    rows = before if table == "journal" else at
    fault = (
        f"CREATE TEMP TRIGGER fault AFTER INSERT ON main.{table}"
        f" WHEN (SELECT count(*) FROM main.{table}) > {rows}"
        " BEGIN SELECT RAISE(ABORT, 'a fault'); END"
    )
    connection.execute(fault)
    with pytest.raises(driver.IntegrityError):
        room.contact_import.import_file(file, by=BY)
    assert book_of(room) == AddressBook()
    assert room.contacts.find("单强") == []
    assert journalled(room) == before
    connection.execute("DROP TRIGGER temp.fault")
    assert room.contact_import.import_file(file, by=BY).value.added == 2


def test_a_changed_mapping_is_followed(room: DutyRoom, file: Path) -> None:
    (sheet,) = room.contact_import.preview(file).sheets
    columns = tuple(
        replace(column, field=ContactField.HOME_PHONE) if column.heading == "手机" else column
        for column in sheet.mapping.columns
    )
    room.contact_import.import_file(file, [replace(sheet.mapping, columns=columns)], by=BY)
    assert {number.kind for number in book_of(room).numbers} == {NumberKind.HOME}


def test_an_export_is_journalled_and_imports_as_unchanged(
    room: DutyRoom, shared_data: Path, tmp_path: Path
) -> None:
    for name in FILES:
        room.contact_import.import_file(shared_data / "office" / name, by=BY)
    for ending in ("xlsx", "csv"):
        before = journalled(room)
        written = room.contact_import.export(tmp_path / f"出.{ending}", is_masked=False, by=BY)
        assert journalled(room) == before + 1
        report = room.contact_import.would_import(written)
        assert counts(report) == (566, 0, 0, 566, 0)
        assert report.problems == ()


def test_a_masked_export_adds_no_number_when_it_comes_back(
    room: DutyRoom, file: Path, tmp_path: Path
) -> None:
    room.contact_import.import_file(file, by=BY)
    written = room.contact_import.export(tmp_path / "出.xlsx", is_masked=True, by=BY)
    report = room.contact_import.would_import(written)
    assert (report.added, report.updated) == (0, 0)


def test_an_import_of_thousands_is_one_journal_row(
    room: DutyRoom, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "多.csv"
    lines = [f"单位{i % 90},人{i},199{i:08}" for i in range(3000)]
    path.write_text("单位,姓名,手机\n" + "\n".join(lines), "utf-8")
    before = journalled(room)
    assert room.contact_import.import_file(path, by=BY).value.added == 3000
    assert journalled(room) == before + 1
    assert room.contacts.find("00002999")[0].contact.name == "人2999"
