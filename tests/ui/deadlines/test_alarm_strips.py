from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog
from dutydesk.wording.alarm import LATE_LOCKED, LOCKED
from tests.ui import looking
from tests.ui.deadlines.test_alarm import open_incident
from tests.ui.live_desk import settle
from tests.ui.whole_desk import Heard, whole_desk

KEY = Qt.Key


def sleep(live, minutes):
    """Let the machine sleep: the clock is further, and no second was struck."""
    live.go_on(minutes=minutes)


def listed(live):
    dialog = live.dialog(AcknowledgeDialog)
    rows = dialog.findChild(QListWidget)
    return [] if rows is None else [rows.item(at).text() for at in range(rows.count())]


def test_what_was_slept_through_is_listed_with_its_times_and_acknowledged_by_name(live):
    incident = open_incident(live)
    sleep(live, 40)
    assert [text for text in live.notices() if text.startswith("停机或休眠时错过3次报警")]
    live.press(KEY.Key_F11)
    assert listed(live) == [
        f"{time} {rung} 首报(电话) 安和三社区燃气泄漏，报区政府总值班室"
        for time, rung in (("08:50", "提醒"), ("08:55", "提示音"), ("09:00", "到时限"))
    ]
    live.qtbot.keyClick(live.dialog(AcknowledgeDialog), KEY.Key_Return)
    settle()
    assert live.notices() == []
    assert live.room.alarm.missed() == ()
    entry = live.room.duty_log.entries_of_incident(incident.id)[-1].entry
    assert "停机或休眠时错过的报警：08:50提醒、08:55提示音、09:00到时限" in entry.text


def test_the_list_outlives_a_restart_and_a_report_until_somebody_has_seen_it(
    live, staffed, theme, qtbot
):
    incident = open_incident(live)
    sleep(live, 40)
    live.window.close()
    service = staffed.room.incident_report
    from dutydesk.domain.report import ReportMedium, ReportStage

    for medium in ReportMedium:
        proposal = service.proposal(incident.id, ReportStage.FIRST, medium)
        service.report(proposal, by=staffed.by)
    again = whole_desk(staffed.room, theme, qtbot, Heard())
    again.go_on(seconds=1)
    assert [text for text in again.notices() if "错过3次报警" in text]
    again.press(KEY.Key_F11)
    assert len(listed(again)) == 3
    again.qtbot.keyClick(again.dialog(AcknowledgeDialog), KEY.Key_Return)
    settle()
    assert again.notices() == []
    entry = staffed.room.duty_log.entries_of_incident(incident.id)[-1].entry
    assert entry.text.startswith("确认报警：首报(电话) 安和三社区燃气泄漏")
    assert "09:00到时限" in entry.text


def test_an_incident_put_on_file_late_was_missed_by_no_machine(live, staffed):
    staffed.room.clock.forward(hours=2)
    live.desk.hub.beat()
    from dutydesk.domain.incident import DraftIncident, IncidentCategory

    draft = DraftIncident(
        id=staffed.room.incident.new_id(),
        title="安和三社区燃气泄漏",
        category=IncidentCategory.ACCIDENT,
        kind="燃气泄漏",
        place="安和三社区",
        received_at=staffed.room.clock.now() - timedelta(hours=1, minutes=30),
    )
    live.desk.hub.announce(staffed.room.incident.open(draft, by=staffed.by).changes)
    settle()
    assert live.heard.tones == ["due"]
    assert live.notices()[0].startswith("已到时限：首报(电话)")
    assert live.alarm.missed() == ()


def test_five_minutes_over_the_locked_desk_says_so_in_large_letters_without_content(live):
    open_incident(live)
    live.press(KEY.Key_F12)
    for _ in range(34):
        live.go_on(minutes=1)
    assert not live.window.curtain._late.isVisible()
    live.go_on(minutes=1)
    late = live.window.curtain._late
    assert late.isVisible()
    assert late.text() == LATE_LOCKED
    assert live.notices() == [LOCKED]
    assert live.heard.forward == 2, "called once more"
    live.press(KEY.Key_F11)
    live.qtbot.keyClick(live.dialog(AcknowledgeDialog), KEY.Key_Return)
    settle()
    assert not late.isVisible()


def test_a_locked_desk_lists_no_content_of_what_was_missed(live):
    open_incident(live)
    live.press(KEY.Key_F12)
    sleep(live, 40)
    live.press(KEY.Key_F11)
    assert listed(live) == ["停机或休眠时错过3次报警。"]
    assert "燃气" not in "".join(live.notices())


@pytest.mark.parametrize("scale", [100, 200])
def test_the_list_of_what_was_missed_is_not_clipped(live, scale):
    live.desk.theme.set_scale(scale)
    open_incident(live)
    sleep(live, 40)
    live.press(KEY.Key_F11)
    settle()
    dialog = live.dialog(AcknowledgeDialog)
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []
    assert dialog.height() <= live.window.height()
