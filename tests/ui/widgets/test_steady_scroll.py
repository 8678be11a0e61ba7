from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.ui.widgets.steady_scroll import SteadyScroll


def test_the_width_of_the_page_does_not_hang_on_its_height(qtbot) -> None:
    area = SteadyScroll()
    qtbot.addWidget(area)
    label = QLabel("值班" * 10)
    label.setWordWrap(True)
    area.setWidget(label)
    area.resize(300, 200)
    area.show()
    short = area.viewport().width()
    label.setText("值班" * 2000)
    qtbot.waitUntil(lambda: label.height() > area.viewport().height())
    assert area.viewport().width() == short
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
