from PySide6.QtCore import Qt

from dutydesk.ui.widgets.ledger_table import LedgerColumn, LedgerRow, LedgerTable

COLUMNS = (LedgerColumn("时限", "23:15"), LedgerColumn("事项"), LedgerColumn("承办", "区市政处"))


def table(theme, qtbot):
    made = LedgerTable(theme, "未办结事项", COLUMNS)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def rows(*ids):
    return [LedgerRow(one, ("10:00", f"事项{one}", "市政"), "overdue") for one in ids]


def test_the_selected_record_stays_selected_over_new_rows(theme, qtbot):
    made = table(theme, qtbot)
    made.show_rows(rows("a", "b", "c"))
    assert made.selected_id() == "a"
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.selected_id() == "b"
    made.show_rows(rows("c", "b"))
    assert (made.selected_id(), made.currentRow()) == ("b", 1)
    made.show_rows(rows("c"), "c")
    assert made.selected_id() == "c"
    made.show_rows([])
    assert made.selected_id() == ""


def test_new_rows_are_told_once(theme, qtbot):
    made = table(theme, qtbot)
    told = []
    made.itemSelectionChanged.connect(lambda: told.append(made.selected_id()))
    made.show_rows(rows("a", "b"))
    assert told == ["a"]


def test_later_columns_go_where_width_is_short_and_the_first_stays(theme, qtbot):
    made = table(theme, qtbot)
    assert not made.isColumnHidden(2)
    made.resize(300, 300)
    assert made.isColumnHidden(2)
    assert not made.isColumnHidden(0)
