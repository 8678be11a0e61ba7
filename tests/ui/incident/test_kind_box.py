from dutydesk.domain.incident import IncidentCategory
from dutydesk.ui.incident.kind_box import KindBox

KINDS = {
    IncidentCategory.NATURAL: ["森林火灾"],
    IncidentCategory.ACCIDENT: ["火灾", "燃气泄漏"],
}


def test_a_typed_or_chosen_kind_brings_its_category(theme, qtbot):
    box = KindBox(theme)
    qtbot.addWidget(box)
    box.show_kinds(KINDS)
    assert box.kind() is None
    box.setEditText("火灾")
    assert box.kind() == (IncidentCategory.ACCIDENT, "火灾")
    box.set_kind(IncidentCategory.NATURAL, "森林火灾")
    assert box.kind() == (IncidentCategory.NATURAL, "森林火灾")
    box.setEditText("车祸")
    assert box.kind() is None
    assert box.currentText() == "车祸"


def test_a_part_of_the_name_finds_it(theme, qtbot):
    box = KindBox(theme)
    qtbot.addWidget(box)
    box.show_kinds(KINDS)
    box.completer().setCompletionPrefix("泄漏")
    assert box.completer().completionCount() == 1
