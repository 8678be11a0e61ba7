"""What Tab reaches inside a part of a window, in order."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.widgets.tab_order import chain, in_order, tab_order


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


def test_a_row_made_later_gets_its_place_before_the_part_below(qtbot):
    window, above, below = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    column, rows, foot = QVBoxLayout(window), QVBoxLayout(above), QVBoxLayout(below)
    column.addWidget(above)
    column.addWidget(below)
    first, last, late = QLineEdit(), QLineEdit(), QLineEdit()
    rows.addWidget(first)
    foot.addWidget(last)
    rows.addWidget(late)
    assert tab_order(window) == [first, last, late]
    chain(above, below)
    assert tab_order(window) == [first, late, last]


def test_single_fields_come_in_the_order_given_hidden_ones_too(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [QLineEdit() for _ in range(4)]
    for field in fields:
        column.addWidget(field)
    fields[1].hide()
    wanted = [fields[at] for at in (0, 3, 1, 2)]
    in_order(*wanted)
    assert tab_order(window) == wanted
