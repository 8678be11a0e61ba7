"""Every kind of entry by keys: asked, on disk, shown in the log, on the log sheet."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_detail import COMMON, DETAILS, DetailType
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.papers.log_sheet import log_sheet_pdf
from dutydesk.ui.duty_log.detail_area import tab_stops
from dutydesk.wording.entry_detail import details_said, named_details
from dutydesk.wording.log_sheet import RESULTS, sheet_columns
from tests.papers import reading
from tests.ui.live_desk import CTRL

KEY = Qt.Key
_DIGITS = 9


def choose(live, kind):
    """Choose a kind by Ctrl and its digit, or with the arrows of the list."""
    place = list(EntryKind).index(kind)
    if place < _DIGITS:
        live.press((Qt.Key(KEY.Key_1.value + place), CTRL))
        return
    box = live.panel().form.fields.kind
    box.setFocus()
    for _ in range(place):
        live.press(KEY.Key_Down)


def fill_in(live, field):
    """Answer one field with the keys an officer would press; returns what is then kept."""
    match field.type:
        case DetailType.TEXT:
            live.type(f"a{field.name[:6]}")
            return f"a{field.name[:6]}"
        case DetailType.NUMBER:
            live.type("3")
            return "3"
        case DetailType.FLAG:
            live.press(KEY.Key_Y)
            return "yes"
        case DetailType.CHOICE:
            live.press(KEY.Key_Down)
            return field.choices[0]
        case DetailType.INSTANT:
            live.type("0830")
            # Of the room's clock, 08:30: a limit lies ahead, everything else has been.
            return "2026-11-21T00:30:00Z" if field.is_ahead else "2026-11-20T00:30:00Z"


@pytest.mark.parametrize("kind", list(EntryKind))
def test_each_kind_by_keys_is_on_disk_in_the_log_and_on_paper(live, kind):
    fields = live.panel().form.fields
    live.press(KEY.Key_F2)
    choose(live, kind)
    fields.caller.setFocus()
    live.type("zzz")
    live.press(KEY.Key_Return)
    live.type("3号楼")
    live.press((KEY.Key_M, CTRL))
    assert live.focus in tab_stops(fields.details.further_inputs())
    fields.text.setFocus()
    expected = {}
    for stop, name in zip(tab_stops(fields.details.shown()), fields.details._shown, strict=True):
        live.tab_to(stop)
        field = next((one for one in DETAILS[kind] if one.name == name), None)
        if field is not None:
            expected[name] = fill_in(live, field)
        else:
            live.type(name[:4])
    fields.text.setFocus()
    live.press(KEY.Key_Return)
    (entry,) = [one.entry for one in live.room.duty_log.entries_of_running_shift()[1]]
    assert (entry.kind, entry.text) == (kind, "3号楼")
    assert dict(entry.details) == expected
    assert entry.source == ("zzz" if "source" in COMMON[kind] else "")
    assert entry.person == ("" if "source" in COMMON[kind] else "zzz")
    assert entry.handling == ("hand" if "handling" in COMMON[kind] else "")
    assert fields.is_empty()
    assert not fields.details.is_unfolded
    spoken = live.panel().model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in details_said(kind, entry.details):
        assert words in spoken
    _, sheets = live.room.log_sheet.sheets(None)
    (row,) = sheets[0].entries
    on_sheet = "\n".join([row.handling, row.result, *row.particulars])
    printed = "".join(reading.all_text(log_sheet_pdf(sheets)).split())
    for name, words in named_details(kind, entry.details, entry.at):
        on_paper = entry.details[name] if name in RESULTS else words
        if name != "urgency":
            assert on_paper in on_sheet
            # A narrow column cuts words at its edge, so the signs are looked for.
            assert not set("".join(on_paper.split())) - set(printed), on_paper
    assert sheet_columns(entry).urgency == ""


def test_what_was_typed_for_one_kind_waits_while_another_is_asked(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("text")
    told = live.panel().form.fields.details.inputs.input("already_told")
    live.tab_to(told)
    live.type("119")
    live.press((KEY.Key_4, CTRL))
    fields = live.panel().form.fields
    assert not told.isVisible()
    live.press((KEY.Key_1, CTRL))
    assert told.isVisible()
    live.press((KEY.Key_4, CTRL))
    fields.text.setFocus()
    live.press(KEY.Key_Return)
    (entry,) = [one.entry for one in live.room.duty_log.entries_of_running_shift()[1]]
    assert (entry.kind, dict(entry.details)) == (EntryKind.FAX, {})
    assert fields.details.inputs.texts() == {}, "the next entry begins with nothing"


def test_a_call_needs_no_key_more_than_before(live):
    pressed = [KEY.Key_F2, *"abc", KEY.Key_Return, *"def", KEY.Key_Return]
    for key in pressed:
        if isinstance(key, str):
            live.type(key)
        else:
            live.press(key)
    (entry,) = [one.entry for one in live.room.duty_log.entries_of_running_shift()[1]]
    assert (entry.source, entry.text) == ("abc", "def")


def test_a_time_that_cannot_be_read_keeps_the_entry_in_the_form(live):
    fields = live.panel().form.fields
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("text")
    live.press((KEY.Key_M, CTRL))
    live.tab_to(fields.details.inputs.input("ended_at").edit)
    live.type("99")
    live.press(KEY.Key_Return)
    assert live.titles() == []
    assert "通话结束看不懂" in live.panel().form._answer.text()
    assert live.focus is fields.details.inputs.input("ended_at").edit
