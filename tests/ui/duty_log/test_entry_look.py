from dataclasses import replace

import pytest

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_link import Continued
from dutydesk.ui.duty_log.entry_look import kind_icon, kind_look, marks
from tests.builders import draft


@pytest.fixture
def listed(staffed):
    room = staffed.room
    made = draft(room, source="安和三社区", person="李某", phone="19900007531")
    entry = room.duty_log.record(made, by=staffed.by).value
    return ListedEntry(entry, staffed.shift.duty_date)


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_has_a_word_an_icon_that_is_shipped_and_a_role(kind, theme):
    look = kind_look(kind)
    assert look.word
    assert look.icon == kind_icon(kind)
    assert not theme.pixmap(look.icon, look.role).isNull()


def test_a_plain_entry_has_no_marks(listed):
    assert marks(listed, is_open=False) == []


def test_every_mark_is_a_word(listed):
    entry = replace(
        listed.entry, is_late=True, correction_of="1", incident_id="2", is_automatic=True
    )
    found = marks(replace(listed, entry=entry, corrected_by="3"), is_open=True)
    assert [look.word for look in found] == [
        "迟记",
        "已更正",
        "更正",
        "未办结",
        "突发事件",
        "自动",
    ]


def test_an_incident_entry_does_not_say_so_twice(listed):
    entry = replace(listed.entry, kind=EntryKind.INCIDENT, incident_id="2")
    assert marks(replace(listed, entry=entry), is_open=False) == []


def test_a_continuation_is_marked_with_what_it_goes_on_with(listed):
    made = replace(listed, continues=Continued(listed.duty_date, 12))
    assert [look.word for look in marks(made, is_open=False)] == ["接第12条"]
