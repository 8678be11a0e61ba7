"""Exports are text, whole or not at all, and come back as they were."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dutydesk.domain.contact_file import ContactFile
from dutydesk.domain.contact_refusals import ExportEndingUnknown, ExportNotWritten
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, ContactRole, RolePair
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.contact_table import headings, writable
from dutydesk.exchange.contact_writer import delimited, workbook, write_contacts

CARD = ContactCard(
    Contact(
        "1",
        "单强",
        "u",
        post="主任",
        duty_role=ContactRole.INFO_OFFICER,
        role_pair=RolePair.A,
        other_posts=("防汛指挥部 副指挥长",),
        address="东湖路1号",
        area="一网格",
        category="危化",
        training_days=0,
        note="备用19900009999",
    ),
    ("安和街道", "安和第1社区"),
    (
        ContactNumber("a", "1", NumberKind.MOBILE, "19900001003"),
        ContactNumber("b", "1", NumberKind.MOBILE, "19900001004", label="家属"),
        ContactNumber("c", "1", NumberKind.OFFICE, "0000-6123646"),
        ContactNumber("d", "1", NumberKind.DUTY, "0000-6267613"),
        ContactNumber("e", "1", NumberKind.FAX, "0000-6267613"),
        ContactNumber("f", "1", NumberKind.OTHER, "问门卫", is_doubtful=True),
    ),
)
TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
DANGERS = ["=1+1", "+86138", "-1", "@a", "'=x", "_x0041_", "<b>&", "1" * 11, "0001", "TRUE", "1e5"]


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".XLSX"])
def test_a_directory_comes_back_as_it_was(
    tmp_path: Path, take: Callable[[Path], ContactFile], ending: str
) -> None:
    path = write_contacts(tmp_path / f"出{ending}", [CARD], is_masked=False)
    assert path.is_absolute()
    file = take(path)
    (person,) = file.people
    contact = CARD.contact
    for field in ("name", "post", "duty_role", "role_pair", "other_posts", "address", "area"):
        assert getattr(person, field) == getattr(contact, field)
    assert (person.category, person.training_days, person.note) == ("危化", 0, contact.note)
    assert tuple(step.name for step in person.unit_path) == CARD.unit_path
    assert {(n.kind, n.number, n.label) for n in person.numbers} == {
        (n.kind, n.number, n.label) for n in CARD.numbers
    }
    assert file.problems == ()


def test_cards_are_written_for_telephones(
    tmp_path: Path, take: Callable[[Path], ContactFile]
) -> None:
    (person,) = take(write_contacts(tmp_path / "出.vcf", [CARD], is_masked=False)).people
    assert (person.name, person.post) == ("单强", "主任")
    assert person.numbers[0].number == "19900001003"


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".vcf"])
def test_a_masked_export_shows_no_whole_mobile(tmp_path: Path, ending: str) -> None:
    path = write_contacts(tmp_path / f"出{ending}", [CARD], is_masked=True)
    if ending == ".xlsx":
        import openpyxl

        cells = openpyxl.load_workbook(path).active.values
        text = "\n".join(str(cell) for row in cells for cell in row)
    else:
        text = path.read_text("utf-8-sig")
    for hidden in ("19900001003", "19900001004", "19900009999"):
        assert hidden not in text
    assert "199****1003" in text
    assert "0000-6123646" in text


@given(st.lists(st.tuples(TYPED, TYPED), max_size=5))
@example([(text, text) for text in DANGERS])
@example([("", " ")])
def test_any_text_in_a_workbook_reads_back_as_the_same_text(rows: list[tuple[str, str]]) -> None:
    import openpyxl
    from python_calamine import CalamineWorkbook

    content = workbook(("甲", "乙"), rows)
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    for cells in sheet.iter_rows():
        assert all(cell.data_type in {"s", "n"} for cell in cells)
        assert all(cell.value is None for cell in cells if cell.data_type == "n")
    read = CalamineWorkbook.from_object(BytesIO(content)).get_sheet_by_index(0).to_python()
    # The reader takes a cell of blanks alone for an empty one, but not in every row.
    shown = [tuple(cell if str(cell).strip(" ") else "" for cell in row) for row in read][1:]
    expected = [tuple(cell if cell.strip(" ") else "" for cell in row) for row in rows]
    assert shown[: len(expected)] == expected[: len(shown)]
    assert not any(any(row) for row in expected[len(shown) :])


@given(st.lists(st.tuples(TYPED, TYPED), max_size=5))
@example([(text, text) for text in DANGERS])
def test_any_text_in_a_csv_is_no_formula_and_reads_back(rows: list[tuple[str, str]]) -> None:
    text = delimited(("甲", "乙"), rows).decode("utf-8-sig")
    read = list(csv.reader(StringIO(text, newline="")))[1:]
    for shown, typed in zip(read, rows, strict=True):
        for cell, original in zip(shown, typed, strict=True):
            assert not cell.startswith(("=", "+", "-", "@", "\t"))
            assert cell in {original, f"'{original}"}


def test_the_csv_says_that_it_guards() -> None:
    assert delimited(("甲", "乙"), [("1", "=1")]).decode("utf-8-sig").startswith("甲,乙（以'")
    assert delimited(("甲", "乙"), [("1", "1")]).decode("utf-8-sig").startswith("甲,乙\r\n")


def test_control_characters_are_left_out() -> None:
    assert writable("a\x00\x1b\ud800b\n") == "ab\n"


def test_headings_are_all_different() -> None:
    assert len(set(headings())) == len(headings())


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExportEndingUnknown):
        write_contacts(tmp_path / "出.pdf", [CARD], is_masked=False)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportNotWritten):
        write_contacts(tmp_path / "无" / "出.csv", [CARD], is_masked=False)


def test_an_old_export_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "出.csv"
    path.write_text("old")
    write_contacts(path, [], is_masked=False)
    assert path.read_text("utf-8-sig").startswith("上级单位")
    assert [file.name for file in tmp_path.iterdir()] == ["出.csv"]


def test_cards_open_in_another_reader_as_they_were_written(tmp_path: Path) -> None:
    import vobject

    card = ContactCard(
        Contact("1", "单强；某,\\", post="局长", address="某路1号", note="夜间\n打座机" * 30),
        ("区政府", "办公室"),
        (
            ContactNumber("2", "1", NumberKind.MOBILE, "19900001003"),
            ContactNumber("3", "1", NumberKind.OFFICE, "0531-6511554-801", '家"属'),
        ),
    )
    path = write_contacts(tmp_path / "出.vcf", [card, card], is_masked=False)
    read = list(vobject.readComponents(path.read_text("utf-8")))
    assert len(read) == 2
    for one in read:
        assert one.version.value == "3.0"
        assert one.fn.value == "单强；某,\\"
        assert one.org.value == ["区政府", "办公室"]
        assert one.title.value == "局长"
        assert one.note.value == "夜间\n打座机" * 30
        assert [tel.value for tel in one.tel_list] == ["19900001003", "0531-6511554-801"]
        assert "CELL" in one.tel_list[0].params["TYPE"]
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
