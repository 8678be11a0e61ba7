from dutydesk.domain.contacts import Unit
from dutydesk.ui.contacts.move_dialog import MoveDialog, MoveStart


def test_where_it_cannot_go_is_not_offered(contacts):
    units = [Unit("a", "甲"), Unit("b", "乙", "a"), Unit("c", "丙")]
    start = MoveStart("甲", units, None, {"a", "b"})
    dialog = MoveDialog(contacts.desk, start, lambda _: None, contacts.window)
    offered = [dialog.target.itemText(at).strip() for at in range(dialog.target.count())]
    assert offered == ["无", "丙"]
    assert "移到" in dialog.windowTitle()
