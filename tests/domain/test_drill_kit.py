from dutydesk.domain.contacts import Unit
from dutydesk.domain.drill_kit import parents_first


def test_a_unit_comes_behind_the_one_it_belongs_to():
    units = (Unit("c", "社区", "b"), Unit("b", "街道", "a"), Unit("a", "区"))
    assert [one.id for one in parents_first(units)] == ["a", "b", "c"]


def test_units_that_belong_to_each_other_are_all_there():
    assert len(parents_first((Unit("a", "甲", "b"), Unit("b", "乙", "a")))) == 2
