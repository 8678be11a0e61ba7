from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow

COLUMNS = (RowColumn("状态", "外出中"), RowColumn("人"), RowColumn("电话", "19900000000"))


def rows(*ids):
    return [TableRow(one, ("在", f"人{one}", "199")) for one in ids]


def test_the_choice_stays_on_its_record_when_rows_change(theme, qtbot):
    table = RowTable(theme, "名单", COLUMNS)
    qtbot.addWidget(table)
    table.show_rows(rows("a", "b", "c"))
    assert table.chosen() == "a"
    table.step(1)
    table.show_rows(rows("c", "x", "b"))
    assert (table.chosen(), table.currentRow()) == ("b", 2)
    table.show_rows(rows("c", "x", "b"), "x")
    assert table.chosen() == "x"
    table.step(5)
    assert table.chosen() == "b"
    table.show_rows(rows())
    assert table.chosen() == ""


def test_the_last_columns_give_way_and_the_first_and_the_wide_one_stay(theme, qtbot):
    table = RowTable(theme, "名单", COLUMNS)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    assert [table.isColumnHidden(at) for at in range(3)] == [False, False, False]
    table.resize(300, 300)
    assert [table.isColumnHidden(at) for at in range(3)] == [False, False, True]


def test_new_rows_are_told_once(theme, qtbot):
    table = RowTable(theme, "名单", COLUMNS)
    qtbot.addWidget(table)
    told = []
    table.itemSelectionChanged.connect(lambda: told.append(table.chosen()))
    table.show_rows(rows("a", "b"))
    table.show_rows(rows("b"))
    table.show_rows(rows())
    assert told == ["a", "b", ""]


def test_the_record_in_hand_stays_in_sight_when_a_strip_takes_height(theme, qtbot):
    table = RowTable(theme, "名单", COLUMNS)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    table.show_rows(rows(*"abcdefgh"), "g")
    table.resize(900, 120)
    shown = table.viewport().rect()
    assert shown.contains(table.visualItemRect(table.item(6, 0)).center())
