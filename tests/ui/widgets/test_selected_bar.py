import pytest
from PySide6.QtWidgets import (
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from dutydesk.ui.tokens import LookChoice
from dutydesk.ui.widgets.selected_bar import show_bar


def a_list(theme):
    view = QListWidget()
    view.addItems(["记一条", "锁屏"])
    view.setCurrentRow(0)
    return view, view.visualItemRect(view.item(0))


def a_table(theme):
    view = QTableWidget(2, 2)
    view.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setItem(0, 0, QTableWidgetItem("甲某"))
    view.setItem(0, 1, QTableWidgetItem("区应急管理局"))
    show_bar(view, theme)
    view.selectRow(0)
    return view, view.visualItemRect(view.item(0, 0))


def a_tree(theme):
    view = QTreeWidget()
    view.header().hide()
    view.addTopLevelItem(QTreeWidgetItem(["全部"]))
    show_bar(view, theme)
    view.setCurrentItem(view.topLevelItem(0))
    return view, view.visualItemRect(view.topLevelItem(0))


@pytest.mark.parametrize("make", [a_list, a_table, a_tree])
@pytest.mark.parametrize("look", ["day", "high_contrast"])
def test_the_selected_row_has_a_bar_at_its_left(theme, desk_clock, qtbot, make, look):
    theme.choose(LookChoice(look), desk_clock.now())
    view, row = make(theme)
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    shown = view.viewport().grab().toImage()
    assert shown.pixelColor(1, row.center().y()) == theme.colour("accent")


def test_only_the_first_cell_of_a_row_has_the_bar(theme, qtbot):
    view, _ = a_table(theme)
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    second = view.visualItemRect(view.item(0, 1))
    shown = view.viewport().grab().toImage()
    assert shown.pixelColor(second.left() + 1, second.center().y()) == theme.colour("accent_soft")
