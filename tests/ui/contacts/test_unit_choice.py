from dutydesk.domain.contacts import Unit
from dutydesk.ui.contacts.unit_choice import UnitChoice

UNITS = (Unit("1", "区应急管理局"), Unit("2", "值班科", parent_id="1"))


def test_none_is_a_choice_and_some_are_left_out(theme, qtbot):
    box = UnitChoice(theme, "上级", UNITS, "2")
    qtbot.addWidget(box)
    assert box.unit_id() == "2"
    box.setCurrentIndex(0)
    assert box.unit_id() is None
    short = UnitChoice(theme, "上级", UNITS, "2", without={"2"})
    qtbot.addWidget(short)
    assert [short.itemText(at) for at in range(short.count())] == ["无", "区应急管理局"]
    assert short.unit_id() is None
