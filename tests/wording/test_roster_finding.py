from datetime import date

import pytest

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import FindingKind, RosterFinding
from dutydesk.domain.roster_task import GapReason, RosterGap
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording.roster_finding import (
    FINDING,
    finding_sentence,
    finding_words,
    gap_sentence,
)

DAY = date(2026, 11, 20)
POSTS = {"p": "主班", "q": "副班"}


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_is_a_sentence_that_names_what_it_is_about(kind: FindingKind) -> None:
    finding = RosterFinding(kind, DAY, ShiftKind.FULL, "p", "甲某", "说明")
    words = finding_words(finding, POSTS)
    assert words.endswith("。")
    assert "主班" in words
    assert "说明" in words
    assert kind in FINDING


def test_the_other_duty_and_the_counts_are_told() -> None:
    rest = RosterFinding(
        FindingKind.REST,
        DAY,
        ShiftKind.FULL,
        "p",
        "甲某",
        other_date=date(2026, 11, 19),
        other_shift=ShiftKind.NIGHT,
        other_post_id="q",
    )
    assert finding_sentence(rest, POSTS) == (
        "甲某的11月20日全天班主班与11月19日夜班副班之间休息不足。"
    )
    uneven = RosterFinding(
        FindingKind.UNEVEN,
        DAY,
        ShiftKind.FULL,
        "p",
        "甲某",
        day_class=DayClass.WEEKEND.value,
        count=3,
        other_person="乙某",
        other_count=1,
    )
    assert finding_words(uneven, POSTS) == "主班周末分布不均：甲某3次，乙某1次。"


@pytest.mark.parametrize("reason", GapReason)
def test_a_gap_says_why(reason: GapReason) -> None:
    words = gap_sentence(RosterGap(DAY, ShiftKind.NIGHT, "p", 1, reason), POSTS)
    assert words.startswith("11月20日夜班主班没有排上：")
