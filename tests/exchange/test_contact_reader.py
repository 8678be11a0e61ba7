"""Files as offices send them, and what is refused."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.domain import contact_refusals as refused
from dutydesk.domain.contact_file import ContactField, ContactFile, ProblemCode
from dutydesk.domain.contacts import ContactRole, RolePair
from dutydesk.domain.errors import Refusal
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.contact_reader import open_source, preview, read
from tests.exchange.xls_file import xls

Take = Callable[[Path], ContactFile]
PEOPLE = [["姓名", "手机"], ["单强", "19900001003"]]


def counted_rows(path: Path, sheet: str) -> int:
    """Count the rows with a name by another library, an independent witness."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    rows = list(book[sheet].iter_rows(values_only=True))
    place = rows[1].index("姓名")
    return sum(1 for row in rows[2:] if row[place])


@pytest.mark.parametrize(
    ("sheet", "people"), [("区直部门", 38), ("街道", 72), ("灾害信息员", 396)]
)
def test_the_office_directory_is_read_whole(
    shared_data: Path, take: Take, sheet: str, people: int
) -> None:
    path = shared_data / "office" / "通讯录.xlsx"
    file = take(path)
    read_people = [person for person in file.people if person.sheet == sheet]
    assert len(read_people) == counted_rows(path, sheet) == people
    assert (len(file.people), file.skipped, file.problems) == (506, 0, ())
    assert all(person.unit_path and person.numbers for person in read_people)


def test_the_sheets_of_the_office_directory_are_understood(shared_data: Path, take: Take) -> None:
    people = take(shared_data / "office" / "通讯录.xlsx").people
    by_name = {person.name: person for person in people}
    second = by_name["贾红峰"]
    assert [step.name for step in second.unit_path] == ["区委办公室"]
    assert second.duty_role is ContactRole.LIAISON
    officer = by_name["姚娜"]
    assert [step.name for step in officer.unit_path] == ["安和街道", "安和第1社区"]
    assert (officer.role_pair, officer.training_days) == (RolePair.B, 5)
    assert officer.duty_role is ContactRole.INFO_OFFICER
    rooms = [person for person in people if person.name == "值班室"]
    assert len(rooms) == 6
    assert {n.kind for n in rooms[0].numbers} == {NumberKind.DUTY, NumberKind.FAX}


def test_the_key_units_of_gb18030_are_read(shared_data: Path, take: Take) -> None:
    path = shared_data / "office" / "重点单位-GB18030.csv"
    file = take(path)
    with path.open(encoding="gb18030", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(file.people) == len(rows) == 40
    for person, row in zip(file.people, rows, strict=True):
        assert person.name == row["安全负责人"]
        assert [step.name for step in person.unit_path] == [row["单位名称"]]
        assert (person.category, person.address) == (row["类别"], row["地址"])
        assert {(n.kind, n.number) for n in person.numbers} == {
            (NumberKind.DUTY, row["24小时值班电话"]),
            (NumberKind.MOBILE, row["负责人手机"]),
        }
    assert file.problems == ()


def test_the_cards_of_the_office_telephone_are_read(shared_data: Path, take: Take) -> None:
    path = shared_data / "office" / "手机导出.vcf"
    file = take(path)
    assert len(file.people) == path.read_text("utf-8").count("BEGIN:VCARD") == 20
    assert (file.people[0].name, file.people[0].numbers[0].number) == ("欧阳玉", "19900001541")


def test_the_roster_is_refused_by_its_name(shared_data: Path, take: Take) -> None:
    with pytest.raises(refused.ContactFileIsRoster) as refusal:
        take(shared_data / "office" / "值班表.xlsx")
    assert refusal.value.sheet == "11月"


def test_a_changed_mapping_is_followed(make_xlsx: Callable[..., Path]) -> None:
    source = open_source(make_xlsx({"表": [["姓名", "备用"], ["单强", "19900001003"]]}))
    (sheet,) = preview(source).sheets
    columns = (sheet.mapping.columns[0], replace(sheet.mapping.columns[1], field=ContactField.FAX))
    changed = replace(sheet.mapping, columns=columns, default_unit="甲局", is_ignored=False)
    person = read(source, (changed,)).people[0]
    assert person.numbers[0].kind is NumberKind.FAX
    assert person.unit_path[0].name == "甲局"


def test_a_roster_beside_contacts_is_left_out_and_listed(
    make_xlsx: Callable[..., Path], take: Take
) -> None:
    roster = [["日期", "带班领导", "值班员"], ["1日", "甲", "乙"]]
    file = take(make_xlsx({"人": PEOPLE, "班": roster}))
    assert [person.name for person in file.people] == ["单强"]
    assert [(p.code, p.sheet) for p in file.problems] == [(ProblemCode.SHEET_NOT_READ, "班")]


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("空.csv", b"", refused.ContactFileEmpty),
        ("空.csv", b"\n , \n", refused.ContactFileEmpty),
        ("头.csv", "姓名,手机\n".encode(), refused.ContactFileEmpty),
        ("物资.csv", "物资,数量\n沙袋,300\n".encode(), refused.ContactHeadingsMissing),
        ("坏.csv", b"\xff\xff\xff", refused.ForeignFileUnreadable),
        ("名片.vcf", b"hello", refused.ForeignFileUnreadable),
        ("网页.xls", b"<html><table></table></html>", refused.ForeignFileUnreadable),
        ("图.xlsx", b"\x89PNG\r\n", refused.ForeignFileKindUnknown),
        ("文.docx", b"text", refused.ForeignFileKindUnknown),
        ("名片.vcf", b"BEGIN:VCARD\nEND:VCARD\n", None),
    ],
)
def test_files_without_contacts_are_refused_by_name(
    tmp_path: Path, take: Take, name: str, content: bytes, refusal: type[Refusal] | None
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if refusal is None:
        assert take(path).skipped == 1
        return
    with pytest.raises(refusal) as raised:
        take(path)
    assert raised.value.name == name  # type: ignore[attr-defined]  # every one of these carries it


def test_the_content_decides_not_the_ending(tmp_path: Path, take: Take) -> None:
    path = tmp_path / "导出.xls"
    path.write_bytes("姓名\t手机\n单强\t19900001003\n".encode("utf-16"))
    assert take(path).people[0].name == "单强"


def test_an_empty_workbook_is_refused(make_xlsx: Callable[..., Path], take: Take) -> None:
    with pytest.raises(refused.ContactFileEmpty):
        take(make_xlsx({"表": []}))


def test_a_preview_shows_the_first_rows(make_xlsx: Callable[..., Path], tmp_path: Path) -> None:
    (sheet,) = preview(open_source(make_xlsx({"表": [*PEOPLE, *PEOPLE[1:] * 20]}))).sheets
    assert len(sheet.first_rows) == 8
    assert sheet.row_count == 21
    cards = tmp_path / "a.vcf"
    cards.write_text("BEGIN:VCARD\nFN:单强\nORG:甲局\nTEL:110\nEND:VCARD\n", "utf-8")
    (sheet,) = preview(open_source(cards)).sheets
    assert sheet.first_rows == (("单强", "110", "甲局", ""),)


def test_an_old_xls_is_read_with_its_merged_cells(tmp_path: Path, take: Take) -> None:
    rows = [
        ["单位", "姓名", "手机"],
        ["区应急管理局", "单强", 19900001003],
        ["", "曾静", "199 0000 1004"],
    ]
    path = tmp_path / "旧.xls"
    path.write_bytes(xls(rows, [(1, 2, 0, 0)]))
    file = take(path)
    assert [(p.sheet, p.name, p.unit_path[0].name, p.numbers[0].number) for p in file.people] == [
        ("通讯录", "单强", "区应急管理局", "19900001003"),
        ("通讯录", "曾静", "区应急管理局", "19900001004"),
    ]
    assert file.problems == ()


def test_a_damaged_xls_is_refused_or_read_but_never_a_crash(tmp_path: Path, take: Take) -> None:
    whole = xls([["姓名", "手机"], ["单强", 19900001003]], [(1, 1, 0, 1)])
    path = tmp_path / "坏.xls"
    for place in (*range(0, 1536, 61), *range(1536, 1536 + 200)):
        broken = bytearray(whole)
        broken[place] ^= 0xFF
        path.write_bytes(broken)
        with contextlib.suppress(Refusal):
            take(path)
