from PySide6.QtCore import Qt

from dutydesk.ui.widgets.tick_list import TickList


def test_space_takes_a_line_out_and_back_in(theme, qtbot):
    made = TickList(theme, "单位", [("a", "甲"), ("b", "乙")])
    qtbot.addWidget(made)
    assert made.ticked() == ["a", "b"]
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert made.ticked() == ["b"]
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert made.ticked() == ["a", "b"]


def test_it_is_as_high_as_its_lines_up_to_a_limit(theme, qtbot):
    heights = []
    for count in (0, 2, 8, 80):
        made = TickList(theme, "单位", [(str(n), str(n)) for n in range(count)])
        qtbot.addWidget(made)
        heights.append(made.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
