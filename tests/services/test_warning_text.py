import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import to_text
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_refusals import WarningTextUnread
from tests.builders import Staff, draft
from tests.warning_builders import WHOLE, at


def test_a_pasted_text_is_read_with_the_kinds_of_the_unit(staffed: Staff) -> None:
    found = staffed.room.warning_text.read(WHOLE, at("08:20"))
    assert (found.kind, found.color, found.issued_by, found.issued_at) == (
        "暴雨",
        WarningColor.ORANGE,
        "区气象台",
        at("08:18"),
    )
    for text in (" ", "字" * 5001):
        with pytest.raises(WarningTextUnread):
            staffed.room.warning_text.read(text, at("08:20"))


def test_an_entry_tells_what_was_told_and_who_sent_it(staffed: Staff) -> None:
    room = staffed.room
    details = {
        "reported_to": "丙某",
        "reported_at": to_text(at("08:24")),
        "forwarded_to": "各社区",
        "forwarded_at": to_text(at("08:26")),
    }
    entry = room.duty_log.record(
        draft(
            room, kind=EntryKind.WARNING, text="大雾黄色预警", source="市气象台", details=details
        ),
        by=staffed.by,
    ).value
    found = room.warning_text.read_entry(entry)
    assert (found.kind, found.color, found.issued_by) == ("大雾", WarningColor.YELLOW, "市气象台")
    assert (found.reported_to, found.reported_at) == ("丙某", at("08:24"))
    assert (found.forwarded_to, found.forwarded_at) == ("各社区", at("08:26"))
