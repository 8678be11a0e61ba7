from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from dutydesk.ui.incident.detail import IncidentDetail
from dutydesk.ui.incident.turning_split import TurningSplit
from dutydesk.ui.widgets.verb_row import VerbRow


def test_the_list_goes_above_its_detail_where_the_room_is_narrow(theme, qtbot):
    rows = QListView()
    rows.setModel(QStringListModel(["1", "2"]))
    split = TurningSplit(theme, rows, (rows, QWidget()))
    qtbot.addWidget(split)
    split.resize(900, 600)
    split.show()
    assert split.orientation() is Qt.Orientation.Horizontal
    assert split.sizes()[0] < split.sizes()[1]
    theme.set_scale(200)
    assert split.orientation() is Qt.Orientation.Vertical
    theme.set_scale(100)
    assert split.orientation() is Qt.Orientation.Horizontal
    split.resize(600, 600)
    assert split.orientation() is Qt.Orientation.Vertical


def test_in_large_type_the_pane_gives_way_before_a_button_above_it_is_cut(theme, qtbot):
    theme.set_scale(200)
    holder, verbs = QWidget(), VerbRow(theme, [("电话报告  Ctrl+B", id), ("更新  Ctrl+U", id)])
    column = QVBoxLayout(holder)
    column.addWidget(verbs)
    column.addWidget(IncidentDetail(theme), 1)
    qtbot.addWidget(holder)
    needed = verbs.minimumSizeHint().height()
    holder.resize(1200, needed + 60)
    holder.show()
    assert holder.height() == needed + 60
    assert verbs.height() >= needed
    theme.set_scale(100)
