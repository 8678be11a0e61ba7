from dataclasses import MISSING
from dataclasses import fields as fields_of

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.duty_log.entry_fields import EntryFields
from tests.ui import looking
from tests.ui.live_desk import settle
from tests.ui.sample_desk import sample_desk


@pytest.fixture
def fields(theme, desk_clock, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = EntryFields(sample_desk(theme, desk_clock), lambda _text: [], holder)
    made.resize(900, 200)
    holder.show()
    yield made
    holder.close()


def fill(fields):
    fields.choose_kind(EntryKind.FAX)
    fields.who.show_caller(Caller("安和三社区", "李某", "19900007531"))
    fields.text.setPlainText("两行\n内容")
    fields.handling.setText("已办")
    fields.instruction.setText("速办")
    fields.details.load({"urgency": "urgent", "page_count": "3", "signed_for_at": "01:30"})
    fields.is_open_item.setChecked(True)
    fields.due.edit.setText("10:00")


def test_new_fields_hold_this_minute_and_an_incoming_call(fields):
    assert fields.time.value() == from_iso("2026-11-21T02:15")
    assert fields.kind.currentData() == EntryKind.INCOMING_CALL.value
    assert fields.is_empty()


def test_the_sample_fills_every_field_of_an_entry(fields):
    fill(fields)
    made = fields.draft("1", fields.time.value())
    for field in fields_of(DraftEntry):
        # The incident is linked by the program, what an entry continues by the form.
        if field.name in {"incident_id", "continuation_of"}:
            continue
        if field.default is not MISSING or field.default_factory is not MISSING:
            value = getattr(made, field.name)
            assert value, f"give {field.name} a value in fill() and in draft()"


def test_every_input_is_in_the_list_that_drafts_are_made_of(fields):
    for kind in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox):
        for child in fields.findChildren(kind):
            places = [*fields.inputs.values(), *fields.details.shown()]
            is_listed = any(one is child or one.isAncestorOf(child) for one in places)
            assert is_listed, f"{child.accessibleName()}: add it to EntryFields.inputs"


@pytest.mark.parametrize("name", ["caller", "phone", "text", "handling", "instruction"])
def test_anything_typed_would_be_missed(fields, name):
    field = getattr(fields, name)
    if name == "text":
        field.setPlainText("字")
    elif name == "caller":
        field.set_text("字")
    else:
        field.setText("字")
    assert not fields.is_empty()


def test_blanks_are_nothing(fields):
    fields.text.setPlainText(" \n ")
    assert fields.is_empty()


def test_what_a_draft_keeps_comes_back_the_same(fields, theme, desk_clock, qtbot):
    fill(fields)
    again = EntryFields(sample_desk(theme, desk_clock), lambda _text: [])
    qtbot.addWidget(again)
    again.load(fields.content())
    assert again.content() == fields.content()
    at = again.time.value()
    assert again.draft("1", at) == fields.draft("1", at)


def test_a_kept_time_is_the_same_instant_on_a_later_day(fields, desk_clock):
    fields.time.edit.setText("0130")
    fields.is_open_item.setChecked(True)
    fields.due.edit.setText("1000")
    kept = fields.content()
    desk_clock.at = from_iso("2026-11-23T09:00")
    fields.load(kept)
    assert fields.time.value() == from_iso("2026-11-21T01:30")
    assert fields.time.text() == "11月21日 01:30"
    assert fields.due.value() == from_iso("2026-11-21T10:00")


def test_a_time_that_could_not_be_read_is_kept_as_typed(fields):
    fields.time.edit.setText("饭后")
    kept = fields.content()
    fields.clear()
    fields.load(kept)
    assert fields.time.text() == "饭后"


def test_a_draft_of_an_older_version_loads(fields):
    fields.load({"at": "0130", "text": "来电"})
    assert fields.time.value() == from_iso("2026-11-21T01:30")
    assert fields.text.toPlainText() == "来电"


def test_clearing_empties_everything_and_hides_the_due_time(fields):
    fill(fields)
    assert fields.due.isVisible()
    fields.clear()
    assert fields.is_empty()
    assert not fields.is_open_item.isChecked()
    assert fields.due.text() == ""
    assert not fields.due.isVisible()
    assert fields.kind.currentData() == EntryKind.INCOMING_CALL.value


def test_locked_fields_take_no_keys(fields, qtbot):
    fill(fields)
    before = fields.content()
    fields.set_locked(is_locked=True)
    for field in fields.inputs.values():
        line = getattr(field, "edit", field)
        for key in (Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_Down):
            qtbot.keyClick(line, key)
    assert fields.content() == before
    assert not fields.save.isEnabled()
    fields.set_locked(is_locked=False)
    qtbot.keyClicks(fields.phone, "1")
    assert fields.content() != before


def test_a_list_or_a_box_changed_while_the_entry_was_being_saved(fields):
    fields.set_locked(is_locked=True)
    fields.choose_kind(EntryKind.FAX)
    assert fields.kind.currentData() == EntryKind.INCOMING_CALL.value
    assert not fields.kind.isEnabled()
    assert not fields.is_open_item.isEnabled()
    fields.set_locked(is_locked=False)
    fields.choose_kind(EntryKind.FAX)
    assert fields.kind.currentData() == EntryKind.FAX.value
    assert fields.is_open_item.isEnabled()


@pytest.mark.parametrize("name", ["time", "phone", "handling", "instruction", "due"])
def test_enter_in_any_field_but_the_caller_submits(fields, qtbot, name):
    fields.is_open_item.setChecked(True)
    field = getattr(fields, name)
    with qtbot.waitSignal(fields.submitted):
        qtbot.keyClick(getattr(field, "edit", field), Qt.Key.Key_Return)


def test_enter_with_a_modifier_other_than_shift_still_submits(fields, qtbot):
    with qtbot.waitSignal(fields.submitted):
        qtbot.keyClick(fields.text, Qt.Key.Key_Return, looking.CTRL)


def test_a_row_that_does_not_fit_is_cut_in_two(fields):
    settle()
    assert fields.rows.top.direction() is QBoxLayout.Direction.LeftToRight
    fields.resize(520, 300)
    settle()
    assert fields.rows.top.direction() is QBoxLayout.Direction.TopToBottom
    fields.resize(900, 300)
    settle()
    assert fields.rows.top.direction() is QBoxLayout.Direction.LeftToRight


@pytest.mark.parametrize("width", [640, 900])
@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_nothing_is_clipped_however_narrow(fields, width, scale):
    fields._desk.theme.set_scale(scale)
    fields.is_open_item.setChecked(True)
    fields.due.edit.setText("后天大概")
    fields.resize(round(width * scale / 100), 300 * scale // 100)
    settle()
    assert looking.clipped_texts(fields) == []
    assert looking.outside(fields) == []
    assert looking.unnamed(fields) == []
