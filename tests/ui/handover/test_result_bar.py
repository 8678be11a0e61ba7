"""One key a line: digits choose and go on, arrows change, Delete takes back."""

from PySide6.QtCore import QPoint, Qt

from dutydesk.domain.handover import CheckResult
from dutydesk.ui.handover.result_bar import ResultBar
from dutydesk.wording.handover import CHECK_RESULT, THING_RESULT


def bar_of(theme, qtbot, words=CHECK_RESULT):
    bar = ResultBar(theme, "传真机", words)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_digits_choose_and_go_on(theme, qtbot):
    bar = bar_of(theme, qtbot)
    with qtbot.waitSignals([bar.chosen, bar.left]):
        qtbot.keyClick(bar, Qt.Key.Key_1)
    assert bar.result is CheckResult.NORMAL
    with qtbot.waitSignals([bar.chosen, bar.note_wanted]):
        qtbot.keyClick(bar, Qt.Key.Key_2)
    assert bar.result is CheckResult.ABNORMAL
    qtbot.keyClick(bar, Qt.Key.Key_3)
    assert bar.result is CheckResult.NOT_APPLICABLE


def test_arrows_stop_at_both_ends(theme, qtbot):
    bar = bar_of(theme, qtbot)
    for _ in range(5):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.result is CheckResult.NOT_APPLICABLE
    for _ in range(5):
        qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert bar.result is CheckResult.NORMAL


def test_delete_takes_the_choice_back(theme, qtbot):
    bar = bar_of(theme, qtbot)
    bar.show_result(CheckResult.NORMAL)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(bar, Qt.Key.Key_Delete)
    assert told.args == [None]
    assert bar.result is None


def test_a_result_that_is_not_offered_cannot_be_chosen(theme, qtbot):
    two = {one: THING_RESULT[one] for one in (CheckResult.NORMAL, CheckResult.ABNORMAL)}
    bar = bar_of(theme, qtbot, two)
    qtbot.keyClick(bar, Qt.Key.Key_3)
    assert bar.result is None


def test_a_click_chooses_and_a_second_click_takes_back(theme, qtbot):
    bar = bar_of(theme, qtbot)
    middle = QPoint(bar.width() // 2, bar.height() // 2)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert bar.result is CheckResult.ABNORMAL
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert bar.result is None


def test_the_screen_reader_hears_the_result(theme, qtbot):
    bar = bar_of(theme, qtbot)
    assert bar.accessibleName() == "传真机，未核对"
    bar.choose(CheckResult.ABNORMAL)
    assert bar.accessibleName() == "传真机，异常"


def test_a_locked_line_takes_no_result(theme, qtbot):
    bar = bar_of(theme, qtbot)
    bar.setEnabled(False)
    bar.choose(CheckResult.NORMAL)
    assert bar.result is None
