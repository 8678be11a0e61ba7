from datetime import timedelta

import pytest

from dutydesk import paths
from dutydesk.app.clock_watch import LOOK_EVERY_MS, ClockWatch
from dutydesk.domain.errors import StoreFull
from dutydesk.ui.desk import Seat
from dutydesk.ui.fonts import load_screen_font
from dutydesk.ui.theme import Theme
from tests.ui.live_desk import live_desk


class Elapsed:
    """Milliseconds that a test lets pass."""

    def __init__(self):
        self.ms = 0

    def __call__(self):
        return self.ms


@pytest.fixture
def theme(qtbot):
    made = Theme(paths.resources_dir(), load_screen_font(paths.resources_dir() / "fonts"))
    made.apply()
    return made


@pytest.fixture
def watched(staffed, theme, qtbot):
    live = live_desk(staffed.room, theme, qtbot)
    elapsed = Elapsed()
    live.watch = ClockWatch(live.desk, staffed.room.clock_change, elapsed, live.window)
    live.elapsed = elapsed
    return live


def passes(live, seconds, jump=timedelta(0)):
    live.elapsed.ms += seconds * 1000
    live.room.clock.at += timedelta(seconds=seconds) + jump
    live.desk.hub.beat()


def noted(live):
    _, entries = live.room.duty_log.entries_of_running_shift()
    return [one.entry.text for one in entries if "机器时钟" in one.entry.text]


def test_a_quiet_night_is_quiet(watched):
    for _ in range(40):
        passes(watched, 15)
    passes(watched, 9 * 3600)
    assert noted(watched) == []
    assert watched.desk.notices.notices() == []


@pytest.mark.parametrize(
    "jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=-24 * 365)]
)
def test_a_jump_is_noted_once_and_said(watched, jump):
    passes(watched, 15)
    passes(watched, 15, jump)
    for _ in range(4):
        passes(watched, 15)
    assert len(noted(watched)) == 1
    (notice,) = watched.desk.notices.notices()
    assert "机器时钟" in notice.text


def test_it_looks_every_quarter_of_a_minute_and_not_each_second(watched):
    passes(watched, 5, timedelta(hours=-2))
    assert noted(watched) == []
    passes(watched, LOOK_EVERY_MS // 1000)
    assert len(noted(watched)) == 1


def test_a_desk_that_only_reads_says_it_and_writes_nothing(watched):
    seat = watched.desk.session.seat
    watched.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    passes(watched, 15, timedelta(hours=1))
    assert noted(watched) == []
    assert watched.desk.notices.notices() != []


def test_two_changes_seen_while_nobody_may_write_are_both_noted_later(watched):
    seat = watched.desk.session.seat
    watched.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    passes(watched, 15, timedelta(hours=2))
    passes(watched, 15, timedelta(hours=-1))
    watched.desk.session.sit_down(seat)
    passes(watched, 15)
    assert len(noted(watched)) == 2


def test_a_full_disk_puts_it_off_and_loses_nothing(watched, monkeypatch):
    service = watched.room.clock_change
    monkeypatch.setattr(
        type(service), "note", lambda *_, **__: (_ for _ in ()).throw(StoreFull("/room"))
    )
    passes(watched, 15, timedelta(hours=1))
    monkeypatch.undo()
    assert noted(watched) == []
    passes(watched, 15)
    assert len(noted(watched)) == 1


def test_at_start_a_clock_before_the_record_is_said_and_nothing_is_written(staffed, theme, qtbot):
    staffed.room.clock.at -= timedelta(days=1)
    live = live_desk(staffed.room, theme, qtbot)
    ClockWatch(live.desk, staffed.room.clock_change, Elapsed(), live.window)
    (notice,) = live.desk.notices.notices()
    assert "早于最后一次记录" in notice.text
    assert noted(live) == []


def test_a_clock_put_back_leaves_the_steady_time_until_somebody_has_looked(watched):
    passes(watched, 15)
    before = watched.room.clock.now()
    passes(watched, 15, timedelta(hours=-1))
    passes(watched, 15)
    assert watched.watch.steady() == before + timedelta(seconds=30)
    (notice,) = watched.desk.notices.notices()
    assert notice.verb == "时间已核对"
    assert "先到的" in notice.text
    notice.action()
    assert watched.watch.steady() == watched.room.clock.now()
    assert watched.desk.notices.notices() == []


def test_small_steps_of_the_clock_are_followed(watched):
    for _ in range(20):
        passes(watched, 15, timedelta(seconds=20))
    assert watched.watch.steady() == watched.room.clock.now()


def test_a_clock_that_lost_its_date_goes_by_the_newest_record_until_it_is_set(
    staffed, theme, qtbot
):
    newest = staffed.room.clock.now()
    staffed.room.clock.at -= timedelta(days=24 * 365)
    live = live_desk(staffed.room, theme, qtbot)
    live.elapsed = Elapsed()
    live.watch = ClockWatch(live.desk, staffed.room.clock_change, live.elapsed, live.window)
    passes(live, 15)
    assert live.watch.steady() == newest + timedelta(seconds=15)
    passes(live, 15, timedelta(days=24 * 365, hours=2))
    assert live.watch.steady() == live.room.clock.now()
