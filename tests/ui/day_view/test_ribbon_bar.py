from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent

from dutydesk.ui.day_view.ribbon_bar import RibbonBar

KEY = Qt.Key


def bar_of(day, theme, qtbot):
    bar = RibbonBar(theme)
    qtbot.addWidget(bar)
    bar.resize(600, bar.sizeHint().height())
    bar.show_day(day, day.ends_at)
    bar.show()
    return bar


def test_arrows_go_from_entry_to_entry_and_stop_at_the_ends(day, theme, qtbot):
    bar = bar_of(day, theme, qtbot)
    chosen = []
    bar.chosen.connect(chosen.append)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Left):
        qtbot.keyClick(bar, key)
    assert chosen == ["条1", "条2", "条1", "条1"]
    qtbot.keyClick(bar, KEY.Key_Return)
    assert chosen[-1] == "条1"
    assert len(chosen) == 5


def test_the_first_arrow_to_the_left_begins_at_the_newest(day, theme, qtbot):
    bar = bar_of(day, theme, qtbot)
    with qtbot.waitSignal(bar.chosen) as found:
        qtbot.keyClick(bar, KEY.Key_Left)
    assert found.args == ["条4"]


def test_a_click_chooses_what_it_hits_and_nothing_else(day, theme, qtbot):
    bar = bar_of(day, theme, qtbot)
    chosen = []
    bar.chosen.connect(chosen.append)
    ribbon = bar.ribbon()
    at = ribbon.centre(day.marks[1]).toPoint()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    assert chosen == ["条2"]


def test_the_hint_names_the_entry_or_the_gap(day, theme, qtbot):
    bar = bar_of(day, theme, qtbot)
    ribbon = bar.ribbon()

    def hint(point):
        return bar._hint(QHelpEvent(QEvent.Type.ToolTip, point, point))

    assert hint(ribbon.centre(day.marks[0]).toPoint()) == "第1条 08:30 来电 安和 异味"
    middle = round((ribbon.x(day.gaps[0].starts_at) + ribbon.x(day.gaps[0].ends_at)) / 2)
    assert hint(QPoint(middle, 12)) == "21:30–04:30 无记录 7小时"
    assert "1 条" not in bar.accessibleDescription()
    assert bar.accessibleDescription().startswith("11月20日 周五")


def test_without_a_day_nothing_is_drawn_and_nothing_chosen(theme, qtbot, day):
    bar = RibbonBar(theme)
    qtbot.addWidget(bar)
    bar.show_day(None, day.ends_at)
    bar.show()
    qtbot.keyClick(bar, KEY.Key_Right)
    assert bar.ribbon() is None


def test_the_bar_grows_with_the_type(theme, qtbot, day):
    bar = bar_of(day, theme, qtbot)
    before = bar.height()
    theme.set_scale(200)
    assert bar.height() > before * 1.6
    theme.set_scale(100)
