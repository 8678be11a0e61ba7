"""What follows the end of an incident, by keys: answers, archive, review, masking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dutydesk.domain.incident import ExitReason, IncidentStatus
from dutydesk.domain.incident_masking import MaskingDecision
from dutydesk.ui.incident.closing_deed import ClosingDeed
from dutydesk.ui.incident.closing_dialogs import ArchiveDialog, RectifyDialog, ReviewDialog
from dutydesk.ui.incident.decide_dialogs import EndDialog
from dutydesk.ui.incident.masking_dialogs import MaskingDialog, UnmaskDialog
from tests.builders import draft
from tests.ui.incident.test_panel import start
from tests.ui.live_desk import CTRL, SHIFT, insert, settle

KEY = Qt.Key
NAME, PHONE = "李红", "13812345678"
TOLD = f"伤者{NAME}送医，家属电话{PHONE}"


def by(live):
    return live.desk.session.seat.actor


def change(live, done):
    live.desk.hub.announce(done.changes)
    settle()
    return done.value


def with_item(live, incident):
    entry = draft(live.room, "围挡由市政处跟进。", incident_id=incident.id)
    return change(live, live.room.duty_log.record(entry, by=by(live), open_item=True))


@pytest.fixture
def ended(live):
    """Sit before an incident that has ended, with an open item."""
    incident = start(live, situation=TOLD)
    with_item(live, incident)
    panel = live.enter("incident")
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    change(
        live,
        live.room.incident.close(
            incident.id, exit_reason=ExitReason.FALSE_ALARM, note="试验", by=by(live)
        ),
    )
    return incident


def dialog(live, kind, key=None, deed=""):
    if key is not None:
        live.press(key)
    else:
        live.desk.actions.trigger(deed)
        settle()
    found = live.dialog(kind)
    found.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    return found


def enter(live, shown, modifier=Qt.KeyboardModifier.NoModifier):
    live.qtbot.keyClick(shown.focusWidget() or shown, KEY.Key_Return, modifier)
    settle()


def test_an_incident_that_ends_stays_in_sight_for_what_follows(live):
    incident = start(live, situation=TOLD)
    panel = live.enter("incident")
    assert panel.which.currentData() == "running"
    shown = dialog(live, EndDialog, (KEY.Key_J, CTRL))
    insert(shown.note, "试验")
    enter(live, shown, CTRL)
    assert view(live).is_closed
    assert panel.selected().incident.id == incident.id
    assert live.focus is panel.view


def view(live):
    return live.room.incident.incidents()[0].incident


def lines(live):
    return live.panel("incident").findChild(ClosingDeed).section.texts()


def test_the_end_asks_what_becomes_of_what_is_still_open(live):
    incident = start(live, situation=TOLD)
    with_item(live, incident)
    live.enter("incident")
    shown = dialog(live, EndDialog, (KEY.Key_J, CTRL))
    insert(shown.note, "试验鸣笛")
    items = [edit for edit in shown.ends.edits if not edit.text()]
    assert len(items) == 1
    shown.note.setFocus()
    enter(live, shown)
    assert "还没有说明怎么办：事项未办结" in shown.answer.text()
    assert shown.focusWidget() is items[0]
    insert(items[0], "市政处接着办")
    enter(live, shown)
    assert view(live).status is IncidentStatus.ENDED
    sheet = live.room.incident_closing.sheet(incident.id)
    assert "市政处接着办" in [one.answer for one in sheet.answers]
    told = [label.text() for label in live.desk.notices.findChildren(QLabel)]
    assert any("文中有2处像是人员信息" in text for text in told)


def test_filing_by_one_key_once_everything_is_answered(live, ended):
    shown = dialog(live, ArchiveDialog, (KEY.Key_J, CTRL | SHIFT))
    enter(live, shown)
    assert "还没有说明怎么办" in shown.answer.text()
    insert(shown.ends.edits[0], "市政处接着办")
    enter(live, shown)
    assert view(live).status is IncidentStatus.ARCHIVED
    assert lines(live)[-1].startswith("● 2026年11月20日 08:30　甲某归档")
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.press((KEY.Key_J, CTRL | SHIFT))
    assert live.dialog(ArchiveDialog) is None
    told = [label.text() for label in live.desk.notices.findChildren(QLabel)]
    assert any(text.startswith("已经归档") for text in told)


def test_nothing_is_filed_while_it_runs(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_J, CTRL | SHIFT))
    assert live.dialog(ArchiveDialog) is None
    assert not live.panel("incident").findChild(ClosingDeed).section.isVisible()


def test_a_review_is_written_and_shown(live, ended):
    shown = dialog(live, ReviewDialog, deed="incident.review")
    enter(live, shown, CTRL)
    assert "还没有写内容" in shown.answer.text()
    insert(shown.problems, "接报后12分钟才报出")
    enter(live, shown, CTRL)
    assert "存在问题：接报后12分钟才报出" in lines(live)


def test_what_has_to_be_mended_becomes_an_open_item(live, ended):
    shown = dialog(live, RectifyDialog, deed="incident.rectify")
    insert(shown.title, "修订报送流程")
    shown.owner.set_text("街道应急办")
    shown.title.setFocus()
    enter(live, shown)
    titles = [item.title for item in live.room.open_item.open_items()]
    assert "修订报送流程" in titles
    assert any(line.startswith("整改　修订报送流程　街道应急办") for line in lines(live))


def test_masking_proposes_words_and_everything_shown_is_masked(live, ended):
    shown = dialog(live, MaskingDialog, (KEY.Key_M, CTRL | SHIFT))
    assert set(shown.chosen()) == {NAME, PHONE}
    assert shown.words.hasFocus()
    live.qtbot.keyClick(shown.words, KEY.Key_Space)
    assert set(shown.chosen()) == {PHONE}
    live.qtbot.keyClick(shown.words, KEY.Key_Space)
    insert(shown.others, "安和三社区、王明")
    enter(live, shown)
    incident = view(live)
    assert "李某" in incident.situation
    texts = [label.text() for label in live.panel("incident").detail.findChildren(QLabel)]
    assert not any(NAME in text or PHONE in text for text in texts if text)
    again = dialog_after(live, MaskingDialog)
    assert set(again.chosen()) == {NAME, PHONE, "安和三社区", "王明"}


def dialog_after(live, kind):
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    return dialog(live, kind, (KEY.Key_M, CTRL | SHIFT))


def test_keeping_needs_a_reason_and_showing_again_too(live, ended):
    shown = dialog(live, MaskingDialog, (KEY.Key_M, CTRL | SHIFT))
    shown.decision.setCurrentIndex(shown.decision.findData(MaskingDecision.KEEP.value))
    enter(live, shown)
    assert "保留原文要写明原因" in shown.answer.text()
    shown.decision.setCurrentIndex(shown.decision.findData(MaskingDecision.MASK.value))
    enter(live, shown)
    assert NAME not in view(live).situation
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    back = dialog(live, UnmaskDialog, deed="incident.unmask")
    enter(live, back)
    assert "恢复显示要写明原因" in back.answer.text()
    insert(back.reason, "上级调阅")
    enter(live, back)
    assert NAME in view(live).situation
