from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.widgets.notice_strip import Notice, NoticeBoard, NoticeKind


def test_the_loudest_stands_on_top_and_a_key_replaces_itself(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    board.put(Notice("hint", NoticeKind.HINT, "提示"))
    board.put(Notice("disk", NoticeKind.ERROR, "磁盘已满"))
    board.put(Notice("late", NoticeKind.ALARM, "已超时"))
    board.put(Notice("disk", NoticeKind.ERROR, "磁盘还是满的"))
    assert [one.text for one in board.notices()] == ["已超时", "磁盘还是满的", "提示"]


def test_at_most_three_are_shown_and_the_rest_wait(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    for number in range(5):
        board.put(Notice(str(number), NoticeKind.WARNING, f"第{number}"))
    shown = [strip for strip in board._strips.values() if strip.isVisibleTo(board)]
    assert len(shown) == 3
    board.take_down("0")
    assert sum(strip.isVisibleTo(board) for strip in board._strips.values()) == 3


def test_a_strip_that_stays_has_no_cross(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    board.put(Notice("a", NoticeKind.WARNING, "只读", stays=True))
    assert board._strips["a"]._cross.isHidden()
    board.put(Notice("a", NoticeKind.WARNING, "只读"))
    board._strips["a"]._cross.click()
    assert board.notices() == []
    assert board.isHidden()


def test_an_alarm_does_not_take_the_keyboard_from_someone_typing(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    board, edit = NoticeBoard(theme), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(board)
    column.addWidget(edit)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    edit.setFocus()
    qtbot.keyClicks(edit, "ab")
    board.put(Notice("late", NoticeKind.ALARM, "已超时", "确认报警", print, stays=True))
    qtbot.keyClicks(edit, "cd")
    assert edit.text() == "abcd"
    assert edit.hasFocus()
    window.layout().activate()
    assert edit.geometry().top() > board.geometry().bottom()


def test_the_button_of_a_notice_does_its_work(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    pressed = []
    board.put(Notice("a", NoticeKind.ERROR, "满了", "再试", lambda: pressed.append(1)))
    qtbot.mouseClick(board._strips["a"]._verb, Qt.MouseButton.LeftButton)
    assert pressed == [1]


def running(board, key):
    return board._strips[key]._time.isActive()


def test_what_was_done_goes_by_itself_and_what_lasts_stays(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    board.show()
    for kind in NoticeKind:
        board.put(Notice(kind.value, kind, "提示"))
    board.put(Notice("lasting", NoticeKind.HINT, "没有人接班", stays=True))
    board.MOST = 9
    board._arrange()
    assert [key for key in board._strips if running(board, key)] == ["done", "hint"]
    board._strips["done"]._time.timeout.emit()
    assert "done" not in board._strips


def test_the_newest_strip_is_seen_whatever_stands_above_it(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    for number in range(4):
        board.put(Notice(str(number), NoticeKind.ERROR, "错误"))
    board.put(Notice("saved", NoticeKind.DONE, "已报出"))
    assert board._strips["saved"].isVisibleTo(board)
    assert sum(strip.isVisibleTo(board) for strip in board._strips.values()) == 3


def test_minutes_that_go_by_leave_the_focus_on_the_button_of_an_alarm(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    board = NoticeBoard(theme)
    QVBoxLayout(window).addWidget(board)
    board.put(Notice("late", NoticeKind.ALARM, "已超8分", "确认报警", print, stays=True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button = board._strips["late"]._verb
    button.setFocus()
    board.put(Notice("late", NoticeKind.ALARM, "已超9分", "确认报警", print, stays=True))
    assert button.hasFocus()
    assert board._strips["late"]._text.text() == "已超9分"
    assert board._strips["late"].accessibleName() == "已超9分"


def test_two_strips_of_one_colour_do_not_run_into_each_other(theme, qtbot):
    board = NoticeBoard(theme)
    qtbot.addWidget(board)
    for key in ("soon", "read_only"):
        board.put(Notice(key, NoticeKind.WARNING, key, stays=True))
    board.resize(600, board.sizeHint().height())
    board.show()
    first, second = sorted(board._strips.values(), key=lambda strip: strip.y())
    assert second.y() > first.geometry().bottom() + 1
