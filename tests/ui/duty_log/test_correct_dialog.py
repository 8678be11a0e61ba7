import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.duty_log import CORRECTED
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreBusy
from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.tasks import InlineRunner
from dutydesk.ui.widgets.field_text import put_text
from tests.builders import draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key


@pytest.fixture
def entry(staffed):
    room = staffed.room
    values = {"source": "安和三社区", "person": "李某", "phone": "19900007531"}
    return room.duty_log.record(draft(room, "2号楼进水", **values), by=staffed.by).value


@pytest.fixture
def dialog(entry, live):
    live.panel().reload()
    live.press((KEY.Key_E, CTRL))
    made = live.dialog(CorrectDialog)
    assert made is not None
    return made


def entries(live):
    return live.room.duty_log.entries_of_running_shift()[1]


def test_the_original_stays_above_and_the_cursor_is_in_the_new_text(dialog):
    assert "2号楼进水" in dialog.old.toPlainText()
    assert dialog.text.toPlainText() == "2号楼进水"
    assert dialog.focusWidget() is dialog.text
    assert dialog.windowTitle() == "更正第1条"


def test_a_correction_by_keys_strikes_the_original_and_stands_beside_it(dialog, live, qtbot):
    live.room.clock.forward(minutes=5)
    qtbot.keyClick(dialog.text, KEY.Key_A, CTRL)
    dialog.text.insertPlainText("3号楼进水")
    looking.tab_to(qtbot, dialog, dialog.reason)
    dialog.reason.insert("楼号听错")
    qtbot.keyClick(dialog.reason, KEY.Key_Return)
    old, new = entries(live)
    assert old.is_struck
    assert (new.entry.text, new.entry.correction_reason) == ("3号楼进水", "楼号听错")
    assert new.entry.at == old.entry.at
    settle()
    assert live.dialog(CorrectDialog) is None
    assert live.panel().model.rowCount() == 3


# A new value of every field, as it is typed and as it is then on record.
NEW = {
    "text": ("3号楼进水", "3号楼进水"),
    "at": ("0815", from_iso("2026-11-20T08:15")),
    "kind": ("outgoing_call", EntryKind.OUTGOING_CALL),
    "source": ("安和一社区", "安和一社区"),
    "person": ("区某", "区某"),
    "phone": ("19900000051", "19900000051"),
    "handling": ("已转物业", "已转物业"),
    "instruction": ("连夜排水", "连夜排水"),
    "details": ({"read_back": "yes", "result": "已恢复"},) * 2,
}


def test_every_field_may_be_corrected(dialog, live, entry):
    assert set(dialog.inputs) == set(CORRECTED), "add the field to CorrectDialog.inputs"
    assert set(NEW) == set(CORRECTED), "give the field a value in NEW"
    for name, (typed, _) in NEW.items():
        if name == "details":
            dialog.details.load(typed)
        else:
            put_text(dialog.inputs[name], typed)
    dialog.reason.setText("记错人")
    dialog.submit()
    new = next(one.entry for one in entries(live) if one.entry.correction_of == entry.id)
    for name, (_, value) in NEW.items():
        assert getattr(new, name) == value, f"{name}: pass it on in CorrectDialog.submit"


def test_a_correction_that_was_written_but_not_answered_is_not_told_as_corrected_by_another(
    dialog, live, monkeypatch
):
    service = live.room.duty_log
    real = service.correct

    def written_and_lost(*args, **more):
        real(*args, **more)
        raise StoreBusy

    monkeypatch.setattr(service, "correct", written_and_lost)
    dialog.text.setPlainText("3号楼进水")
    dialog.reason.setText("楼号听错")
    dialog.submit()
    assert dialog.isVisible()
    monkeypatch.setattr(service, "correct", real)
    dialog.submit()
    settle()
    assert live.dialog(CorrectDialog) is None
    assert len(entries(live)) == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("0830", "3号楼", ""), "写明原因"),
        (("0830", "2号楼进水", "重写"), "与原记录相同"),
        (("0830", " ", "清空"), "内容没有填"),
        (("9999", "3号楼", "听错"), "时间看不懂"),
        (("", "3号楼", "听错"), "时间看不懂"),
        (("11-20 2300", "3号楼", "听错"), "晚于现在"),
    ],
)
def test_what_is_refused_stays_open_with_the_text_and_the_reason(dialog, live, typed, words):
    time, text, reason = typed
    dialog.time.edit.setText(time)
    dialog.text.setPlainText(text)
    dialog.reason.setText(reason)
    dialog.submit()
    assert words in dialog._answer.text()
    assert dialog.isVisible()
    assert (dialog.text.toPlainText(), dialog.reason.text()) == (text, reason)
    assert len(entries(live)) == 1
    dialog.time.edit.setText("0830")
    dialog.text.setPlainText("3号楼")
    dialog.reason.setText("听错")
    dialog.submit()
    assert len(entries(live)) == 2


def test_an_untouched_time_keeps_its_seconds(staffed, theme, qtbot):
    room = staffed.room
    at = from_iso("2026-11-20T08:29:41")
    room.duty_log.record(draft(room, "2号楼", at=at), by=staffed.by)
    live = live_desk(room, theme, qtbot)
    live.panel().correct_selected()
    dialog = live.dialog(CorrectDialog)
    dialog.text.setPlainText("3号楼")
    dialog.reason.setText("听错")
    dialog.submit()
    assert {listed.entry.at for listed in entries(live)} == {at}


def test_escape_closes_without_a_correction(dialog, live, qtbot):
    dialog.text.setPlainText("3号楼")
    qtbot.keyClick(dialog, KEY.Key_Escape)
    settle()
    assert live.dialog(CorrectDialog) is None
    assert len(entries(live)) == 1


def test_a_correction_on_its_way_cannot_be_closed(dialog, qtbot, monkeypatch):
    dialog.text.setPlainText("3号楼")
    dialog.reason.setText("听错")
    monkeypatch.setattr(InlineRunner, "submit", lambda *_args, **_more: None)
    dialog.submit()
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()


def test_somebody_else_corrected_it_meanwhile(dialog, live, entry, staffed):
    from dutydesk.domain.duty_log import Correction

    fix = Correction(live.room.duty_log.new_id(), "听错", text="4号楼")
    live.room.duty_log.correct(entry.id, fix, by=staffed.by)
    dialog.text.setPlainText("3号楼")
    dialog.reason.setText("听错")
    dialog.submit()
    assert "已更正过" in dialog._answer.text()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_and_every_field_has_a_name(entry, live, scale):
    live.desk.theme.set_scale(scale)
    live.panel().reload()
    live.panel().correct_selected()
    dialog = live.dialog(CorrectDialog)
    settle()
    assert looking.clipped_texts(dialog) == []
    assert looking.outside(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()
    assert dialog.height() <= 768
    assert dialog.width() <= 1366
    assert [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()] == [
        "更正",
        "取消",
    ]


def test_a_correction_left_half_written_is_there_when_it_is_opened_again(dialog, live, qtbot):
    dialog.reason.insert("楼号")
    qtbot.keyClick(dialog, KEY.Key_Escape)
    settle()
    assert not entries(live)[0].is_struck
    live.panel().correct_selected()
    again = live.dialog(CorrectDialog)
    assert again.reason.text() == "楼号"
    again.reason.insert("听错")
    again.text.setPlainText("3号楼进水")
    again.submit()
    assert entries(live)[1].entry.correction_reason == "楼号听错"
    assert live.room.draft.of_form(f"correction:{entries(live)[0].entry.id}") == []


def test_what_was_done_about_a_call_can_be_corrected(dialog, live, qtbot):
    qtbot.keyClicks(dialog.handling, "19:40 water off")
    dialog.reason.insert("漏写")
    qtbot.keyClick(dialog.reason, KEY.Key_Return)
    _, new = entries(live)
    assert (new.entry.handling, new.entry.text) == ("19:40 water off", "2号楼进水")


def test_the_fields_of_the_kind_are_corrected_by_keys_and_enter(dialog, live, entry, qtbot):
    told = dialog.details.inputs.input("already_told")
    looking.tab_to(qtbot, dialog, told, most=30)
    qtbot.keyClicks(told, "119")
    looking.tab_to(qtbot, dialog, dialog.details.inputs.input("read_back"))
    qtbot.keyClick(dialog.focusWidget(), KEY.Key_Y)
    looking.tab_to(qtbot, dialog, dialog.reason, most=30)
    dialog.reason.insert("漏填")
    qtbot.keyClick(dialog.reason, KEY.Key_Return)
    new = next(one.entry for one in entries(live) if one.entry.correction_of == entry.id)
    assert new.details == {"already_told": "119", "read_back": "yes"}
    assert new.text == "2号楼进水"


def test_another_kind_asks_its_own_fields_and_drops_those_of_the_first(dialog, live, entry):
    put_text(dialog.details.inputs.input("already_told"), "消防")
    dialog.kind.setCurrentIndex(dialog.kind.findData("fax"))
    put_text(dialog.details.inputs.input("document_no"), "3号")
    assert not dialog.details.inputs.input("document_no").isHidden()
    dialog.reason.setText("是传真")
    dialog.submit()
    new = next(one.entry for one in entries(live) if one.entry.correction_of == entry.id)
    assert (new.kind, new.details) == (EntryKind.FAX, {"document_no": "3号"})


def test_a_detail_that_cannot_be_read_is_asked_again(dialog, live):
    put_text(dialog.details.inputs.input("ended_at"), "晚些")
    dialog.reason.setText("漏填")
    dialog.submit()
    assert "通话结束看不懂" in dialog._answer.text()
    assert len(entries(live)) == 1


def test_what_was_typed_into_the_fields_of_a_kind_comes_back(dialog, live, qtbot):
    dialog.kind.setCurrentIndex(dialog.kind.findData("fax"))
    qtbot.keyClicks(dialog.details.inputs.input("document_no"), "12")
    dialog.reject()
    settle()
    live.panel().correct_selected()
    again = live.dialog(CorrectDialog)
    assert again.kind.currentData() == "fax"
    assert again.details.inputs.values() == {"document_no": "12"}


def test_the_original_shows_what_its_kind_was_told(staffed, live):
    details = {"already_told": "消防"}
    staffed.room.duty_log.record(draft(staffed.room, "来电", details=details), by=staffed.by)
    live.panel().reload()
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(CorrectDialog)
    assert "已告知：消防" in dialog.old.toPlainText()
    assert dialog.details.inputs.values() == details


@pytest.mark.parametrize("kind", list(EntryKind))
@pytest.mark.parametrize("scale", [100, 200])
def test_every_kind_fits_the_screen(dialog, live, kind, scale):
    live.desk.theme.set_scale(scale)
    dialog.reject()
    settle()
    live.panel().correct_selected()
    again = live.dialog(CorrectDialog)
    again.kind.setCurrentIndex(again.kind.findData(kind.value))
    settle()
    assert again.height() <= live.window.height()
    assert again.width() <= live.window.width()
    assert looking.clipped_texts(again.details) == []
    assert looking.outside(again) == []


def test_enter_in_the_text_goes_to_the_reason_that_is_missing_and_then_corrects(
    dialog, live, qtbot
):
    qtbot.keyClick(dialog.text, KEY.Key_A, CTRL)
    dialog.text.insertPlainText("3号楼进水")
    qtbot.keyClick(dialog.text, KEY.Key_Return)
    assert dialog.reason.hasFocus()
    assert dialog.text.toPlainText() == "3号楼进水"
    assert dialog._answer.text()
    dialog.reason.insert("听错")
    dialog.text.setFocus()
    qtbot.keyClick(dialog.text, KEY.Key_Return)
    assert [one.entry.text for one in entries(live)] == ["2号楼进水", "3号楼进水"]
