from PySide6.QtWidgets import QPushButton, QWidget

from dutydesk.ui.actions import ActionGroup, ActionRegistry, ActionSpec
from dutydesk.ui.widgets.more_button import MoreButton


def test_the_menu_does_what_the_keys_do_and_leaves_out_what_nobody_added(qtbot):
    owner, registry, done = QWidget(), ActionRegistry(), []
    qtbot.addWidget(owner)
    take_in = ActionSpec("roster.import", "导入值班表", "Ctrl+Return", ActionGroup.ENTRY)
    plain = ActionSpec("roster.posts", "值班岗位", "", ActionGroup.ENTRY)
    registry.add(take_in, lambda: done.append("import"), owner)
    registry.add(plain, lambda: done.append("posts"), owner).setEnabled(False)
    button = MoreButton(registry, ("roster.import", "roster.posts", "roster.gone"), owner)
    button.menu().aboutToShow.emit()
    first, second = button.menu().actions()
    assert [first.text(), second.text()] == ["导入值班表  Ctrl+Enter", "值班岗位"]
    assert not second.isEnabled()
    first.trigger()
    assert done == ["import"]
    low = QPushButton("发布  Ctrl+P", owner)
    low.clicked.connect(lambda: done.append("publish"))
    button.leading = (low,)
    button.menu().aboutToShow.emit()
    button.menu().actions()[0].trigger()
    assert done == ["import", "publish"]
