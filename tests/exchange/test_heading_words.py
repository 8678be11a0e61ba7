"""What the words over columns mean."""

from __future__ import annotations

import pytest

from dutydesk.domain.contact_file import ContactField as F
from dutydesk.domain.contacts import ContactRole, RolePair, UnitKind
from dutydesk.exchange.heading_words import (
    field_of,
    role_of,
    role_pair_of,
    unit_in_title,
    unit_kind_of,
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", F.NAME),
        ("姓 名", F.NAME),
        ("安全负责人", F.NAME),
        ("社区书记", F.NAME),
        ("部门负责人", F.NAME),
        ("职务", F.POST),
        ("单位", F.UNIT),
        ("单位名称", F.UNIT),
        ("部门", F.UNIT),
        ("科室", F.DEPARTMENT),
        ("街道（镇）", F.STREET),
        ("所属街道", F.STREET),
        ("社区", F.COMMUNITY),
        ("村（社区）", F.COMMUNITY),
        ("手机", F.MOBILE),
        ("手机号码", F.MOBILE),
        ("负责人手机", F.MOBILE),
        ("联系电话", F.PHONE),
        ("联系方式", F.PHONE),
        ("座机", F.OFFICE_PHONE),
        ("办公电话", F.OFFICE_PHONE),
        ("办公室电话", F.OFFICE_PHONE),
        ("值班电话", F.DUTY_PHONE),
        ("24小时值班电话", F.DUTY_PHONE),
        ("２４小时值班电话", F.DUTY_PHONE),
        ("值班室电话", F.DUTY_PHONE),
        ("传真", F.FAX),
        ("A/B角", F.ROLE_PAIR),
        ("AB角", F.ROLE_PAIR),
        ("A角姓名", F.NAME),
        ("培训天数", F.TRAINING_DAYS),
        ("备注", F.NOTE),
        ("地址", F.ADDRESS),
        ("单位地址", F.ADDRESS),
        ("类别", F.CATEGORY),
        ("序号", F.ORDER_NO),
        ("日期", F.DATE),
        ("带班领导", F.DUTY_PERSON),
        ("值班员", F.DUTY_PERSON),
        ("责任区域", F.AREA),
        ("邮箱", F.UNKNOWN),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, field: F) -> None:
    assert field_of(heading) is field


@pytest.mark.parametrize("text", ["", "林静超", "19900001001", "党工委", "x" * 25])
def test_a_cell_of_people_is_no_heading(text: str) -> None:
    assert field_of(text) is None


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("A角", RolePair.A),
        ("ｂ角", RolePair.B),
        ("A", RolePair.A),
        ("A/B角", None),
        ("主", None),
    ],
)
def test_a_and_b_are_read(cell: str, pair: RolePair | None) -> None:
    assert role_pair_of(cell) is pair


def test_posts_and_titles_name_roles() -> None:
    assert role_of("社区灾害信息员花名册") is ContactRole.INFO_OFFICER
    assert role_of("联络员") is ContactRole.LIAISON
    assert role_of("办事处主任") is None


def test_kinds_of_units_come_from_the_column_then_from_the_name() -> None:
    assert unit_kind_of("安和第1社区", F.COMMUNITY) is UnitKind.COMMUNITY
    assert unit_kind_of("区应急管理局", F.UNIT) is UnitKind.DEPARTMENT
    assert unit_kind_of("防汛抗旱指挥部", F.UNIT) is UnitKind.COMMAND_HQ
    assert unit_kind_of("安和商贸第1单位", F.UNIT) is UnitKind.OTHER


def test_a_title_may_name_the_unit() -> None:
    assert unit_in_title("安和街道办事处通讯录") == "安和街道办事处"
    assert unit_in_title("应急值班通讯录") == ""
    assert unit_in_title("街道（镇）值班联系方式") == ""
