"""The two keys of the form, pressed where they are heard."""

from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from tests.ui.live_desk import CTRL

KEY = Qt.Key


def fields_of(live):
    return live.panel().form.fields


def test_ctrl_m_goes_to_the_further_fields_and_back_to_the_text(live):
    live.press(KEY.Key_F2)
    fields = fields_of(live)
    live.press((KEY.Key_M, CTRL))
    assert fields.details.is_unfolded
    assert live.focus is fields.details.inputs.input("proposed_handling")
    live.press((KEY.Key_M, CTRL))
    assert not fields.details.is_unfolded
    assert live.focus is fields.text


def test_ctrl_m_from_the_text_goes_to_fields_that_are_open_already(live):
    fields = fields_of(live)
    fields.details.load({"tape_no": "17"})
    fields.text.setFocus()
    live.press((KEY.Key_M, CTRL))
    assert live.focus is fields.details.inputs.input("proposed_handling")
    live.press((KEY.Key_M, CTRL))
    assert live.focus is fields.text
    assert fields.details.is_unfolded, "what is filled in is not hidden"


def test_the_button_does_the_same(live):
    fields = fields_of(live)
    live.qtbot.mouseClick(fields.more, Qt.MouseButton.LeftButton)
    assert fields.details.is_unfolded


def test_ctrl_b_ticks_what_was_read_back_and_once_more_takes_it_back(live):
    live.press(KEY.Key_F2)
    fields = fields_of(live)
    live.press((KEY.Key_B, CTRL))
    assert fields.details.inputs.values() == {"read_back": "yes"}
    live.press((KEY.Key_B, CTRL))
    assert fields.details.inputs.values() == {}


def test_ctrl_b_means_nothing_where_nothing_is_read_back(live):
    live.press(KEY.Key_F2)
    fields = fields_of(live)
    fields.choose_kind(EntryKind.PATROL)
    live.press((KEY.Key_B, CTRL))
    assert fields.details.inputs.texts() == {}


def test_a_flag_that_folds_away_is_ticked_all_the_same(live):
    live.press(KEY.Key_F2)
    fields = fields_of(live)
    fields.choose_kind(EntryKind.SUPERIOR_NOTICE)
    live.press((KEY.Key_B, CTRL))
    assert fields.details.inputs.values() == {"read_back": "yes"}
