from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QWidget

from dutydesk.ui.incident.turning_split import TurningSplit


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
