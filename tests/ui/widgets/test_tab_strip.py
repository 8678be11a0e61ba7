import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QToolButton, QVBoxLayout, QWidget

from dutydesk.ui.widgets.tab_strip import Tab, TabStrip

LEFT = Qt.MouseButton.LeftButton
RIGHT_SIDE = QTabBar.ButtonPosition.RightSide


@pytest.fixture
def page(theme, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    made.strip, made.field = TabStrip(theme, "草稿", "不要了"), QLineEdit()
    column.addWidget(made.strip)
    column.addWidget(made.field)
    made.wanted, made.closed = [], []
    made.strip.wanted.connect(made.wanted.append)
    made.strip.close_wanted.connect(made.closed.append)
    made.resize(900, 120)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def show(page, *titles, current="0"):
    page.strip.show_tabs(
        [Tab(str(at), title, f"全文：{title}") for at, title in enumerate(titles)], current
    )


def cross(page, at):
    return page.strip.tabButton(at, RIGHT_SIDE)


def test_tabs_show_titles_tips_and_which_is_the_current_one(page):
    show(page, "来电 李某", "巡查 & 检查", current="1")
    assert page.strip.titles() == ["来电 李某", "巡查 & 检查"]
    assert page.strip.tabText(1) == "巡查 && 检查"
    assert page.strip.keys() == ["0", "1"]
    assert page.strip.currentIndex() == 1
    assert page.strip.tabToolTip(0) == "全文：来电 李某"


def test_shown_again_they_change_and_the_rest_goes(page):
    show(page, "一", "二", "三")
    first = cross(page, 0)
    show(page, "一", "另一份", current="1")
    assert page.strip.titles() == ["一", "另一份"]
    assert cross(page, 0) is first
    assert page.strip.currentIndex() == 1


def test_a_click_says_which_is_meant_and_changes_nothing_by_itself(page):
    show(page, "一", "二")
    QTest.mouseClick(page.strip, LEFT, pos=page.strip.tabRect(1).center())
    assert page.wanted == ["1"]
    assert page.strip.currentIndex() == 0
    assert page.field.hasFocus()
    page.strip.mark("1")
    assert page.strip.currentIndex() == 1


def test_a_click_with_another_button_or_beside_the_tabs_means_none(page):
    show(page, "一", "二")
    QTest.mouseClick(page.strip, Qt.MouseButton.RightButton, pos=page.strip.tabRect(1).center())
    QTest.mouseClick(page.strip, LEFT, pos=QPoint(page.strip.width() - 2, 5))
    assert page.wanted == []


def test_the_cross_says_which_is_given_up_also_when_tabs_before_it_have_gone(page):
    show(page, "一", "二", "三")
    QTest.mouseClick(cross(page, 2), LEFT)
    show(page, "二", "三")
    QTest.mouseClick(cross(page, 1), LEFT)
    assert page.closed == ["2", "1"]
    assert page.field.hasFocus()
    assert cross(page, 0).accessibleName() == "不要了"


def test_the_wheel_changes_nothing(page):
    show(page, "一", "二")
    at = QPointF(page.strip.tabRect(0).center())
    wheel = QWheelEvent(
        at,
        page.strip.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.strip, wheel)
    assert page.strip.currentIndex() == 0


def test_a_new_title_is_written_on_its_tab_only(page):
    show(page, "一", "二")
    page.strip.retitle(Tab("1", "二二"))
    page.strip.retitle(Tab("nobody", "三"))
    page.strip.mark("nobody")
    assert page.strip.titles() == ["一", "二二"]


def test_many_tabs_do_not_widen_the_room(page):
    show(page, *(f"来电 安和三社区 0{at}:15" for at in range(30)))
    assert page.strip.minimumSizeHint().width() <= 400
    assert page.width() == 900


def test_crosses_follow_the_type_size(page, theme):
    show(page, "一")
    before = cross(page, 0).width()
    theme.set_scale(200)
    assert cross(page, 0).width() > before
    assert isinstance(cross(page, 0), QToolButton)
