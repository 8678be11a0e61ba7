from dataclasses import replace
from datetime import date

from dutydesk.domain.entry_link import OtherEntry
from tests.domain.test_duty_log import NOW, listed


def test_a_corrected_entry_is_struck_but_only_a_withdrawn_one_is_withdrawn() -> None:
    other = OtherEntry("乙", 2, date(2026, 11, 20), "甲某", NOW, "楼号听错")
    corrected = replace(listed(), corrected_by=other.id, struck_by=other)
    assert (corrected.is_struck, corrected.is_withdrawn) == (True, False)
    withdrawn = replace(corrected, struck_by=replace(other, is_withdrawal=True))
    assert (withdrawn.is_struck, withdrawn.is_withdrawn) == (True, True)
    assert not listed().is_struck
