"""The desk locks itself after idle minutes, never while somebody works, never for good."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.start.idle_lock import IdleLock


class Seconds:
    def __init__(self):
        self.at = 0.0

    def __call__(self):
        return self.at


@pytest.fixture
def idle(window):
    seconds = Seconds()
    lock = IdleLock(window, lambda: 10, seconds)
    return window, seconds, lock


def pass_minutes(window, clock, seconds, minutes):
    seconds.at += minutes * 60
    clock.at += timedelta(minutes=minutes)
    window.desk.hub.beat()


def test_ten_idle_minutes_lock_the_desk(idle, desk_clock):
    window, seconds, _ = idle
    pass_minutes(window, desk_clock, seconds, 9)
    assert not window.is_locked
    pass_minutes(window, desk_clock, seconds, 1)
    assert window.is_locked


def test_a_key_begins_the_minutes_anew(idle, desk_clock, qtbot):
    window, seconds, _ = idle
    pass_minutes(window, desk_clock, seconds, 9)
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    pass_minutes(window, desk_clock, seconds, 9)
    assert not window.is_locked


def test_zero_minutes_never_lock(window, desk_clock):
    seconds = Seconds()
    IdleLock(window, lambda: 0, seconds)
    pass_minutes(window, desk_clock, seconds, 600)
    assert not window.is_locked


def test_a_desk_nobody_could_open_again_stays_open(idle, desk_clock):
    window, _, lock = idle
    lock._lock_if_it_can_be_opened(())
    assert not window.is_locked
