"""The whole handover by keys; what is refused is said in words, and nothing typed is lost."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.handover import CheckResult, HandoverSide, HandoverStatus
from dutydesk.services.open_item import OpenItemDraft
from tests.builders import PIN
from tests.handover_builders import LEAD, OUTGOING, fire, sign, stand_at
from tests.incident_builders import at
from tests.ui import looking
from tests.ui.handover.desk_over_room import CTRL, SHIFT, over_room

KEY = Qt.Key


def draft_of(morning):
    return morning.room.handover.draft()


def sign_out(morning):
    morning.into(morning.page.signs.outgoing.pin, PIN)
    morning.key(KEY.Key_Return)


def sign_in(morning, name, pin=PIN):
    card = morning.page.signs.incoming
    morning.choose(card.who, name)
    morning.into(card.pin, pin)
    morning.key(KEY.Key_Return)


def test_the_whole_handover_goes_by_keys(morning, staffed):
    morning.room.open_item.open(OpenItemDraft("市政回电", "甲某"), by=staffed.by)
    page = morning.page
    page.reload()
    page.items.rows()[0].tick.setFocus()
    morning.key(KEY.Key_Space)
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    morning.key(KEY.Key_2)
    morning.type("fax out of paper")
    morning.key(KEY.Key_Return)
    morning.key(KEY.Key_3)
    morning.key(KEY.Key_N, CTRL | SHIFT)
    page.things.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    morning.key(KEY.Key_2)
    morning.type("one is lost")
    morning.into(page.remarks.text, "keys with the guard")
    morning.key(KEY.Key_J, CTRL)
    morning.type(PIN)
    morning.key(KEY.Key_Return)
    view = draft_of(morning)
    assert view.handover.status is HandoverStatus.OUTGOING_SIGNED
    assert QApplication.focusWidget() is page.signs.incoming.who
    sign_in(morning, "乙某")
    over = morning.room.handover.last_completed()
    assert over.handover.remarks == "keys with the guard"
    assert [line.result for line in over.checks[:3]] == list(CheckResult)
    assert over.checks[1].note == "fax out of paper"
    assert {line.result for line in over.checks[3:]} == {CheckResult.NORMAL}
    assert [thing.result for thing in over.things[:2]] == list(CheckResult)[:2]
    assert over.facts.open_items[0].is_taken


def test_after_the_second_signature_the_seat_has_changed(morning, staffed):
    sign_out(morning)
    sign_in(morning, "乙某")
    assert morning.desk.session.seat.actor.officer_id == staffed.officer.id
    assert morning.desk.session.seat.name == "乙某"
    assert "11月21日 周六 08:20 起由乙某值班。" in morning.notices()
    assert morning.page.passed.isVisible()
    assert morning.page.passed.who.text() == "11月21日 周六 08:20 起由乙某值班。"
    assert morning.room.shift.view().primary.name == "乙某"
    assert not morning.page.signs.isVisible()
    assert "主班 乙某" in " ".join(morning.window.strip.texts())


def test_a_backup_is_taken_when_duty_passes(morning):
    assert morning.room.backup.newest() is None
    sign_out(morning)
    assert morning.room.backup.newest() is None
    sign_in(morning, "乙某")
    assert morning.room.backup.newest() == at("2026-11-21T08:20")


def test_a_backup_folder_that_is_gone_is_a_warning_only(morning, staffed, tmp_path):
    folder = str(tmp_path / "stick")
    morning.room.settings.put({"backup_folder": folder}, by=staffed.by)
    sign_out(morning)
    sign_in(morning, "乙某")
    assert any(folder in words for words in morning.notices())
    assert morning.room.shift.view().primary.name == "乙某"


def test_the_record_is_offered_on_paper(morning):
    shown = []
    page = morning.page
    page._services = replace_paper(page._services, shown)
    page.records.print_wanted.disconnect()
    sign_out(morning)
    sign_in(morning, "乙某")
    over = morning.room.handover.last_completed()
    morning.key(KEY.Key_F9)
    assert [one.handover_id for one in shown] == [over.handover.id]


def replace_paper(services, shown):
    from dataclasses import replace

    return replace(services, show_paper=shown.append)


def test_the_same_person_on_both_sides_is_refused_in_words(morning):
    sign_out(morning)
    card = morning.page.signs.incoming
    morning.choose(card.who, "甲某")
    assert "同一人（甲某）" in morning.page.signs.blocks.text()
    morning.into(card.pin, PIN)
    morning.key(KEY.Key_Return)
    assert card.answer.isVisible()
    assert "请由另一人接班" in card.answer.text()
    assert draft_of(morning).signature(HandoverSide.INCOMING) is None


def test_a_wrong_pin_is_said_at_the_side_and_the_field_emptied(morning):
    card = morning.page.signs.outgoing
    morning.into(card.pin, "111111")
    morning.key(KEY.Key_Return)
    assert "口令不对" in card.answer.text()
    assert card.pin.text() == ""
    assert card.pin.hasFocus()
    assert draft_of(morning).signatures == ()


def test_nothing_is_signed_without_a_name_or_a_pin(morning):
    card = morning.page.signs.incoming
    card.sign.setFocus()
    morning.key(KEY.Key_Space)
    assert "还没有选接班人" in card.answer.text()
    assert card.who.hasFocus()
    card = morning.page.signs.outgoing
    card.sign.setFocus()
    morning.key(KEY.Key_Space)
    assert "还没有输入口令" in card.answer.text()


def test_a_fault_without_a_note_blocks_until_it_is_written(morning):
    page = morning.page
    row = page.checks.rows()[4]
    row.bar.setFocus()
    morning.key(KEY.Key_2)
    assert row.note.hasFocus()
    assert f"“{row.line.name}”异常" in page.signs.blocks.text()
    assert page.signs.words.text() == "还有 1 处要先处理"
    sign_out(morning)
    assert "没有写说明" in page.signs.outgoing.answer.text()
    morning.into(row.note, "UPS")
    morning.key(KEY.Key_Return)
    assert not page.signs.blocks.isVisible()
    sign_out(morning)
    assert draft_of(morning).signature(HandoverSide.OUTGOING) is not None


def test_an_open_item_without_owner_is_mended_on_the_page(morning, staffed):
    morning.room.open_item.open(OpenItemDraft("市政回电", ""), by=staffed.by)
    page = morning.page
    page.reload()
    assert "没有经办人" in page.signs.blocks.text()
    morning.into(page.items.rows()[0].owner, "Li")
    morning.key(KEY.Key_Tab)
    assert morning.room.open_item.open_items()[0].owner == "Li"
    assert not page.signs.blocks.isVisible()


def test_an_overdue_first_report_is_let_pass_by_a_note(morning, staffed):
    fire(staffed, at("2026-11-21T06:00"))
    page = morning.page
    page.reload()
    assert "已超时" in page.incidents.body.itemAt(0).widget().text()
    assert "已超时" in page.signs.blocks.text()
    morning.into(page.signs.outgoing.note, "told by radio")
    assert not page.signs.blocks.isVisible()
    sign_out(morning)
    sign_in(morning, "乙某")
    assert morning.room.shift.view().primary.name == "乙某"


def test_what_was_signed_is_not_changed_until_it_is_taken_back(morning):
    page = morning.page
    sign_out(morning)
    assert not page.checks.rows()[0].bar.isEnabled()
    assert page.remarks.text.isReadOnly()
    page.signs.outgoing.take_back.setFocus()
    morning.key(KEY.Key_Space)
    from dutydesk.ui.handover.dialogs import TakeBackDialog

    dialog = morning.dialog(TakeBackDialog)
    assert dialog.who.currentText() == "甲某"
    morning.type(PIN)
    morning.key(KEY.Key_Return)
    assert morning.no_dialog()
    assert draft_of(morning).signatures == ()
    assert page.checks.rows()[0].bar.isEnabled()


def test_words_typed_right_before_signing_are_signed_with_it(morning):
    morning.page.remarks.text.setPlainText("钥匙在门卫")
    sign_out(morning)
    assert draft_of(morning).handover.remarks == "钥匙在门卫"
    assert draft_of(morning).signatures != ()


def test_words_are_on_record_after_a_pause(morning, qtbot):
    morning.page.remarks.text.setPlainText("钥匙在门卫")
    assert draft_of(morning).handover.remarks == ""
    qtbot.waitUntil(lambda: draft_of(morning).handover.remarks == "钥匙在门卫", timeout=4000)


def test_a_signature_from_elsewhere_stops_the_filling_and_loses_nothing(morning, staffed):
    page = morning.page
    sign(staffed, OUTGOING, staffed.admin)
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    assert "交接内容不能再改" in page.answer.text()
    assert page.checks.rows()[0].pending() is not None


def test_the_lead_countersigns_before_and_after(morning, staffed):
    card = morning.page.signs.lead
    morning.choose(card.who, "丙某")
    morning.into(card.pin, PIN)
    morning.key(KEY.Key_Return)
    assert "丙某" in card.signed.text()
    assert draft_of(morning).signature(LEAD) is not None


def test_posts_of_the_next_shift_are_chosen_by_who_takes_over(morning, staffed):
    incoming = morning.page.signs.incoming
    sign_out(morning)
    assert incoming.lead.currentText() == "沿用本班：丙某"
    morning.choose(incoming.standby, "丙某")
    sign_in(morning, "乙某")
    view = morning.room.shift.view()
    assert (view.lead.name, view.standby.name, view.secondary) == ("丙某", "丙某", None)


def test_things_are_added_and_taken_off(morning):
    things = morning.page.things
    things.more.setFocus()
    morning.key(KEY.Key_Space)
    morning.type("radio")
    morning.key(KEY.Key_Tab)
    morning.type("3")
    morning.key(KEY.Key_Return)
    names = [thing.name for thing in draft_of(morning).things]
    assert names[-1] == "radio"
    assert draft_of(morning).things[-1].quantity == "3"
    things.rows()[0].drop.setFocus()
    morning.key(KEY.Key_Space)
    assert [thing.name for thing in draft_of(morning).things] == names[1:]


def test_nobody_on_duty_is_said_with_the_key_that_begins(room, theme, qtbot):
    made = over_room(room, theme, qtbot)
    made.key(KEY.Key_F8)
    assert made.page._nobody.isVisible()
    assert "Shift+F8" in made.page._nobody.text()
    assert not made.page.signs.isVisible()


def test_coming_back_after_a_handover_shows_the_next_one(morning, staffed):
    sign_out(morning)
    sign_in(morning, "乙某")
    stand_at(staffed, "2026-11-22T08:20")
    morning.key(KEY.Key_F5)
    morning.key(KEY.Key_F8)
    assert not morning.page.passed.isVisible()
    assert morning.page.signs.outgoing.who.currentText() == "乙某"
    assert "2026-002" in morning.page.summary.words.text()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366])
def test_nothing_is_clipped_unnamed_or_foreign(morning, staffed, theme, scale, width):
    morning.room.open_item.open(
        OpenItemDraft("安和路塌陷路面围挡一事，请市政今日修复", "甲某", attention="夜间有人看守"),
        by=staffed.by,
    )
    morning.page.reload()
    theme.set_scale(scale)
    morning.window.resize(width, 768)
    morning.qtbot.waitUntil(lambda: looking.clipped_texts(morning.page) == [])
    assert looking.unnamed(morning.page) == []
    assert looking.english(morning.page) <= {"N", "J", "UPS"}
    theme.set_scale(100)


def test_tab_reaches_every_part_of_the_page(morning, qtbot):
    page = morning.page
    page.summary.print.setFocus()
    reached = looking.reached_by_tab(page, qtbot)
    for part in (page.checks, page.things, page.remarks, page.signs):
        assert any(one is not None and part.isAncestorOf(one) for one in reached), (
            part.title.text()
        )


def test_what_has_the_focus_is_scrolled_into_view(morning):
    page = morning.page
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_Down, times=20)
    bar = page.checks.rows()[20].bar
    assert bar.hasFocus()
    assert not bar.visibleRegion().isEmpty()


def test_the_page_is_freed_with_its_window(morning):
    page, window = morning.page, morning.window
    kept = weakref.ref(page)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(page)
    del page, window
    morning.window = None
    gc.collect()
    assert kept() is None
