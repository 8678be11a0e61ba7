from dutydesk.domain.contact_state import PeopleCounts
from dutydesk.domain.contacts import Unit
from dutydesk.ui.contacts.unit_lines import Which, unit_lines
from dutydesk.ui.contacts.unit_tree import UnitBox, UnitTree

UNITS = (
    Unit("1", "区应急管理局"),
    Unit("2", "值班科", parent_id="1"),
    Unit("3", "区燃气公司", order_no=1),
)
LINES = unit_lines(UNITS, PeopleCounts({"1": 2, "2": 3, None: 1}))


def test_what_is_shut_and_chosen_stays_so_when_the_units_are_read_again(theme, qtbot):
    tree = UnitTree(theme)
    qtbot.addWidget(tree)
    tree.show_lines(LINES)
    assert tree.topLevelItem(1).isExpanded()
    tree.topLevelItem(1).setExpanded(False)
    tree.choose(Which("3"))
    heard = []
    tree.chosen.connect(heard.append)
    tree.show_lines(LINES)
    assert tree.which() == Which("3")
    assert not tree.topLevelItem(1).isExpanded()
    tree.show_lines(unit_lines((), PeopleCounts({})))
    assert tree.which() == Which()
    assert heard == []


def test_the_box_has_the_same_lines(theme, qtbot):
    box = UnitBox(theme)
    qtbot.addWidget(box)
    box.show_lines(LINES)
    assert [box.itemText(at).strip() for at in range(3)] == [
        "全部  6",
        "区应急管理局  5",
        "值班科  3",
    ]
    box.choose(Which("2"))
    box.show_lines(LINES)
    assert box.which() == Which("2")
