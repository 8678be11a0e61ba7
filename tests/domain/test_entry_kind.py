from dutydesk.domain.entry_detail import COMMON, DETAILS
from dutydesk.domain.entry_kind import EntryKind


def test_every_kind_says_what_it_asks() -> None:
    assert set(DETAILS) == set(COMMON) == set(EntryKind)
