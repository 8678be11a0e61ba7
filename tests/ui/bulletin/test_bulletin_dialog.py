from PySide6.QtCore import Qt

from dutydesk.domain.bulletin import BulletinKind
from dutydesk.ui.bulletin.bulletin_dialog import BulletinDialog
from dutydesk.ui.bulletin.page_sheet import PageSheet
from tests.builders import draft
from tests.services.test_incident_report import opened
from tests.ui.bulletin.test_panel import confirm, go_back, put
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key


def begin(live):
    live.enter("bulletin")
    live.press((KEY.Key_N, CTRL))
    return live.dialog(BulletinDialog)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settle()


def test_another_kind_proposes_another_text(live):
    opened(live.room)
    live.room.duty_log.record(
        draft(live.room, "居民反映路灯不亮"), by=live.desk.session.seat.actor
    )
    dialog = begin(live)
    choose(dialog.kind, BulletinKind.DUTY_INFORMATION.value)
    assert dialog.title.text() == "11月20日值班情况"
    assert "路灯不亮" in dialog.body.toPlainText()
    choose(dialog.kind, BulletinKind.HIGHLIGHTS.value)
    assert "路灯不亮" not in dialog.body.toPlainText()
    assert dialog.about.currentText().endswith("值班日志")


def test_a_text_written_by_hand_is_not_overwritten(live):
    opened(live.room)
    dialog = begin(live)
    dialog.body.setPlainText("自己写的。")
    choose(dialog.kind, BulletinKind.HIGHLIGHTS.value)
    assert dialog.body.toPlainText() == "自己写的。"
    confirm(live, BulletinDialog)
    (made,) = live.room.bulletin.bulletins()
    assert (made.kind, made.body) == (BulletinKind.HIGHLIGHTS, "自己写的。")


def test_what_was_left_half_written_is_there_again(live):
    dialog = begin(live)
    dialog.body.setPlainText("写了一半")
    live.qtbot.keyClick(dialog, KEY.Key_Escape)
    settle()
    assert live.dialog(BulletinDialog) is None
    go_back(live)
    again = begin(live)
    assert again.body.toPlainText() == "写了一半"


def test_its_page_is_looked_at_while_it_is_written(live):
    dialog = begin(live)
    dialog.title.setText("关于车库积水情况的报告")
    dialog.page.click()
    sheet = dialog.findChild(PageSheet)
    live.qtbot.waitUntil(lambda: sheet.view.page_count() == 1)
    assert sheet.words.text().startswith("共1页")
    live.qtbot.keyClick(sheet, KEY.Key_Escape)
    assert dialog.isVisible()


def test_a_refusal_leaves_what_was_typed(live):
    dialog = begin(live)
    dialog.title.setText("")
    confirm(live, BulletinDialog)
    assert "标题没有写" in dialog.answer.text()
    assert live.room.bulletin.bulletins() == []


def test_an_urgency_of_a_command_is_kept_when_a_draft_is_changed(live):
    put(live, urgency="特提")
    live.enter("bulletin")
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(BulletinDialog)
    assert dialog.urgency.currentText() == "特提"
    dialog.body.setPlainText("改了。")
    confirm(live, BulletinDialog)
    assert live.room.bulletin.bulletins()[0].urgency == "特提"
