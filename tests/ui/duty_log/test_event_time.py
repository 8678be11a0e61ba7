from datetime import timedelta

import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.event_time import EventTime


@pytest.fixture
def time(theme, desk_clock, qtbot):
    made = EventTime(theme, desk_clock)
    qtbot.addWidget(made)
    return made


def test_a_proposed_time_is_not_taken_until_a_key_takes_it(time, desk_clock):
    time.propose()
    assert not time.is_taken
    desk_clock.at += timedelta(minutes=5)
    time.take()
    assert time.is_taken
    assert time.value() == from_iso("2026-11-21T02:20")


def test_a_time_typed_by_hand_stands_even_if_it_is_the_one_proposed(time, qtbot):
    time.propose()
    time.edit.clear()
    qtbot.keyClicks(time.edit, "02:15")
    assert time.is_taken


def test_the_time_of_a_draft_stands(time):
    time.propose()
    time.show_kept("", "02:15")
    assert time.is_taken
