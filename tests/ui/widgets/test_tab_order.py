"""What Tab reaches inside a part of a window, in order."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.widgets.tab_order import tab_order


def test_fields_of_the_part_come_in_the_order_of_tab_and_labels_not_at_all(qtbot):
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    outer, inner = QVBoxLayout(window), QVBoxLayout(part)
    before, first, second, after = (QLineEdit() for _ in range(4))
    for widget in (before, part, after):
        outer.addWidget(widget)
    for widget in (first, QLabel("说明"), second):
        inner.addWidget(widget)
    assert tab_order(part) == [first, second]
    QWidget.setTabOrder(second, first)
    assert tab_order(part) == [second, first]
    assert tab_order(QWidget()) == []
