from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt

from dutydesk.domain.calendar_weeks import month_weeks
from dutydesk.ui.day_view.day_list import DAY_ROLE
from dutydesk.ui.day_view.month_grid import MonthGrid

MONTH = date(2026, 11, 20)


def grid_of(day, theme, qtbot):
    days = [
        day
        if one == day.duty_date
        else replace(
            day,
            duty_date=one,
            starts_at=day.starts_at + (one - day.duty_date),
            ends_at=day.ends_at + (one - day.duty_date),
            marks=(),
            gaps=(),
            primary=(),
        )
        for week in month_weeks(MONTH)
        for one in week
    ]
    grid = MonthGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(860, 400)
    grid.show_days(days, MONTH, MONTH)
    grid.show()
    return grid, days


def test_each_day_has_one_cell_under_its_weekday(day, theme, qtbot):
    grid, days = grid_of(day, theme, qtbot)
    model = grid.days
    assert (model.rowCount(), model.columnCount()) == (6, 7)
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(7)]
    assert heads == ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    for one in days:
        place = model.place_of(one.duty_date)
        assert place.data(DAY_ROLE) == one
        assert place.column() == one.duty_date.weekday()
    assert not model.place_of(date(2027, 1, 1)).isValid()
    assert model.is_of_month(date(2026, 11, 1))
    assert not model.is_of_month(date(2025, 11, 1))


def test_a_whole_month_fits_its_room_without_scrolling(day, theme, qtbot):
    grid, _ = grid_of(day, theme, qtbot)
    assert not grid.verticalScrollBar().isVisible()
    last = grid.visualRect(grid.days.index(5, 6))
    assert last.bottom() <= grid.viewport().height()


def test_arrows_walk_over_the_days_and_a_new_entry_keeps_the_place(day, theme, qtbot):
    grid, days = grid_of(day, theme, qtbot)
    grid.setCurrentIndex(grid.days.place_of(MONTH))
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().data(DAY_ROLE).duty_date == MONTH + timedelta(days=7)
    grid.show_days([replace(one, lead="某") for one in days], MONTH, MONTH)
    assert grid.currentIndex().data(DAY_ROLE).duty_date == MONTH + timedelta(days=7)
    assert grid.currentIndex().data(DAY_ROLE).lead == "某"
    assert "周五" in grid.days.place_of(MONTH).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_day_with_entries_is_not_drawn_over(day, theme, qtbot):
    grid, _ = grid_of(day, theme, qtbot)
    cell = grid.visualRect(grid.days.place_of(MONTH))
    picture = grid.viewport().grab(cell).toImage()
    ground = theme.colour("surface").rgb()
    plain = sum(
        picture.pixel(x, y) == ground for x in range(cell.width()) for y in range(cell.height())
    )
    assert plain > cell.width() * cell.height() * 0.5
