from datetime import date

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.log_model import ROW_ROLE, DayLine, EntryLine, LogModel
from tests.builders import draft


@pytest.fixture
def log(staffed):
    """Two entries before midnight and one behind it."""
    room = staffed.room
    for hours in (0, 1, 15):
        room.clock.forward(hours=hours)
        room.duty_log.record(draft(room, f"第{hours}"), by=staffed.by)
    return room.duty_log


def entries(log):
    return log.entries_of_running_shift()[1]


@pytest.fixture
def model(qapp):
    return LogModel()


def test_a_day_line_stands_before_the_first_entry_of_each_calendar_day(log, model):
    model.show_entries(entries(log), frozenset())
    kinds = [type(line) for line in model.lines]
    assert kinds == [DayLine, EntryLine, EntryLine, DayLine, EntryLine]
    assert [line.day for line in model.lines if isinstance(line, DayLine)] == [
        date(2026, 11, 20),
        date(2026, 11, 21),
    ]


def test_a_day_line_cannot_be_selected_and_is_no_entry(log, model):
    model.show_entries(entries(log), frozenset())
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.entry_at(0) is None
    assert model.entry_at(-1) is None
    assert model.entry_at(99) is None


def test_a_row_is_found_by_its_entry(log, model):
    listed = entries(log)
    model.show_entries(listed, frozenset())
    assert model.row_of(listed[2].entry.id) == 4
    assert model.row_of("none") is None


def test_only_what_changed_is_replaced(log, model, staffed, qtbot):
    model.show_entries(entries(log), frozenset())
    told = []
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))
    model.show_entries(entries(log), frozenset())
    assert told == []
    staffed.room.duty_log.record(draft(staffed.room, "新"), by=staffed.by)
    model.show_entries(entries(log), frozenset())
    assert told == [("in", 5, 5)]
    first = entries(log)[0].entry
    fix = Correction(staffed.room.duty_log.new_id(), "听错", text="改")
    staffed.room.duty_log.correct(first.id, fix, by=staffed.by)
    told.clear()
    model.show_entries(entries(log), frozenset())
    assert told == [("out", 1, 1), ("in", 1, 2)]


def test_everything_gone_leaves_an_empty_list(log, model):
    model.show_entries(entries(log), frozenset())
    model.show_entries([], frozenset())
    assert model.rowCount() == 0


def test_a_screen_reader_hears_time_kind_origin_text_and_marks(log, model, staffed):
    made = draft(staffed.room, "起火", kind=EntryKind.INCIDENT, source="李某")
    entry = staffed.room.duty_log.record(made, by=staffed.by).value
    model.show_entries(entries(log), frozenset({entry.id}))
    row = model.index(model.row_of(entry.id))
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "00:30 突发事件 李某 起火 待核：起火 未办结"
    assert model.index(0).data() == "11月20日 周五"
    assert isinstance(row.data(ROW_ROLE), EntryLine)
    assert row.data(Qt.ItemDataRole.ToolTipRole) is None
