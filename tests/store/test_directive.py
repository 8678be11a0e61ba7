from dataclasses import replace

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.store import driver
from tests.builders import Staff, draft


def test_lines_are_read_by_id_by_entry_and_while_open(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=staffed.by)
    with room.store.reading() as tables:
        (line,) = tables.directive.open()
        assert tables.directive.by_id(line.id) == line == tables.directive.of_entry(typed.id)
        assert tables.directive.by_id("没有") is None is tables.directive.of_entry("没有")
        (followed,) = tables.directive.followed()
        assert (followed.directive, followed.chases, followed.entry_no) == (line, (), 1)


def test_one_entry_begins_one_line_only(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE)
    room.duty_log.record(typed, by=staffed.by)
    (line,) = room.directive.open_lines()
    with room.store.writing(actor="cli", action="test") as work:
        other = replace(line, id="另一行")
        with pytest.raises(driver.IntegrityError):
            work.tables.directive.put(other)
