from datetime import timedelta

from dutydesk.domain.changes import Changes
from dutydesk.ui.hub import Hub


def test_a_change_is_told_with_its_initiator(desk_clock, qtbot):
    hub = Hub(desk_clock)
    changes = Changes({"log_entry": frozenset({"1"})})
    with qtbot.waitSignal(hub.committed) as caught:
        hub.announce(changes, hub)
    assert caught.args == [changes, hub]


def test_the_minute_is_told_once_the_second_at_every_beat(desk_clock, qtbot):
    hub = Hub(desk_clock)
    seconds, minutes = [], []
    hub.second.connect(seconds.append)
    hub.minute.connect(minutes.append)
    for step in (0, 1, 28, 1):
        desk_clock.at += timedelta(seconds=step)
        hub.beat()
    assert len(seconds) == 4
    assert [at.minute for at in minutes] == [15, 16]


def test_a_started_hub_beats_by_itself_until_stopped(desk_clock, qtbot):
    hub = Hub(desk_clock)
    with qtbot.waitSignals([hub.second, hub.second]):
        hub.start()
    hub.stop()
    with qtbot.assertNotEmitted(hub.second, wait=1100):
        pass
