from datetime import date, timedelta

import pytest

from dutydesk.domain.entry_detail import COMMON, DETAILS, DetailType, field_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china_instant, to_text
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.wording.entry_register import (
    field_word,
    said_briefly,
    said_in_row,
    span_words,
)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), "2026年11月20日"),
        (date(2026, 11, 3), date(2026, 11, 20), "2026年11月3日至20日"),
        (date(2026, 10, 30), date(2026, 11, 2), "2026年10月30日至11月2日"),
        (date(2025, 12, 30), date(2026, 1, 2), "2025年12月30日至2026年1月2日"),
    ],
)
def test_a_span_is_said_as_short_as_it_is_clear(since: date, until: date, words: str) -> None:
    assert span_words(PaperSpan(since, until)) == words


def test_a_month_is_said_as_a_month() -> None:
    assert span_words(month_of(date(2028, 2, 9))) == "2028年2月"


def test_a_row_says_instants_of_its_own_day_short_and_counts_with_their_word() -> None:
    at = china_instant(date(2026, 11, 20), 9, 0)
    signed = field_of(EntryKind.FAX, "signed_for_at")
    assert signed is not None
    assert said_in_row(signed, to_text(at + timedelta(minutes=5)), at) == "09:05"
    assert said_in_row(signed, to_text(at + timedelta(days=1)), at) == "11月21日09:00"
    for kind, fields in DETAILS.items():
        for field in fields:
            if field.type is DetailType.NUMBER:
                assert said_in_row(field, "2", at).startswith("2"), kind
                assert len(said_in_row(field, "2", at)) == 2


def test_every_field_of_every_kind_has_a_word() -> None:
    for kind, fields in DETAILS.items():
        for name in (*COMMON[kind], *(field.name for field in fields), "recorder", "text"):
            assert field_word(name)


def test_a_shared_column_says_what_a_time_is_of_in_two_characters() -> None:
    assert said_briefly("signed_for_at", "15:38") == "15:38签收"
    assert said_briefly("read_back", "是") == "复述：是"
    assert said_briefly("signed_for_by", "{甲}某") == "签收人：{甲}某"
