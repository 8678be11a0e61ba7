from PySide6.QtWidgets import QListWidget

from dutydesk.ui.widgets.stay_at_end import StayAtEnd


def listed(qtbot):
    view = QListWidget()
    view.addItems([f"第{number}条" for number in range(100)])
    StayAtEnd(view)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    view.scrollToBottom()
    return view


def test_the_newest_stays_in_view_when_a_strip_takes_height(qtbot):
    view = listed(qtbot)
    view.resize(300, 200)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_the_newest_stays_in_view_when_one_more_comes(qtbot):
    view = listed(qtbot)
    view.addItems(["又一条"] * 5)
    qtbot.waitUntil(lambda: view.count() == 105)
    view.doItemsLayout()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_whoever_scrolled_up_is_left_there(qtbot):
    view = listed(qtbot)
    view.verticalScrollBar().setValue(3)
    view.resize(300, 200)
    view.addItems(["又一条"] * 5)
    view.doItemsLayout()
    assert view.verticalScrollBar().value() == 3
