import pytest

from dutydesk.cli.detail_option import details_of
from dutydesk.domain.entry_detail import DetailUnfit
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadForm


def test_details_are_read_as_they_are_kept() -> None:
    typed = ["ended_at=2026-11-21T02:15", "read_back=否", "already_told=a=b"]
    assert details_of(EntryKind.INCOMING_CALL, typed) == {
        "ended_at": "2026-11-20T18:15:00Z",
        "read_back": "no",
        "already_told": "a=b",
    }
    assert details_of(EntryKind.INCOMING_CALL, None) == {}


def test_a_detail_of_another_kind_or_without_a_value_is_refused() -> None:
    with pytest.raises(DetailUnfit):
        details_of(EntryKind.INCOMING_CALL, ["urgency=urgent"])
    with pytest.raises(BadForm):
        details_of(EntryKind.INCOMING_CALL, ["read_back"])
