from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from dutydesk.ui.widgets.whole_rows import show_whole_rows


def test_a_row_is_chosen_whole_by_arrows_and_tab_leaves_the_table(theme, qtbot):
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    show_whole_rows(table, theme, "名单", ("姓名", "电话"))
    for row in range(2):
        table.setItem(row, 0, QTableWidgetItem(f"人{row}"))
    assert table.accessibleName() == "名单"
    assert [table.horizontalHeaderItem(at).text() for at in range(2)] == ["姓名", "电话"]
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert {index.row() for index in table.selectedIndexes()} == {1}
    assert not table.tabKeyNavigation()
