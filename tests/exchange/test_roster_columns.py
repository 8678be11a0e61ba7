from datetime import date

from dutydesk.exchange.roster_columns import ColumnKind, headings_of, holds_people
from dutydesk.exchange.roster_dates import DateReader, MonthHint
from tests.exchange.roster_tables import table


def dates() -> DateReader:
    return DateReader(MonthHint(2026, 11), date(2026, 11, 20))


def test_numbers_belong_to_whom_their_heading_names_else_to_the_left() -> None:
    grid = table("日期|带班领导|值班员|领导电话|电话", "1|严国|吕敏|1|2")
    found = headings_of(grid, {}, dates())
    assert found is not None
    (block,) = found.blocks
    assert [one.phone for one in block.of(ColumnKind.PEOPLE)] == [3, 4]
    assert found.titles == (grid.cell(0, 0),)


def test_dates_without_a_heading_are_told_by_their_cells() -> None:
    found = headings_of(table("|星期|带班领导|值班员", "11月1日|日|严国|吕敏"), {}, dates())
    assert found is not None
    assert found.blocks[0].date == 0


def test_a_directory_is_no_roster() -> None:
    grid = table("单位|姓名|电话", "安和街道|严国|19900001574", title="通讯录")
    assert headings_of(grid, {}, dates()) is None


def test_a_column_of_numbers_holds_nobody() -> None:
    grid = table("日期|值班员|车号", "1|吕敏|12345")
    assert holds_people(grid, 2, 1)
    assert not holds_people(grid, 2, 2)
