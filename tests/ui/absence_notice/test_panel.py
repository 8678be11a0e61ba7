from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.absence_notice.notice_dialogs import CancelDialog, NoticeDialog
from tests.absence_builders import absence_change, absence_draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, fill_contacts, settle

KEY = Qt.Key


def file(live, **facts):
    done = live.room.absence_notice.file(
        absence_draft(**facts), by=live.desk.session.seat.actor, is_overlap_meant=True
    )
    live.desk.hub.announce(done.changes)
    settle()
    return done.value.notice


def confirm(live, dialog):
    kind = type(dialog)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def away(live, **facts):
    now = live.room.clock.now()
    return file(
        live,
        **{"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=2), **facts},
    )


def test_a_key_opens_the_room_and_its_empty_state_says_how_to_begin(live):
    live.press((KEY.Key_F4, SHIFT))
    panel = live.panel("absence_notice")
    assert panel._empty.isVisible()
    live.press((KEY.Key_N, CTRL))
    assert live.dialog(NoticeDialog) is not None


def test_a_notice_is_filed_changed_and_ended_by_keys(live):
    panel = live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    dialog.person.set_text("丁某")
    dialog.acting.set_text("戊某")
    dialog.starts_at.edit.setText("今天0800")
    dialog.ends_at.edit.setText("明天1800")
    dialog.texts["place"].setText("省城")
    confirm(live, dialog)
    assert dialog.answer.text() == "事由没有填。请补上后再记下。"
    dialog.texts["reason"].setText("开会")
    confirm(live, dialog)
    (notice,) = live.room.absence_notice.running()
    assert (notice.person, notice.is_late) == ("丁某", True)
    assert panel.table.item(0, 0).text() == "● 外出中"
    assert panel.table.item(0, 2).text() == "戊某"
    live.press(KEY.Key_Return)
    dialog = live.dialog(NoticeDialog)
    assert dialog.starts_at.value() == notice.starts_at
    dialog.texts["acting_phone"].setText("19900000021")
    dialog.why.setText("补电话")
    confirm(live, dialog)
    changed = live.room.absence_notice.running()[0]
    assert (changed.version, changed.starts_at) == (2, notice.starts_at)
    assert "变更：代班人电话由空改为19900000021。原因：补电话" in panel.detail.text()
    live.press((KEY.Key_J, CTRL))
    assert live.room.absence_notice.running() == []
    assert panel.table.item(0, 0).text() == "已销假"
    live.press((KEY.Key_J, CTRL), (KEY.Key_D, CTRL))
    assert live.dialog(CancelDialog) is None


def test_an_overlap_asks_once_and_is_filed_when_it_is_meant(live):
    known = away(live)
    live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    dialog.person.set_text(known.person)
    dialog.acting.set_text("戊某")
    dialog.starts_at.edit.setText("今天0900")
    dialog.ends_at.edit.setText("明天0900")
    for name in ("place", "reason"):
        dialog.texts[name].setText("省城")
    confirm(live, dialog)
    assert dialog.answer.text().startswith("丁某已报备")
    assert dialog.accept_button.text() == "仍然记下"
    dialog.ends_at.edit.setText("明天1000")
    assert dialog.accept_button.text() == "记下"
    confirm(live, dialog)
    confirm(live, dialog)
    assert len(live.room.absence_notice.running()) == 2


def test_who_acts_and_is_away_is_told_while_typing_and_after(live):
    away(live, person="戊某", acting_person="己某")
    live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    dialog.person.set_text("丁某")
    dialog.acting.set_text("戊某")
    dialog.starts_at.edit.setText("今天0900")
    dialog.ends_at.edit.setText("明天0900")
    dialog.acting.edit.editingFinished.emit()
    settle()
    assert dialog.caution.text().startswith("代班人戊某")
    for name in ("place", "reason"):
        dialog.texts[name].setText("省城")
    confirm(live, dialog)
    assert any(text.startswith("代班人戊某") for text in live.notices())


def test_a_person_from_the_contacts_brings_unit_post_and_number(live, staffed):
    fill_contacts(staffed)
    live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    cards = live.room.contacts.find("区某", 1)
    dialog.person.picked.emit(cards[0], "区某")
    dialog.acting.picked.emit(cards[0], "区某")
    assert dialog.texts["unit"].text() == cards[0].unit
    assert dialog.texts["acting_phone"].text()
    assert dialog._draft is not None
    dialog.person.edited.emit("区某某")
    assert dialog._contact_id.text() == ""


def test_a_time_that_cannot_be_read_is_asked_again(live):
    live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    dialog.starts_at.edit.setText("哪天")
    confirm(live, dialog)
    assert dialog.answer.text().startswith("看不懂“哪天”")


def test_a_notice_is_cancelled_with_a_reason(live):
    away(live)
    panel = live.enter("absence_notice")
    live.press((KEY.Key_D, CTRL))
    dialog = live.dialog(CancelDialog)
    confirm(live, dialog)
    assert dialog.answer.text().startswith("变更或取消要写明原因")
    dialog.why.setText("会议取消")
    confirm(live, dialog)
    assert panel.table.item(0, 0).text() == "已取消"
    assert panel.detail.text().endswith("甲某取消。原因：会议取消")


def test_a_search_goes_through_all_and_says_when_it_finds_nothing(live):
    away(live)
    away(live, person="庚某", place="外省")
    panel = live.enter("absence_notice")
    live.press(KEY.Key_F3)
    live.type("外省")
    assert [one.person for one in panel.notices] == ["庚某"]
    live.type("没有")
    assert panel.notices == []
    assert panel.detail.text() == "没有找到。换几个字再试。"


def test_a_line_of_the_deadlines_selects_who_is_not_back(live):
    away(live)
    late = away(live, person="庚某", ends_at=live.room.clock.now() + timedelta(minutes=5))
    live.go_on(minutes=6)
    deadlines = live.window.deadlines
    deadlines._list.setCurrentIndex(deadlines._model.index(0))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    panel = live.panel("absence_notice")
    assert panel.selected().id == late.id
    assert panel.table.item(panel.table.currentRow(), 0).text() == "▲ 逾期未销假"
    assert live.window.bar.buttons["absence_notice"].count == 2


def test_too_early_a_return_is_refused_in_words(live):
    now = live.room.clock.now()
    file(live, starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    panel = live.enter("absence_notice")
    live.press((KEY.Key_J, CTRL))
    assert "不能先销假" in panel._answer.text()


def test_the_paper_is_that_of_this_month(live):
    panel = live.enter("absence_notice")
    wanted = []
    panel._show_paper = wanted.append
    live.press(KEY.Key_F9)
    assert (wanted[0].kind, wanted[0].month.month) == (PaperKind.ABSENCE_LIST, 11)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(live, scale):
    live.desk.theme.set_scale(scale)
    one = away(live)
    change = absence_change(one.id, place="外省")
    live.room.absence_notice.change(change, by=live.desk.session.seat.actor)
    panel = live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    settle()
    for root in (panel, live.dialog(NoticeDialog)):
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) == set()
    live.desk.theme.set_scale(100)


def test_who_was_picked_from_the_contacts_is_that_card_after_the_plug_was_pulled(live, staffed):
    fill_contacts(staffed)
    live.enter("absence_notice")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(NoticeDialog)
    (card,) = live.room.contacts.find("区某", 1)
    dialog.person.set_text(card.contact.name)
    dialog.person.picked.emit(card, card.contact.name)
    live.qtbot.waitUntil(lambda: live.room.draft.of_form("absence_notice:new") != [])
    # Nobody asks the dialog whether it wants to go.
    dialog.deleteLater()
    live.qtbot.waitUntil(lambda: not isValid(dialog))
    live.panel("absence_notice").begin()
    again = live.dialog(NoticeDialog)
    assert again.person.text() == card.contact.name
    assert again._contact_id.text() == card.contact.id
