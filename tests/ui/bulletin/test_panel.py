from dataclasses import replace

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.bulletin import BulletinKind, BulletinState
from dutydesk.ui.bulletin.bulletin_dialog import BulletinDialog
from dutydesk.ui.bulletin.step_dialogs import DropDialog, SignDialog
from dutydesk.ui.papers.preview import PaperPreview
from tests.services.test_incident_report import opened
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier


def confirm(live, kind, modifier=CTRL):
    dialog = live.dialog(kind)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, modifier)
    settle()
    if live.dialog(kind) is None:
        go_back(live)


def go_back(live):
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def put(live, kind=BulletinKind.BULLETIN, **more):
    service = live.room.bulletin
    facts = {
        "title": "关于车库积水情况的报告",
        "body": "积水10厘米。",
        "report_to": ("区委",),
        **more,
    }
    done = service.put(replace(service.proposal(kind), **facts), by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def test_one_is_written_and_signed_by_keys(live):
    fire = opened(live.room, situation="有浓烟")
    live.press((KEY.Key_F9, SHIFT), (KEY.Key_N, CTRL))
    dialog = live.dialog(BulletinDialog)
    assert dialog.title.text() == "关于安和街道丰收市场火灾情况的报告"
    assert "有浓烟。" in dialog.body.toPlainText()
    dialog.report_to.setText("区委值班室，区政府总值班室")
    confirm(live, BulletinDialog)
    (made,) = live.room.bulletin.bulletins()
    assert (made.state, made.incident_id, made.drafted_by) == (
        BulletinState.DRAFT,
        fire.id,
        "甲某",
    )
    assert made.report_to == ("区委值班室", "区政府总值班室")
    live.press((KEY.Key_J, CTRL))
    assert live.dialog(SignDialog).signed_by.text() == "丙某"
    confirm(live, SignDialog, NONE)
    (signed,) = live.room.bulletin.bulletins()
    assert (signed.issue_no, signed.signed_by) == (1, "丙某")
    panel = live.panel("bulletin")
    assert panel.table.item(0, 0).text() == "2026年第1期"
    assert "丙某" in panel.steps.head.text()
    assert any("签发值班快报第1期" in text for text in live.titles())


def test_a_draft_is_changed_and_another_dropped_with_its_reason(live):
    put(live)
    panel = live.enter("bulletin")
    assert panel.count_changed is not None
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(BulletinDialog)
    assert (dialog.title.text(), dialog.about.isVisible()) == ("关于车库积水情况的报告", False)
    dialog.body.setPlainText("已排完。")
    confirm(live, BulletinDialog)
    assert live.room.bulletin.bulletins()[0].body == "已排完。"
    live.press((KEY.Key_D, CTRL))
    confirm(live, DropDialog, NONE)
    assert live.dialog(DropDialog).answer.text()
    live.dialog(DropDialog).reason.setText("已电话报告")
    confirm(live, DropDialog, NONE)
    (dropped,) = live.room.bulletin.bulletins()
    assert (dropped.state, dropped.drop_reason) == (BulletinState.DROPPED, "已电话报告")
    assert panel.table.item(0, 0).text() == "不发"


def test_what_was_signed_is_looked_at_and_not_changed(live):
    made = put(live)
    signed = live.room.bulletin.sign(made.id, "丙某", by=live.desk.session.seat.actor)
    live.desk.hub.announce(signed.changes)
    panel = live.enter("bulletin")
    new, change, sign, drop, paper, word = panel._verbs.buttons
    assert [one.isEnabled() for one in (new, change, sign, drop, paper, word)] == [
        True,
        False,
        False,
        False,
        True,
        True,
    ]
    live.press((KEY.Key_J, CTRL), (KEY.Key_E, CTRL), (KEY.Key_D, CTRL))
    assert live.dialog(SignDialog) is None
    live.press(KEY.Key_F9)
    (preview,) = live.window.findChildren(PaperPreview)
    assert preview.windowTitle() == "值班快报-2026年第1期 预览"
    preview.close()


def test_drafts_stand_first_and_can_be_listed_alone(live):
    first = put(live, title="一")
    live.desk.hub.announce(
        live.room.bulletin.sign(first.id, "丙某", by=live.desk.session.seat.actor).changes
    )
    put(live, title="二", kind=BulletinKind.HIGHLIGHTS)
    panel = live.enter("bulletin")
    assert [panel.table.item(row, 2).text() for row in range(2)] == ["二", "一"]
    panel.which.setCurrentIndex(panel.which.findData("open"))
    panel.which.activated.emit(0)
    assert panel.table.rowCount() == 1


def test_it_is_saved_as_a_word_file_and_registered(live, tmp_path):
    put(live, body="<b>积水</b>")
    live.enter("bulletin")
    live.messages.answers = [tmp_path / "快报"]
    live.press((KEY.Key_P, CTRL | SHIFT))
    live.qtbot.waitUntil((tmp_path / "快报.docx").is_file)
    settle()
    said = [one.text for one in docx.Document(str(tmp_path / "快报.docx")).paragraphs]
    assert "<b>积水</b>" in said
    (issue,) = live.room.paper.issues()
    assert (issue.kind.value, issue.pages, issue.file_format.value) == ("bulletin", None, "docx")
    assert any("登记为第1份" in text for text in live.notices())


def test_nobody_who_only_looks_writes_or_takes_one_out(live):
    put(live)
    panel = live.enter("bulletin")
    seat = live.desk.session.seat
    live.desk.session.sit_down(replace(seat, may_write=False))
    assert [one.isEnabled() for one in panel._verbs.buttons] == [False] * 4 + [True, False]
    live.press((KEY.Key_N, CTRL), (KEY.Key_J, CTRL))
    assert live.dialog(BulletinDialog) is None
    assert live.dialog(SignDialog) is None


def test_an_empty_room_says_what_it_is_for(live):
    panel = live.enter("bulletin")
    assert panel._empty.isVisible()
    assert not panel.print_view()
    assert "先选一份" in panel.why_no_paper()
