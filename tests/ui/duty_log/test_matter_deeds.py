"""Once more the same caller, going on with a matter, and going back to what came before."""

from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.caller import Caller
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key
CALLER = {"source": "安和三社区", "person": "李某", "phone": "19900007531"}


def record(staffed, text, **values):
    return staffed.room.duty_log.record(draft(staffed.room, text, **values), by=staffed.by).value


def newest(live):
    _, entries = live.room.duty_log.entries_of_running_shift()
    return max((one.entry for one in entries), key=lambda entry: entry.no)


def test_ctrl_d_and_the_text_record_the_same_caller_and_kind_once_more(live, staffed):
    record(staffed, "一", kind=EntryKind.OUTGOING_CALL, **CALLER)
    live.panel().reload()
    live.room.clock.at = from_iso("2026-11-20T09:00:30")
    live.press((KEY.Key_D, CTRL))
    live.type("二")
    live.press(KEY.Key_Return)
    entry = newest(live)
    assert (entry.text, entry.kind) == ("二", EntryKind.OUTGOING_CALL)
    assert (entry.source, entry.person, entry.phone) == tuple(CALLER.values())
    assert entry.at == from_iso("2026-11-20T09:00")
    assert entry.continuation_of is None


def test_the_last_entry_is_the_one_recorded_last_and_by_hand(live, staffed):
    record(staffed, "先记", kind=EntryKind.FAX, source="区防汛办")
    early = from_iso("2026-11-20T08:01")
    record(staffed, "后记的早事", at=early, **CALLER)
    live.panel().reload()
    live.press((KEY.Key_D, CTRL))
    assert live.panel().form.fields.who.other_side().person == "李某"


def test_ctrl_d_on_an_empty_shift_does_nothing(live):
    live.press((KEY.Key_D, CTRL))
    assert live.panel().form.is_empty()


def test_ctrl_r_pressed_before_the_offer_comes_leaves_no_half_written_call(live, staffed):
    first = record(staffed, "3号楼燃气异味", **CALLER)
    panel = live.panel()
    panel.reload()
    live.press(KEY.Key_F2)
    panel.form.fields.who.show_caller(Caller(*CALLER.values()))
    assert not panel.form.matter.isVisible()
    live.press((KEY.Key_R, CTRL))
    settle()
    live.type("到场处理")
    live.press(KEY.Key_Return)
    settle()
    assert newest(live).continuation_of == first.id
    panel.drafts.refresh()
    assert len(panel.drafts.drafts) == 0


def test_ctrl_r_goes_on_with_the_selected_entry_and_shows_it(live, staffed):
    first = record(staffed, "3号楼燃气异味", **CALLER)
    record(staffed, "别的")
    panel = live.panel()
    panel.reload()
    panel.log.go_to(first.id)
    live.press((KEY.Key_R, CTRL))
    form = panel.form
    settle()
    assert live.focus is form.fields.text
    assert form.matter.isVisible()
    assert form.matter.words.text().startswith("接第1条")
    live.type("到场处理")
    live.press(KEY.Key_Return)
    entry = newest(live)
    assert (entry.continuation_of, entry.person) == (first.id, "李某")
    shown = next(one for one in panel.log.entries() if one.entry.id == entry.id)
    assert shown.continues.no == 1
    row = panel.model.row_of(entry.id)
    assert "接第1条" in panel.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_without_a_selection_it_is_the_newest_and_of_a_corrected_one_the_correction(live, staffed):
    wrong = record(staffed, "2号楼", **CALLER)
    fixed = Correction(id=live.room.duty_log.new_id(), reason="听错", text="3号楼")
    new = live.room.duty_log.correct(wrong.id, fixed, by=staffed.by).value
    panel = live.panel()
    panel.reload()
    panel.log.go_to(wrong.id)
    live.press((KEY.Key_R, CTRL))
    assert panel.form.matter.linked_id == new.id


def test_what_is_being_typed_is_set_aside_not_lost(live, staffed):
    record(staffed, "一", **CALLER)
    panel = live.panel()
    panel.reload()
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("写了一半")
    panel.log.choose()
    live.press((KEY.Key_R, CTRL))
    assert panel.form.matter.linked_id is not None
    assert [one.content["text"] for one in panel.drafts.drafts] == ["写了一半"]


def test_f2_and_a_call_from_the_contacts_begin_without_a_link(live, staffed):
    record(staffed, "巡查", kind=EntryKind.PATROL)
    panel = live.panel()
    panel.reload()
    panel.log.choose()
    live.press((KEY.Key_R, CTRL))
    assert panel.form.matter.linked_id is not None
    live.press(KEY.Key_F2)
    assert panel.form.matter.linked_id is None


def test_ctrl_shift_up_goes_to_what_the_selected_entry_goes_on_with(live, staffed):
    first = record(staffed, "一", **CALLER)
    later = record(staffed, "二", continuation_of=first.id)
    panel = live.panel()
    panel.reload()
    panel.log.go_to(later.id)
    live.press((KEY.Key_Up, CTRL | SHIFT))
    assert panel.selected().entry.id == first.id
    live.press((KEY.Key_Up, CTRL | SHIFT))
    assert "没有接别的记录" in live.desk.notices.notices()[0].text
