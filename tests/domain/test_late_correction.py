from dataclasses import replace
from datetime import date

from dutydesk.domain.entry_link import OtherEntry
from dutydesk.domain.late_correction import unseen_correction
from tests.domain.test_duty_log import NOW, listed


def test_a_correction_is_told_with_what_it_corrects() -> None:
    assert unseen_correction(listed()) is None
    original = OtherEntry("甲", 3, date(2026, 11, 19), "乙某", NOW)
    told = unseen_correction(replace(listed(), corrects=original))
    assert told is not None
    assert (told.original_no, told.original_duty_date) == (3, date(2026, 11, 19))
    assert told.entry_no == listed().entry.no
