from dutydesk.ui.contacts.tree_drag import PERSON, UNIT, carried, id_in


def test_a_drag_holds_the_id_of_its_kind_only():
    data = carried(UNIT, "乙-1")
    assert id_in(data, UNIT) == "乙-1"
    assert id_in(data, PERSON) == ""
