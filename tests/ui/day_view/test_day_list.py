from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from dutydesk.ui.day_view.day_list import DAY_ROLE, DayList
from dutydesk.wording.day_view import day_words


def shown(theme, qtbot, *days):
    view = DayList(theme)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show_days(days, days[0].ends_at)
    view.show()
    return view


def test_days_are_read_aloud_whole_and_found_by_date(day, theme, qtbot):
    after = replace(day, duty_date=day.duty_date.replace(day=21), marks=(), gaps=())
    view = shown(theme, qtbot, day, after)
    model = view.days
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == day_words(day)
    assert model.index(1, 0).data(DAY_ROLE) == after
    assert (model.row_of(after.duty_date), model.row_of(day.duty_date.replace(day=9))) == (1, None)
    assert (
        view.visualRect(model.index(0, 0)).height() > view.visualRect(model.index(1, 0)).height()
    )


def test_a_new_entry_leaves_the_selection_where_it_is(day, theme, qtbot):
    view = shown(theme, qtbot, day, replace(day, duty_date=day.duty_date.replace(day=21)))
    view.setCurrentIndex(view.days.index(1, 0))
    changed = replace(day, marks=())
    view.show_days([changed, *view.days.days[1:]], day.ends_at)
    assert view.currentIndex().row() == 1
    assert view.days.days[0] == changed


def test_the_hint_says_what_lies_under_the_pointer(day, theme, qtbot, monkeypatch):
    view = shown(theme, qtbot, day)
    index = view.days.index(0, 0)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _view: said.append(words))
    ribbon = view.delegate.ribbon(day, option.rect)
    for x in (ribbon.x(day.marks[0].at), ribbon.x(day.gaps[0].starts_at) + 20, 20):
        point = QPoint(round(x), option.rect.top() + 26)
        event = QHelpEvent(QEvent.Type.ToolTip, point, point)
        assert view.delegate.helpEvent(event, view, option, index)
    assert said[0].startswith("第1条")
    assert "无记录" in said[1]
    assert said[2].startswith("11月20日")


def test_the_chosen_day_stays_in_sight_when_the_room_becomes_low(day, theme, qtbot):
    days = [replace(day, duty_date=day.duty_date.replace(day=16 + one)) for one in range(7)]
    view = shown(theme, qtbot, *days)
    view.setCurrentIndex(view.days.index(4, 0))
    view.resize(800, 60)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
