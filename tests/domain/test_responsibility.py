import pytest

from dutydesk.domain.contacts import Contact, ContactCard, ContactRole, RolePair, Unit, UnitKind
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.responsibility import (
    Asked,
    Responsibility,
    ResponsibilityScopeMissing,
    Responsible,
    Why,
    areas_named,
    check_scope,
    in_charge_first,
    once_each,
    units_meant,
    units_named,
)

UNITS = (
    Unit("street", "安和街道办事处", kind=UnitKind.STREET),
    Unit("first", "安和一社区居委会", "street", kind=UnitKind.COMMUNITY),
    Unit("third", "安和三社区", "street", kind=UnitKind.COMMUNITY),
    Unit("east", "东里社区", "street", kind=UnitKind.COMMUNITY),
    Unit("bureau", "区应急管理局", kind=UnitKind.DEPARTMENT),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("安和一社区3号楼燃气泄漏", ["first"]),
        ("安和 一 社区３号楼", ["first"]),
        ("安和一3号楼", ["first"]),
        ("安和街道一平房起火", ["street"]),
        ("安和街道安和三社区", ["street", "third"]),
        ("东里社区积水", ["east"]),
        # Two characters alone are a part of many other names.
        ("东里三巷积水", []),
        ("安和苑小区", []),
        # A department is no place.
        ("区应急管理局来电", []),
        ("", []),
    ],
)
def test_a_place_names_its_units_as_people_say_them(text: str, ids: list[str]) -> None:
    assert sorted(unit.id for unit, _ in units_named(text, UNITS)) == sorted(ids)


def test_the_fullest_name_comes_first() -> None:
    named = units_named("安和街道安和一社区居委会门口", UNITS)
    assert [said for _, said in named] == ["安和一社区居委会", "安和街道"]


@pytest.mark.parametrize(
    ("text", "area", "is_in_unit", "said"),
    [
        ("3号楼燃气异味", "1号楼、3号楼", True, "3号楼"),
        ("3号楼燃气异味", "1号楼、3号楼", False, ""),
        ("和平里东街积水", "和平里东街，和平里西街", False, "和平里东街"),
        ("和平里东街积水", "第三网格", False, ""),
        ("第三网格", "第三网格", False, ""),
        ("第三网格", "第三网格", True, "第三网格"),
        ("积水", "", True, ""),
        ("积水", "、，", True, ""),
    ],
)
def test_the_number_of_a_house_tells_something_only_within_its_unit(
    text: str, area: str, is_in_unit: bool, said: str
) -> None:
    assert areas_named(text, area, is_in_unit=is_in_unit) == said


def card(name: str, role: ContactRole | None = None, pair: RolePair | None = None) -> ContactCard:
    return ContactCard(Contact(name, name, duty_role=role, role_pair=pair))


def test_the_duty_room_is_rung_before_the_officer_and_a_before_b() -> None:
    people = [
        card("别人"),
        card("乙", ContactRole.INFO_OFFICER, RolePair.B),
        card("甲", ContactRole.INFO_OFFICER, RolePair.A),
        card("值班室", ContactRole.DUTY_ROOM),
        card("网格员", ContactRole.GRID_WORKER),
    ]
    order = [one.contact.name for one in in_charge_first(people)]
    assert order == ["值班室", "网格员", "甲", "别人", "乙"]


GAS = Responsibility(id="gas", name="燃气公司", words=("燃气", "煤气"), kinds=("燃气泄漏",))


@pytest.mark.parametrize(
    ("line", "asked", "expected"),
    [
        (GAS, Asked("3号楼煤气味"), True),
        (GAS, Asked("味道很大", IncidentCategory.ACCIDENT, "燃气泄漏"), True),
        (GAS, Asked("起火", IncidentCategory.ACCIDENT, "火灾"), False),
        (
            Responsibility(id="h", name="卫健", category=IncidentCategory.PUBLIC_HEALTH),
            Asked("", IncidentCategory.PUBLIC_HEALTH, "食物中毒"),
            True,
        ),
        (Responsibility(id="n", name="谁"), Asked("什么事"), False),
        (Responsibility(id="b", name="谁", words=(" ",)), Asked("什么 事"), False),
    ],
)
def test_a_line_is_for_its_words_its_kinds_or_its_category(
    line: Responsibility, asked: Asked, expected: bool
) -> None:
    assert line.fits(asked) is expected


def test_a_line_for_nothing_is_refused() -> None:
    check_scope(GAS)
    with pytest.raises(ResponsibilityScopeMissing):
        check_scope(Responsibility(id="n", name="谁", words=(" ",)))


def test_a_line_means_the_unit_of_its_name_else_those_that_hold_it() -> None:
    assert [unit.id for unit in units_meant("应急管理局", UNITS)] == ["bureau"]
    assert [unit.id for unit in units_meant("东里社区", UNITS)] == ["east"]
    assert units_meant("社区", UNITS) == []


def test_nobody_is_named_twice() -> None:
    person = card("甲")
    found = [
        Responsible(Why.AREA, "3号楼", "甲", card=person),
        Responsible(Why.PLACE, "安和一社区", "甲", card=person),
        Responsible(Why.KIND, "", "119", phone="119"),
        Responsible(Why.KIND, "消防", "119", phone="119"),
    ]
    assert [one.why for one in once_each(found)] == [Why.AREA, Why.KIND]
