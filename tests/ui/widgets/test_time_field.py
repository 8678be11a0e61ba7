from datetime import timedelta

import pytest

from dutydesk.domain.instants import china
from dutydesk.ui.widgets.time_field import TimeField


@pytest.fixture
def field(theme, desk_clock, qtbot):
    made = TimeField(theme, desk_clock, "时间")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_echoed_with_full_date_and_weekday(field, qtbot):
    qtbot.keyClicks(field.edit, "2315")
    assert field._echo.text() == "11月20日 周五 23:15"
    assert china(field.value()).strftime("%m-%d %H:%M") == "11-20 23:15"
    assert field.text() == "2315"


def test_a_day_of_another_year_is_echoed_with_its_year(field, qtbot):
    field.edit.setText("2025-12-31 2315")
    assert field._echo.text() == "2025年12月31日 周三 23:15"


def test_what_cannot_be_read_is_marked_with_words_and_has_no_value(field, qtbot):
    qtbot.keyClicks(field.edit, "9999")
    assert field.value() is None
    assert field.edit.property("wrong") is True
    assert "看不懂" in field._echo.text()


def test_the_time_is_taken_at_the_key_press_not_later(field, desk_clock):
    field.set_now()
    taken = field.value()
    desk_clock.at += timedelta(minutes=7)
    assert field.value() == taken
    assert field.text() == "02:15"


def test_an_instant_of_another_day_or_year_is_shown_so_that_it_can_be_read_back(field, desk_clock):
    for back in (0, 1, 400):
        at = (desk_clock.now() - timedelta(days=back)).replace(second=0)
        field.set_value(at)
        assert field.value() == at


def test_an_empty_field_has_no_value_and_no_complaint(field):
    field.clear()
    assert field.value() is None
    assert field.edit.property("wrong") is False


def test_the_present_minute_goes_on_until_somebody_types(field, desk_clock, qtbot):
    field.set_now()
    desk_clock.at += timedelta(minutes=7)
    field.go_on()
    assert field.text() == "02:22"
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "02:22")
    desk_clock.at += timedelta(minutes=7)
    field.go_on()
    assert field.text() == "02:22"
    assert not field.is_now
