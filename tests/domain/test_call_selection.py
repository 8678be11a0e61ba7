from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.call_selection import CallCriteria, CallList, choose
from dutydesk.domain.contacts import (
    AddressBook,
    Contact,
    ContactNumber,
    ContactRole,
    FurtherRole,
    RolePair,
    Unit,
    UnitKind,
)
from dutydesk.domain.phone import NumberKind
from dutydesk.wording.contacts import CONTACT_ROLES

STREET = Unit("s", "安和街道", kind=UnitKind.STREET)
FIRST = Unit("c1", "安和一社区", "s", 1, UnitKind.COMMUNITY)
SECOND = Unit("c2", "安和二社区", "s", 2, UnitKind.COMMUNITY)
GRID = ContactRole.GRID_WORKER
PEOPLE = (
    Contact("chief", "赵某", "s", duty_role=ContactRole.HEAD),
    Contact("head", "张某", "c1", post="书记", duty_role=ContactRole.HEAD),
    Contact("a", "李某", "c1", duty_role=GRID, role_pair=RolePair.A, pair_contact_id="b"),
    Contact("b", "王某", "c1", duty_role=GRID, role_pair=RolePair.B, pair_contact_id="a"),
    Contact("lone", "周某", "c2", duty_role=GRID, area="河东片"),
    Contact("gone", "吴某", "c2", duty_role=GRID, is_retired=True),
)


def number(owner: str, kind: NumberKind = NumberKind.MOBILE, digits: str = "") -> ContactNumber:
    return ContactNumber(f"{owner}{kind}", owner, kind, digits or f"1990000{len(owner):04d}")


BOOK = AddressBook(
    (STREET, FIRST, SECOND),
    PEOPLE,
    (
        number("chief", digits="19900000009"),
        number("head", digits="19900000001"),
        number("head", NumberKind.DUTY, "88000001"),
        number("a", digits="19900000002"),
        number("b", digits="19900000003"),
    ),
)


def names(**criteria):
    return [one.name for one in choose(BOOK, CallCriteria(**criteria), CONTACT_ROLES)]


def test_place_role_and_level_must_all_hold():
    assert names() == []
    assert names(unit_ids=("s",)) == ["赵某", "张某", "李某", "周某"]
    assert names(unit_ids=("c1",), roles=(GRID,)) == ["李某"]
    assert names(kinds=(UnitKind.STREET,)) == ["赵某"]
    assert names(area="河东") == ["周某"]
    assert names(area="二社区") == ["周某"]
    assert names(roles=(GRID, ContactRole.HEAD), left_out=("a",)) == ["赵某", "张某", "周某"]


def test_whoever_has_the_role_besides_another_is_called_too():
    further = FurtherRole("r", "lone", "c1", "灾害信息员", ContactRole.INFO_OFFICER, area="3号楼")
    book = replace(BOOK, roles=(further,))

    def found(**criteria):
        return [one.name for one in choose(book, CallCriteria(**criteria), CONTACT_ROLES)]

    assert found(roles=(ContactRole.INFO_OFFICER,)) == ["周某"]
    assert found(roles=(ContactRole.INFO_OFFICER,), unit_ids=("c1",)) == ["周某"]
    # Place and role of two different parts are nobody's.
    assert found(roles=(ContactRole.INFO_OFFICER,), unit_ids=("c2",)) == []
    assert found(roles=(GRID,), area="3号楼") == []


def test_a_b_is_rung_through_its_a():
    (pair,) = choose(BOOK, CallCriteria(picked=("b",)), CONTACT_ROLES)
    assert (pair.name, pair.b_name, pair.b_phone) == ("李某", "王某", "19900000003")
    assert pair.role == "网格员"


def test_the_superior_is_the_nearest_head_above():
    found = {one.name: one for one in choose(BOOK, CallCriteria(unit_ids=("s",)), CONTACT_ROLES)}
    assert found["李某"].superior == "张某"
    assert found["张某"].superior == "赵某"
    assert found["周某"].superior == "赵某"
    assert found["赵某"].superior == ""


def test_who_has_no_number_is_listed_all_the_same():
    (lone,) = choose(BOOK, CallCriteria(picked=("lone",)), CONTACT_ROLES)
    assert lone.phone == ""


def test_duty_phones_of_the_units_meant_come_first():
    assert names(unit_ids=("c1",), roles=(GRID,), with_duty_phones=True) == [
        "安和一社区值班室",
        "李某",
    ]
    assert names(kinds=(UnitKind.STREET,), with_duty_phones=True) == ["赵某"]
    assert names(roles=(GRID,), with_duty_phones=True) == ["李某", "周某"]


def test_a_saved_list_means_what_was_chosen():
    kept = CallList(id="l", name="防汛", roles=("grid_worker",), kinds=("community",))
    assert kept.criteria == CallCriteria(roles=(GRID,), kinds=(UnitKind.COMMUNITY,))


@given(
    picked=st.lists(st.sampled_from([one.id for one in PEOPLE])),
    units=st.lists(st.sampled_from(["s", "c1", "c2"])),
    pairs=st.dictionaries(
        st.sampled_from(["chief", "head", "a", "b", "lone"]),
        st.tuples(st.sampled_from(["a", "b", "lone", "chief"]), st.sampled_from(RolePair)),
    ),
)
def test_nobody_is_ever_listed_twice_nor_anybody_meant_left_out(picked, units, pairs):
    people = tuple(
        replace(one, pair_contact_id=pairs[one.id][0], role_pair=pairs[one.id][1])
        if one.id in pairs
        else one
        for one in PEOPLE
    )
    book = AddressBook(BOOK.units, people, BOOK.numbers)
    criteria = CallCriteria(unit_ids=tuple(units), picked=tuple(picked))
    found = choose(book, criteria, CONTACT_ROLES)
    ids = [one.contact_id for one in found]
    assert len(set(ids)) == len(ids)
    reached = set(ids) | {one.b_contact_id for one in found}
    assert set(picked) - {"gone"} <= reached
