from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.domain.alarm_clock import Rung
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreDamaged, StoreFull
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.instants import from_iso
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.services.alarm import AlarmService
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog
from dutydesk.ui.deadlines.line_round import LineRound
from dutydesk.ui.desk import Seat
from dutydesk.wording.alarm import LOCKED
from tests.absence_builders import absence_draft
from tests.builders import draft, item_draft
from tests.ui.live_desk import settle
from tests.ui.whole_desk import Heard, whole_desk

KEY = Qt.Key


def open_incident(live, title="安和三社区燃气泄漏"):
    """Open an incident now: the unit's rules give 30 minutes by telephone, an hour on paper."""
    room = live.room
    made = DraftIncident(
        id=room.incident.new_id(),
        title=title,
        category=IncidentCategory.ACCIDENT,
        kind="燃气泄漏",
        place="安和三社区",
        received_at=room.clock.now(),
    )
    done = room.incident.open(made, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    settle()
    return done.value


def test_the_ladder_climbs_from_banner_to_tone_to_strip(live):
    open_incident(live)
    live.go_on(minutes=19, seconds=59)
    assert live.notices() == []
    live.go_on(seconds=1)
    assert len(live.notices()) == 1
    assert live.notices()[0].startswith(
        "快到时限：首报(电话) 安和三社区燃气泄漏，报区政府总值班室"
    )
    assert (live.heard.tones, live.heard.said, live.heard.forward) == ([], [], 0)
    live.go_on(minutes=5)
    assert live.heard.tones == ["soon"]
    assert len(live.heard.said) == 1
    assert live.heard.forward == 0
    live.go_on(minutes=5)
    assert live.notices()[0].startswith("已到时限：首报(电话)")
    assert "已超" not in live.notices()[0]
    live.go_on(minutes=1)
    assert live.notices()[0].endswith("已超1分。")
    assert live.heard.tones[:2] == ["soon", "due"]
    assert live.heard.forward == 1


def test_a_limit_that_passed_sounds_every_twenty_seconds_until_acknowledged(live):
    open_incident(live)
    live.go_on(minutes=30)
    for _ in range(40):
        live.go_on(seconds=1)
    assert live.heard.tones == ["due"] * 3
    live.press(KEY.Key_F11)
    live.qtbot.keyClick(live.dialog(AcknowledgeDialog), KEY.Key_Return)
    for _ in range(40):
        live.go_on(seconds=1)
    assert live.heard.tones == ["due"] * 3
    assert live.notices() == []


def test_the_alarm_takes_no_focus_from_who_is_typing(live):
    open_incident(live)
    live.press(KEY.Key_F2)
    live.type("anhe")
    focus, text = live.focus, live.focus.text()
    live.go_on(minutes=30)
    assert live.focus is focus
    live.type("s")
    assert live.focus.text() == text + "s"
    strip = live.desk.notices.geometry()
    below = focus.mapTo(live.window, focus.rect().topLeft()).y()
    assert below > strip.bottom()


def test_who_acknowledges_is_named_in_the_log_and_belongs_to_the_incident(live, staffed):
    incident = open_incident(live)
    live.go_on(minutes=38)
    live.press(KEY.Key_F11)
    dialog = live.dialog(AcknowledgeDialog)
    assert dialog.who.currentText() == "甲某"
    dialog.who.setCurrentIndex(dialog.who.findData(staffed.officer.id))
    live.qtbot.keyClick(dialog, KEY.Key_Return)
    settle()
    entry = staffed.room.duty_log.entries_of_incident(incident.id)[-1].entry
    assert entry.text == (
        "确认报警：首报(电话) 安和三社区燃气泄漏，报区政府总值班室，"
        "时限09:00，已超8分，停机或休眠时错过的报警：08:50提醒、08:55提示音、09:00到时限。"
        "确认人乙某。"
    )
    assert (entry.recorder, entry.is_automatic) == ("乙某", True)
    assert live.dialog(AcknowledgeDialog) is None


def test_the_next_daily_follow_up_is_heard_after_a_missed_one_was_acknowledged(live):
    incident, room = open_incident(live), live.room
    first = DraftReport(
        id=room.incident_report.new_id(),
        incident_id=incident.id,
        stage=ReportStage.FIRST,
        medium=ReportMedium.WRITTEN,
        sent_at=room.clock.now(),
        report_to=("区政府总值班室",),
    )
    done = room.incident_report.report(first, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    settle()
    heard = []
    for days in range(3):
        at = from_iso("2026-11-20T17:00") + timedelta(days=days)
        live.go_on(seconds=int((at - room.clock.now()).total_seconds()))
        heard.append([text for text in live.notices() if "已到时限：续报(书面)" in text])
        live.alarm.ask()
        live.dialog(AcknowledgeDialog).submit()
        settle()
    assert [len(one) for one in heard] == [1, 1, 1]


def test_a_clock_an_hour_fast_that_was_put_right_still_sounds_at_the_real_limit(live):
    open_incident(live)
    live.go_on(minutes=65)
    live.alarm.ask()
    live.dialog(AcknowledgeDialog).submit()
    settle()
    live.go_on(hours=-1)
    assert all(not one.raised for one in live.room.alarm.states().values())
    assert live.room.alarm.missed() == ()
    before = len(live.heard.tones)
    live.go_on(minutes=25)
    assert live.heard.tones[before:] == ["due"]
    assert live.notices()[0].startswith("已到时限：首报(电话)")


def test_what_was_heard_cannot_be_read_and_the_limit_still_sounds(
    staffed, theme, qtbot, monkeypatch
):
    def damaged(_self):
        raise StoreDamaged("room.db", "malformed")

    monkeypatch.setattr(AlarmService, "states", damaged)
    live = whole_desk(staffed.room, theme, qtbot)
    open_incident(live)
    live.go_on(minutes=30)
    assert live.heard.tones == ["due"]


def test_the_first_reading_of_the_limits_fails_and_the_alarm_begins_with_the_next(
    staffed, theme, qtbot, monkeypatch
):
    def damaged(_self):
        raise StoreDamaged("room.db", "malformed")

    with monkeypatch.context() as patch:
        patch.setattr(LineRound, "read", damaged)
        live = whole_desk(staffed.room, theme, qtbot)
        open_incident(live)
    live.go_on(minutes=30)
    assert live.heard.tones == ["due"]


def test_f11_without_an_alarm_asks_nothing(live):
    live.press(KEY.Key_F11)
    assert live.dialog(AcknowledgeDialog) is None
    assert not live.alarm.button.isEnabled()


def test_the_button_of_the_strip_and_of_the_panel_ask_the_same(live):
    open_incident(live)
    live.go_on(minutes=30)
    assert live.alarm.button.isVisible()
    live.qtbot.mouseClick(live.alarm.button, Qt.MouseButton.LeftButton)
    assert live.dialog(AcknowledgeDialog)


def test_a_refused_acknowledgement_says_why_and_the_alarm_stands(live, staffed):
    open_incident(live)
    live.go_on(minutes=30)
    live.press(KEY.Key_F11)
    dialog = live.dialog(AcknowledgeDialog)
    dialog.who.setCurrentIndex(dialog.who.findData(staffed.officer.id))
    staffed.room.officer.deactivate(staffed.officer.id, by=staffed.by)
    live.qtbot.keyClick(dialog, KEY.Key_Return)
    assert "乙某" in dialog._answer.text()
    assert live.alarm.standing()


def test_a_report_in_time_takes_the_alarm_away(live, staffed):
    incident = open_incident(live)
    for _ in range(26):
        live.go_on(minutes=1)
    assert live.notices()
    service = staffed.room.incident_report
    for medium in ("phone", "written"):
        from dutydesk.domain.report import ReportMedium, ReportStage

        proposal = service.proposal(incident.id, ReportStage.FIRST, ReportMedium(medium))
        live.desk.hub.announce(service.report(proposal, by=staffed.by).changes)
    live.go_on(seconds=1)
    assert live.notices() == []


def test_a_locked_desk_alarms_without_content_and_can_be_acknowledged(live, staffed):
    open_incident(live)
    live.press(KEY.Key_F12)
    live.go_on(minutes=30)
    assert live.notices() == [LOCKED]
    assert live.heard.said == [LOCKED]
    assert live.heard.tones == ["due"]
    live.press(KEY.Key_F11)
    dialog = live.dialog(AcknowledgeDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert not [text for text in said if "燃气" in text]
    live.qtbot.keyClick(dialog, KEY.Key_Return)
    assert live.notices() == []


def test_locking_hides_the_content_of_an_alarm_that_stands(live):
    open_incident(live)
    live.go_on(minutes=30)
    live.press(KEY.Key_F12)
    assert live.notices() == [LOCKED]


def test_a_restart_shows_what_stands_and_says_what_was_missed(live, staffed, theme, qtbot):
    open_incident(live)
    live.go_on(minutes=26)
    live.window.close()
    staffed.room.clock.forward(hours=6)
    again = whole_desk(staffed.room, theme, qtbot, Heard())
    again.go_on(seconds=1)
    texts = "".join(again.notices())
    assert texts.count("停机或休眠时错过，已到时限：") == 2
    assert again.heard.tones.count("due") >= 1 or again.alarm._sounded_at is not None


def test_a_restart_after_the_acknowledgement_is_quiet(live, staffed, theme, qtbot):
    open_incident(live)
    live.go_on(minutes=31)
    live.press(KEY.Key_F11)
    live.qtbot.keyClick(live.dialog(AcknowledgeDialog), KEY.Key_Return)
    live.window.close()
    again = whole_desk(staffed.room, theme, qtbot, Heard())
    again.go_on(seconds=1)
    assert again.notices() == []
    assert again.heard.tones == []


def test_a_panel_still_empty_at_the_start_makes_nobody_forget(live, staffed, theme, qtbot):
    open_incident(live)
    live.go_on(minutes=31)
    before = staffed.room.alarm.states()
    live.window.close()
    again = whole_desk(staffed.room, theme, qtbot, Heard())
    again.go_on(seconds=1)
    assert staffed.room.alarm.states() == before


def test_an_open_item_is_heard_once_at_its_time(live, staffed):
    item = item_draft("市政回电", "市政", staffed.room.clock.now() + timedelta(minutes=20))
    live.desk.hub.announce(staffed.room.open_item.open(item, by=staffed.by).changes)
    live.go_on(minutes=20)
    for _ in range(30):
        live.go_on(seconds=1)
    assert live.heard.tones == ["soon"]
    assert live.heard.forward == 0
    assert live.notices()[0].startswith("已到时限：未办结 市政回电，应在08:50前")


def test_a_desk_that_only_looks_sounds_once(live, staffed):
    open_incident(live)
    staffed.room.store.is_read_only = True
    live.desk.session.sit_down(Seat(staffed.by, "甲某", may_write=False))
    live.go_on(minutes=30)
    for _ in range(60):
        live.go_on(seconds=1)
    assert live.heard.tones == ["due"]
    assert live.notices()


@pytest.fixture
def unkept(monkeypatch):
    """Let the write of what was heard fail as long as the list says so."""
    fails, keep = [True], AlarmService.keep

    def full(self, *given):
        if fails:
            raise StoreFull("room.db")
        keep(self, *given)

    monkeypatch.setattr(AlarmService, "keep", full)
    return fails


def test_a_second_deadline_is_heard_though_what_was_heard_before_could_not_be_kept(live, unkept):
    open_incident(live, "一号")
    live.go_on(minutes=30)
    live.go_on(minutes=10)
    assert live.heard.tones == ["due"], "nobody could acknowledge: it does not go on"
    open_incident(live, "二号")
    live.go_on(minutes=25)
    live.go_on(minutes=5)
    assert live.heard.tones == ["due"] * 3, (
        "at 60 minutes the paper of 一号, at 70 the call of 二号"
    )


def test_what_was_heard_is_written_with_the_next_minute_and_the_tone_goes_on(live, unkept):
    open_incident(live)
    live.go_on(minutes=30)
    assert live.room.alarm.states() == {}
    unkept.clear()
    live.go_on(minutes=1)
    assert [one.raised for one in live.room.alarm.states().values()] == [Rung.DUE, Rung.QUIET]
    assert live.heard.tones == ["due"] * 2
    live.go_on(seconds=20)
    assert live.heard.tones == ["due"] * 3


def test_every_deadline_of_a_desk_that_may_only_look_is_heard_once(live, staffed):
    open_incident(live)
    staffed.room.store.is_read_only = True
    live.desk.session.sit_down(Seat(staffed.by, "甲某", may_write=False))
    for _ in range(7):
        live.go_on(minutes=10)
    assert live.heard.tones == ["due", "due"], "the call and the paper"


def test_the_log_goes_on_while_an_alarm_stands(live, staffed):
    open_incident(live)
    live.go_on(minutes=30)
    done = staffed.room.duty_log.record(
        draft(staffed.room, "来电", kind=EntryKind.INCOMING_CALL), by=staffed.by
    )
    live.desk.hub.announce(done.changes)
    assert "来电" in live.titles()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_question_is_not_clipped(live, scale):
    from tests.ui import looking

    live.desk.theme.set_scale(scale)
    open_incident(live)
    live.go_on(minutes=30)
    live.press(KEY.Key_F11)
    settle()
    dialog = live.dialog(AcknowledgeDialog)
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()
    assert looking.clipped_texts(live.desk.notices) == []


def steps(live):
    return [line.step for line in live.window.deadlines.lines()]


def test_a_leader_who_is_not_back_stands_in_the_list_and_calls_nobody(live):
    now = live.room.clock.now()
    draft = absence_draft(starts_at=now - timedelta(hours=2), ends_at=now + timedelta(minutes=5))
    done = live.room.absence_notice.file(draft, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    assert steps(live) == ["节假日"]
    live.go_on(minutes=6)
    assert steps(live) == ["未销假", "节假日"]
    assert live.window.deadlines._counts.text() == ""
    live.go_on(hours=1)
    assert (live.notices(), live.heard.tones) == ([], [])
