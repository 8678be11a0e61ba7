from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.repeat_caller import RepeatCall
from dutydesk.wording.continuation import linked_words, repeat_words
from tests.builders import Staff, draft


@pytest.fixture
def listed(staffed: Staff) -> ListedEntry:
    entry = staffed.room.duty_log.record(draft(staffed.room, "3号楼\n燃气异味"), by=staffed.by)
    return replace(staffed.room.duty_log.entry(entry.value.id))


def test_what_is_gone_on_with_is_named_by_number_time_kind_and_text(listed: ListedEntry) -> None:
    later = listed.entry.at + timedelta(hours=1)
    assert linked_words(listed, later) == "接第1条（08:30 来电）：3号楼 燃气异味"


def test_who_calls_again_is_told_by_number_or_by_person(listed: ListedEntry) -> None:
    tomorrow = listed.entry.at + timedelta(days=1)
    assert repeat_words(RepeatCall(listed, True), tomorrow) == (
        "同一号码 11月20日 08:30 第1条：3号楼 燃气异味"
    )
    assert repeat_words(RepeatCall(listed, False), listed.entry.at).startswith(
        "同一单位同一人 08:30 第1条："
    )
