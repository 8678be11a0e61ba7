import pytest

from dutydesk.domain.contact_file import ContactField as F
from dutydesk.domain.contact_file import ProblemCode
from dutydesk.exchange.cell_guess import columns_by_cells, looks_like_name
from dutydesk.exchange.column_guess import guess
from dutydesk.exchange.contact_rows import read_rows
from dutydesk.exchange.grid import Grid


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid("表1", rows)


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ((("甲局", "张一", "19900002001"), ("甲局", "张二", "19900002002")), "unit name phone"),
        ((("张一", "甲局", "19900002001"), ("张二", "甲局", "19900002002")), "name unit phone"),
        ((("1", "张一", "科长", "0000-7000001"), ("2", "李四", "科长", "")), "no name ? phone"),
        ((("科长", "张一", "19900002001"), ("主任", "李四", "19900002002")), "? name phone"),
        ((("安和三社区", "欧阳某", "", "19900002001"),), "unit name phone"),
    ],
)
def test_names_are_told_from_units_posts_and_numbers(
    rows: tuple[tuple[str, ...], ...], fields: str
) -> None:
    words = {"unit": F.UNIT, "name": F.NAME, "phone": F.PHONE, "no": F.ORDER_NO, "?": F.UNKNOWN}
    found = columns_by_cells(grid(*rows))
    assert [column.field for column in found] == [words[word] for word in fields.split()]


def test_nothing_of_a_sheet_without_headings_vanishes() -> None:
    table = grid(
        ("甲局", "张一", "19900002001", "夜班"),
        ("甲局", "张二", "19900002002", ""),
        ("甲局", "张三、李四", "无", "借调"),
        ("甲局", "", "19900002004", ""),
    )
    reading = read_rows(table, guess(table).mapping)
    assert [(one.name, one.unit_path[0].name) for one in reading.people] == [
        ("张一", "甲局"),
        ("张二", "甲局"),
        ("张三、李四", "甲局"),
    ]
    assert ["夜班" in reading.people[0].note, "借调" in reading.people[2].note] == [True, True]
    codes = [problem.code for problem in reading.problems]
    assert codes.count(ProblemCode.HEADINGS_GUESSED) == 4
    assert ProblemCode.NAME_DOUBTFUL in codes
    assert (reading.skipped, codes.count(ProblemCode.NAME_MISSING)) == (1, 1)


def test_a_column_without_a_heading_beside_others_goes_to_the_note() -> None:
    table = grid(("姓名", "手机", ""), ("张一", "19900002001", "夜班"))
    assert "夜班" in read_rows(table, guess(table).mapping).people[0].note


def test_a_unit_is_no_name() -> None:
    assert looks_like_name("张一")
    assert looks_like_name("阿某·买买提")
    assert not looks_like_name("甲局")
    assert not looks_like_name("19900002001")
