import pytest
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.ui.duty_log.detail_area import DetailArea
from dutydesk.ui.duty_log.entry_rows import EntryRows, Places
from tests.ui.live_desk import settle


@pytest.fixture
def rows(theme, desk_clock, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    caller, phone = QLineEdit(), QLineEdit()
    caller.setMinimumWidth(140)
    places = Places(
        when=(QLabel("时间"), QLabel("类别")),
        who=((caller, 3), (phone, 1)),
        text=QLineEdit(),
        details=DetailArea(theme, desk_clock, {"handling": QLineEdit()}),
        tasks=(QLabel("列入未办结"),),
        end=(QLabel("更多"), QLabel("记下")),
    )
    made = EntryRows(holder, theme, places)
    made.restyle()
    holder.show()
    settle()
    yield made
    holder.close()


def directions(rows, width):
    rows.arrange(width)
    return [row.direction() for row in (rows.top, rows.low)]


def test_both_halves_of_a_row_stand_beside_each_other_where_they_fit(rows):
    beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    assert directions(rows, 900) == [beside, beside]
    assert directions(rows, 150) == [below, below]
    assert directions(rows, 900) == [beside, beside]


def test_larger_type_needs_more_width(rows, theme):
    below = QBoxLayout.Direction.TopToBottom
    width = next(w for w in range(200, 900) if below not in directions(rows, w))
    theme.set_scale(200)
    rows.restyle()
    assert below in directions(rows, width)


def test_the_space_between_grows_with_the_type(rows, theme):
    before = rows.spacing()
    theme.set_scale(200)
    rows.restyle()
    assert rows.spacing() == 2 * before
