"""What stops a signature is said live, in words."""

from dutydesk.domain.handover import HandoverSide
from tests.builders import PIN
from tests.handover_builders import fire
from tests.incident_builders import at
from tests.ui.handover.desk_over_room import KEY, draft_of, sign_in, sign_out


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


def test_a_note_signed_before_a_report_fell_due_does_not_take_the_words_away(morning, staffed):
    fire(staffed, staffed.room.clock.now())
    page = morning.page
    morning.into(page.signs.outgoing.note, "key in the drawer")
    sign_out(morning)
    staffed.room.clock.forward(hours=2)
    page.reload()
    assert "已超时" in page.signs.blocks.text()
    morning.into(page.signs.incoming.note, "told by radio")
    assert not page.signs.blocks.isVisible()


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


def test_the_sign_block_says_how_much_of_the_checklist_is_open_and_lets_sign(morning):
    page = morning.page
    count = len(page.checks.rows())
    assert f"检查清单还有{count}项没有核对" in page.signs.advice.text()
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    assert f"检查清单还有{count - 1}项没有核对" in page.signs.advice.text()
    sign_out(morning)
    assert draft_of(morning).signature(HandoverSide.OUTGOING) is not None
