"""What hangs on the room: sections that follow the incident, and who commands at a level."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dutydesk.domain.incident import ExitReason, IncidentLevel
from dutydesk.domain.incident_notice import DraftNotice
from dutydesk.domain.initial_action import DraftActionTaken
from dutydesk.ui.incident.decide_dialogs import GradeDialog
from dutydesk.ui.incident.handling_deed import HandlingDeed
from dutydesk.ui.incident.notice_sheet import NoticeSheet
from tests.ui.incident.test_panel import start
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key


def deed(live):
    return live.enter("incident").findChild(HandlingDeed)


def notify(live, incident, party="119"):
    draft = DraftNotice(
        id=live.room.incident_handling.new_id(),
        incident_id=incident.id,
        party=party,
        told_at=live.room.clock.now(),
    )
    done = live.room.incident_handling.notify(draft, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    settle()


def tick(live, incident):
    draft = DraftActionTaken(
        id=live.room.incident_handling.new_id(),
        incident_id=incident.id,
        action="人员疏散",
        done_at=live.room.clock.now(),
    )
    done = live.room.incident_handling.note_action(draft, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    settle()


def test_the_pane_says_who_was_told_who_is_left_and_who_commands(live):
    incident = start(live)
    hung = deed(live)
    assert "暂按区城市运行突发事件应急指挥部" in hung.command.texts()[0]
    assert hung.told.texts()[0].startswith("○ 还没有通报：110、119、120")
    assert hung.done.texts() == ["还没有记。"]
    notify(live, incident)
    tick(live, incident)
    assert hung.told.texts()[0].startswith("08:30　119（电话）")
    assert "119" not in hung.told.texts()[-1]
    assert hung.done.texts() == ["08:30　人员疏散"]


def test_what_was_done_is_taken_into_the_facts_once(live):
    incident = start(live)
    hung = deed(live)
    notify(live, incident)
    tick(live, incident)
    live.desk.actions.trigger("incident.take_in")
    settle()
    measures = live.room.incident.incidents()[0].incident.measures
    assert measures == "已通报119（11月20日8时30分）。11月20日8时30分人员疏散。"
    hung.take_in()
    settle()
    assert live.room.incident.incidents()[0].incident.measures == measures
    assert any(
        "没有新的可列入" in label.text() for label in live.desk.notices.findChildren(QLabel)
    )


def test_grading_says_who_would_command_at_the_level(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    dialog.level.setCurrentIndex(dialog.level.findData(IncidentLevel.SERIOUS.value))
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("市城市运行突发事件应急指挥部") for text in said)
    dialog.level.setCurrentIndex(dialog.level.findData(IncidentLevel.ORDINARY.value))
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("区城市运行突发事件应急指挥部") for text in said)


def test_after_the_end_calls_are_still_noted(live):
    incident = start(live)
    panel = live.enter("incident")
    done = live.room.incident.close(
        incident.id,
        exit_reason=ExitReason.FALSE_ALARM,
        note="试验",
        by=live.desk.session.seat.actor,
    )
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    live.desk.hub.announce(done.changes)
    settle()
    live.press((KEY.Key_I, CTRL))
    assert live.dialog(NoticeSheet) is not None
