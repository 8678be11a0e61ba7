"""Columns are recognised whatever their order, titles and merged headings."""

from __future__ import annotations

import itertools

import pytest

from dutydesk.domain.contact_file import ContactField as F
from dutydesk.exchange.column_guess import guess
from dutydesk.exchange.grid import Grid, spread

HEADINGS = ("单位", "姓名", "职务", "手机", "办公电话")
FIELDS = (F.UNIT, F.NAME, F.POST, F.MOBILE, F.OFFICE_PHONE)
PERSON = ("甲局", "单强", "局长", "19900001003", "0000-6511554")


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid("表", rows)


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::7])
def test_any_order_of_columns_is_recognised(order: tuple[int, ...]) -> None:
    rows = tuple(tuple(row[i] for i in order) for row in (HEADINGS, PERSON))
    mapping = guess(grid(*rows)).mapping
    assert [column.field for column in mapping.columns] == [FIELDS[i] for i in order]
    assert mapping.heading_rows == 1


@pytest.mark.parametrize("titles", [0, 1, 2, 5])
def test_titles_above_the_headings_are_passed_over(titles: int) -> None:
    above = [("东湖区应急值班通讯录", "", "", "", "")] * titles
    preview = guess(grid(*above, HEADINGS, PERSON))
    assert preview.mapping.heading_rows == titles + 1
    assert preview.first_rows == (PERSON,)
    assert preview.row_count == 1


def test_two_rows_of_headings_are_read_as_one() -> None:
    rows = [
        ["单位", "姓名", "联系方式", ""],
        ["", "", "手机", "办公"],
        ["甲局", "单强", "19900001003", "0000-6511554"],
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3))]
    mapping = guess(spread("表", rows, merged, "a")).mapping
    assert mapping.heading_rows == 2
    fields = [column.field for column in mapping.columns]
    assert fields == [F.UNIT, F.NAME, F.MOBILE, F.PHONE]
    assert not mapping.is_ignored


def test_a_group_over_headings_tells_whose_they_are() -> None:
    rows = [
        ["单位", "负责人", "", "联络员", ""],
        ["", "姓名", "手机", "姓名", "手机"],
        ["甲局", "单强", "19900001003", "曾静", "19900001004"],
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (0, 4))]
    columns = guess(spread("表", rows, merged, "a")).mapping.columns
    assert [(c.heading, c.person) for c in columns][1:] == [
        ("负责人姓名", 0),
        ("负责人手机", 0),
        ("联络员姓名", 1),
        ("联络员手机", 1),
    ]


def test_a_roster_is_recognised_and_not_taken_for_contacts() -> None:
    headings = ("日期", "星期", "带班领导", "电话", "值班员", "电话", "备注")
    preview = guess(grid(headings, ("2026-11-01", "星期日", "严国", "1", "吕敏", "2", "")))
    assert preview.is_roster
    assert preview.mapping.is_ignored


def test_duty_people_without_dates_are_contacts() -> None:
    preview = guess(grid(("单位", "值班人员", "手机"), ("甲局", "单强", "19900001003")))
    assert not preview.is_roster
    assert preview.mapping.columns[1].field is F.NAME


def test_of_two_unit_columns_the_second_is_the_department() -> None:
    mapping = guess(
        grid(("单位", "部门", "姓名", "手机"), ("甲局", "办公室", "单强", "1"))
    ).mapping
    assert [c.field for c in mapping.columns][:2] == [F.UNIT, F.DEPARTMENT]


def test_several_people_of_a_row_own_their_telephones() -> None:
    headings = ("社区", "A角", "A角电话", "B角", "B角电话", "值班电话")
    columns = guess(grid(headings, ("一社区", "甲", "1", "乙", "2", "3"))).mapping.columns
    assert [(c.field, c.person) for c in columns] == [
        (F.COMMUNITY, 0),
        (F.NAME, 0),
        (F.PHONE, 0),
        (F.NAME, 1),
        (F.PHONE, 1),
        (F.DUTY_PHONE, 1),
    ]


def test_a_telephone_follows_the_heading_it_repeats() -> None:
    headings = ("单位", "负责人", "联络员", "负责人手机", "联络员手机")
    columns = guess(grid(headings, ("甲局", "单强", "曾静", "1", "2"))).mapping.columns
    assert [c.person for c in columns] == [0, 0, 1, 0, 1]


def test_without_headings_names_and_mobiles_are_recognised_by_their_cells() -> None:
    preview = guess(grid(("单强", "19900001003"), ("曾静", "19900001004")))
    assert preview.mapping.heading_rows == 0
    assert [c.field for c in preview.mapping.columns] == [F.NAME, F.PHONE]
    assert not preview.mapping.is_ignored


def test_a_table_about_something_else_is_ignored() -> None:
    preview = guess(grid(("物资", "数量"), ("沙袋", "300"), ("水泵", "2")))
    assert preview.mapping.is_ignored


def test_the_title_names_the_unit_when_no_column_does() -> None:
    rows = (("安和街道办事处通讯录", "", ""), ("姓名", "职务", "手机"), ("单强", "主任", "1"))
    assert guess(grid(*rows)).mapping.default_unit == "安和街道办事处"
