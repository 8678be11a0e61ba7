from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt

from dutydesk import paths
from dutydesk.app.drill_desk import DrillDesk
from dutydesk.assembly.clocks import FixedClock, StartedClock
from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.drill import make_drill
from dutydesk.assembly.opening import open_room
from dutydesk.domain.instants import from_iso
from dutydesk.ui.drill.prompts import DrillPrompts
from dutydesk.ui.drill.review_dialog import DrillReviewDialog
from dutydesk.ui.drill.start_dialog import DrillStartDialog
from dutydesk.ui.fonts import load_screen_font
from dutydesk.ui.papers.paper_desk import PaperDesk
from dutydesk.ui.theme import Theme
from tests.ui import looking
from tests.ui.live_desk import settle
from tests.ui.whole_desk import whole_desk

DAY = date(2026, 11, 20)


@pytest.fixture
def theme(qtbot):
    made = Theme(paths.resources_dir(), load_screen_font(paths.resources_dir() / "fonts"))
    made.apply()
    return made


@pytest.fixture
def source(tmp_path):
    build_demo(tmp_path / "real", from_iso("2026-11-21T10:00+08:00")).close()
    return tmp_path / "real"


@pytest.fixture
def drill(source, tmp_path, theme, qtbot):
    """The desk of a drill, a second before the first call."""
    made = make_drill(source, DAY, tmp_path / "drill")
    clock = FixedClock(made.drill.starts_at)
    room = open_room(made.folder, clock=clock)
    room.machine_clock = clock
    live = whole_desk(room, theme, qtbot)
    live.drill = made.drill
    yield live
    live.window.close()
    room.close()


def rung(live):
    return [one for one in live.desk.notices.notices() if one.key.startswith("drill.")]


def test_each_event_rings_at_its_time_and_goes_when_it_was_heard(drill):
    assert rung(drill) == []
    drill.go_on(minutes=1)
    (first,) = rung(drill)
    assert first.text.endswith(drill.drill.events[0].text)
    assert first.verb == "已接听"
    drill.go_on(seconds=1)
    assert len(rung(drill)) == 1, "once only"
    first.action()
    assert rung(drill) == []
    drill.go_on(hours=30)
    assert len(rung(drill)) == len(drill.drill.events) - 1


def test_a_locked_desk_shows_nothing_of_what_comes_in(drill):
    drill.go_on(minutes=1)
    drill.window.lock()
    settle()
    assert not drill.desk.notices.isVisible()


def test_a_drill_shows_on_frame_strip_and_title(drill):
    assert drill.window.services.practice
    assert "演练" in drill.window.windowTitle()
    assert drill.window.strip._practice.isVisible()
    assert drill.window._outside.contentsMargins().left() == 6


def test_the_review_opens_from_the_palette_and_says_what_was_missed(drill):
    drill.go_on(minutes=2)
    drill.desk.actions.trigger("drill.review")
    settle()
    dialog = drill.dialog(DrillReviewDialog)
    assert dialog.text.toPlainText().startswith("演练讲评：")
    assert "未记录" in dialog.text.toPlainText()
    assert looking.unnamed(dialog) == []
    dialog.print.click()
    settle()
    preview = drill.desk.notices.findChild(PaperDesk).preview()
    assert preview.isVisible()
    preview.close()


class Paced:
    speed = 1


def test_time_goes_faster_slower_and_stands(drill):
    paced = Paced()
    prompts = drill.window.findChild(DrillPrompts)
    prompts._clock = paced
    seen = []
    for _ in range(4):
        prompts.faster()
        seen.append(paced.speed)
    assert seen == [2, 5, 10, 1]
    prompts.slower()
    assert (paced.speed, prompts.button.text()) == (10, "演练 10倍速")
    prompts.pause()
    assert (paced.speed, prompts.button.text()) == (0, "演练 已暂停")
    prompts.pause()
    assert paced.speed == 10


def test_a_started_clock_goes_at_the_speed_that_was_set(monkeypatch):
    import time

    at = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: at[0])
    clock = StartedClock(from_iso("2026-11-20T09:00+08:00"))
    begun = clock.now()
    clock.speed = 10
    at[0] += 6
    assert clock.now() == begun + timedelta(seconds=60)
    clock.speed = 0
    at[0] += 60
    assert clock.now() == begun + timedelta(seconds=60)
    clock.speed = 1
    at[0] += 5
    assert clock.now() == begun + timedelta(seconds=65)


def test_a_real_room_starts_a_drill_in_another_program_and_is_not_written(source, theme, qtbot):
    clock = FixedClock(from_iso("2026-11-21T10:00+08:00"))
    room = open_room(source, clock=clock)
    live = whole_desk(room, theme, qtbot)
    launched = []
    desk = live.window.findChild(DrillDesk)
    desk.launch = launched.append
    before = room.about.facts().journal_head
    desk.ask()
    dialog = live.dialog(DrillStartDialog)
    assert dialog.day.date() == QDate(2026, 11, 20)
    assert looking.unnamed(dialog) == []
    assert looking.clipped_texts(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    (words,) = launched
    assert words[0] == "--data"
    assert words[1].endswith("real-drill-2026-11-20")
    assert words[2] == "--now"
    assert room.about.facts().journal_head == before
    live.window.close()
    room.close()


def test_a_day_without_calls_is_said_in_the_dialog(source, theme, qtbot):
    room = open_room(source, clock=FixedClock(from_iso("2026-11-21T10:00+08:00")))
    live = whole_desk(room, theme, qtbot)
    desk = live.window.findChild(DrillDesk)
    desk.ask()
    dialog = live.dialog(DrillStartDialog)
    dialog.day.setDate(QDate(2020, 1, 1))
    dialog.submit()
    settle()
    assert "没有来电来文" in dialog.answer.text()
    assert dialog.answer.height() >= dialog.answer.heightForWidth(dialog.answer.width())
    assert dialog.start.isEnabled()
    live.window.close()
    room.close()
