"""Files of contacts, in and out, on a real room."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_file import ColumnGuess, ContactField, ProblemCode
from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.contact_refusals import (
    ContactFileIsRoster,
    ImportChangedSince,
    ImportUndone,
)
from dutydesk.domain.contacts import AddressBook, Contact, Unit
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.import_batch import shape_of
from dutydesk.domain.import_doubt import Decision, PairDecision
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.store import driver
from dutydesk.store.rows import WritingRows

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


class FaultInjectedError(Exception):
    """Raised by the test in the middle of an import."""


def test_a_fault_at_every_single_write_leaves_the_room_untouched(
    room: DutyRoom, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.contacts.renew_keys()
    room.contacts.save_unit(Unit(room.contacts.new_id(), "甲局"), by=BY)
    before, rows = book_of(room), journalled(room)
    left = [0]

    def counted(name: str) -> None:
        real = getattr(WritingRows, name)

        def write(self: WritingRows, *args: object, **named: object) -> object:
            if left[0] == 0:
                raise FaultInjectedError
            left[0] -= 1
            return real(self, *args, **named)

        monkeypatch.setattr(WritingRows, name, write)

    counted("_write")
    counted("execute_unjournalled")
    for at in range(1000):
        left[0] = at
        try:
            room.contact_import.import_file(file, by=BY)
        except FaultInjectedError:
            assert (book_of(room), journalled(room)) == (before, rows)
            assert room.contact_import.imports() == []
            assert room.contacts.find("单强") == []
        else:
            break
    assert at > 40
    assert [one.added for one in room.contact_import.imports()] == [2]


def test_an_import_is_on_record_and_taken_back_whole(room: DutyRoom, file: Path) -> None:
    service = room.contact_import
    kept = room.contacts.save(
        Contact(room.contacts.new_id(), "曾静"),
        [NumberDraft(NumberKind.OFFICE, "6511000")],
        by=BY,
    ).value
    before, rows = book_of(room), journalled(room)
    report = service.import_file(file, by=BY).value
    assert journalled(room) == rows + 1
    (batch,) = service.imports()
    assert (batch.file, batch.imported_by, batch.undone_at) == ("表.csv", "cli", None)
    assert (batch.read, batch.added, batch.updated, batch.unchanged, batch.skipped) == counts(
        report
    )
    assert room.contacts.find("单强")

    undone = service.undo_import(batch.id, by=BY)
    assert journalled(room) == rows + 2
    assert book_of(room) == before
    assert undone.value.undone_at == room.clock.now()
    assert room.contacts.find("单强") == []
    assert [c.contact.id for c in room.contacts.find("6511000")] == [kept.contact.id]
    assert room.contacts.has_all_keys()
    with pytest.raises(ImportUndone):
        service.undo_import(batch.id, by=BY)
    with pytest.raises(RecordUnknown):
        service.undo_import("x", by=BY)
    assert service.import_file(file, by=BY).value == report


def test_undo_puts_back_what_an_import_filled_and_where_units_lay(
    room: DutyRoom, tmp_path: Path
) -> None:
    first, second = tmp_path / "一.csv", tmp_path / "二.csv"
    first.write_text("单位,姓名,手机\n安和第1社区,单强,19900001003\n", "utf-8")
    second.write_text(
        "街道,社区,姓名,职务,手机\n安和街道,安和第1社区,单强,书记,19900001004\n", "utf-8"
    )
    room.contact_import.import_file(first, by=BY)
    before = book_of(room)
    assert room.contact_import.import_file(second, by=BY).value.updated == 1
    assert book_of(room) != before
    assert room.contacts.find("安和街道")
    room.contact_import.undo_import(room.contact_import.imports()[0].id, by=BY)
    assert book_of(room) == before
    assert room.contacts.find("安和街道") == []
    assert room.contacts.find("00001004") == []


def test_an_import_changed_since_is_not_taken_back_and_says_by_whom(
    room: DutyRoom, file: Path
) -> None:
    room.contact_import.import_file(file, by=BY)
    (batch,) = room.contact_import.imports()
    (card,) = room.contacts.find("单强")
    room.contacts.save(replace(card.contact, post="局长"), [], by=BY)
    changed, rows = book_of(room), journalled(room)
    with pytest.raises(ImportChangedSince) as refusal:
        room.contact_import.undo_import(batch.id, by=BY)
    assert refusal.value.names == ("单强",)
    assert (book_of(room), journalled(room)) == (changed, rows)


def test_an_import_others_lean_on_is_not_taken_back(room: DutyRoom, file: Path) -> None:
    service = room.contacts
    room.contact_import.import_file(file, by=BY)
    (card,) = service.find("单强")
    other = Contact(service.new_id(), "仇某", pair_contact_id=card.contact.id)
    with room.store.writing(actor="cli", action="contacts.save") as work:
        work.tables.contacts.put(other)
    with pytest.raises(ImportChangedSince) as refusal:
        room.contact_import.undo_import(room.contact_import.imports()[0].id, by=BY)
    assert refusal.value.names == ("单强",)


def test_a_unit_that_others_were_put_into_stays(room: DutyRoom, file: Path) -> None:
    service = room.contacts
    room.contact_import.import_file(file, by=BY)
    unit = next(unit for unit in service.units() if unit.name == "甲局")
    service.save(Contact(service.new_id(), "仇某", unit_id=unit.id), [], by=BY)
    room.contact_import.undo_import(room.contact_import.imports()[0].id, by=BY)
    assert [one.name for one in service.units()] == ["甲局"]
    assert [c.name for c in book_of(room).contacts] == ["仇某"]


def test_an_import_sent_twice_is_taken_once(room: DutyRoom, file: Path) -> None:
    made = room.contact_import.new_id()
    first = room.contact_import.import_file(file, import_id=made, by=BY).value
    before, rows = book_of(room), journalled(room)
    again = room.contact_import.import_file(file, import_id=made, by=BY).value
    assert counts(again) == counts(first)
    assert (book_of(room), journalled(room)) == (before, rows)


def test_decisions_are_followed_and_journalled(room: DutyRoom, tmp_path: Path) -> None:
    room.contact_import.import_file(written(tmp_path, "甲局,单强,局长,19900001003"), by=BY)
    path = written(tmp_path, "乙局,单小强,科长,19900001003")
    (doubt,) = room.contact_import.would_import(path).doubts
    decisions = {doubt.at: PairDecision(Decision.FILE_WINS, frozenset({ContactField.NAME}))}
    report = room.contact_import.would_import(path, None, decisions)
    assert counts(report) == (1, 0, 1, 0, 0)
    done = room.contact_import.import_file(path, None, decisions, by=BY)
    assert done.value == report
    assert [c.name for c in book_of(room).contacts] == ["单小强"]
    with room.store.reading() as tables:
        newest = tables.journal.newest()
    assert newest is not None
    (told,) = json.loads(newest.body)["note"]["decisions"]
    assert (told["name"], told["decision"], told["fields"]) == ("单小强", "file_wins", ["name"])
    room.contact_import.undo_import(room.contact_import.imports()[0].id, by=BY)
    assert [c.name for c in book_of(room).contacts] == ["单强"]


def written(folder: Path, *lines: str) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.csv"
    path.write_text("\n".join(("单位,姓名,职务,手机", *lines)), "utf-8")
    return path


def kept_mappings(room: DutyRoom) -> int:
    with room.store.reading() as tables:
        shape = shape_of([ColumnGuess(i, h, ContactField.UNKNOWN) for i, h in enumerate(HEADINGS)])
        known = tables.contact_import.kept(shape or "")
        history = tables.journal.history("import_mapping", shape or "")
    assert (known is not None) is bool(history)
    return len(history)


HEADINGS = ("单位", "姓名", "职务", "手机")


def test_a_changed_mapping_is_proposed_the_next_time(room: DutyRoom, tmp_path: Path) -> None:
    service = room.contact_import
    first = written(tmp_path, "甲局,单强,6511554,19900001003")
    (sheet,) = service.preview(first).sheets
    assert not sheet.is_remembered
    columns = list(sheet.mapping.columns)
    columns[2] = replace(columns[2], field=ContactField.OFFICE_PHONE)
    used = replace(sheet.mapping, columns=tuple(columns), default_unit="某单位")
    service.import_file(first, [used], by=BY)

    (sheet,) = service.preview(written(tmp_path, "乙局,曾静,6511555,19900001004")).sheets
    assert sheet.is_remembered
    assert sheet.mapping.columns[2].field is ContactField.OFFICE_PHONE
    assert sheet.mapping.default_unit == ""
    # Taken as proposed nothing is kept anew; taken as once guessed that is proposed again.
    other = written(tmp_path, "丁局,丁某,科长,19900001007")
    (sheet,) = service.preview(other).sheets
    rows = kept_mappings(room)
    service.import_file(other, [sheet.mapping], by=BY)
    assert kept_mappings(room) == rows == 1
    other.write_text("单位,姓名,职务,手机\n丁局,戊某,科长,19900001008\n", "utf-8")
    plain = replace(
        sheet.mapping,
        columns=tuple(
            replace(c, field=ContactField.POST) if c.index == 2 else c
            for c in sheet.mapping.columns
        ),
    )
    service.import_file(other, [plain], by=BY)
    (sheet,) = service.preview(other).sheets
    assert not sheet.is_remembered
    assert sheet.mapping.columns[2].field is ContactField.POST


def test_what_was_looked_at_is_what_is_taken(room: DutyRoom, file: Path) -> None:
    service = room.contact_import
    report = service.would_import(file)
    file.write_text(ROWS + "丙局,丙某,19900001005\n", "utf-8-sig")
    assert service.would_import(file).added == report.added + 1
