from datetime import timedelta
from typing import Any

import pytest

from dutydesk.domain.incident import IncidentLevel, IncidentStatus
from dutydesk.domain.incident_notice import (
    DraftNotice,
    IncidentFiled,
    IncidentNotice,
    NoticeBeforeEvent,
    NoticeHow,
    NoticeInFuture,
    NoticeTextTooLong,
    NotifiedParty,
    PartyMissing,
    check_notice,
    party_lines,
)
from tests.incident_builders import RECEIVED, at, incident


def call(**changes: Any) -> DraftNotice:
    facts: dict[str, Any] = {"id": "n1", "incident_id": "i1", "party": "119", "told_at": RECEIVED}
    return DraftNotice(**(facts | changes))


def notice(party: str, minutes: int = 0, **changes: Any) -> IncidentNotice:
    facts: dict[str, Any] = {
        "id": f"n-{party}-{minutes}",
        "incident_id": "i1",
        "party": party,
        "person": "",
        "phone": "",
        "how": NoticeHow.PHONE,
        "is_reached": True,
        "answer": "",
        "told_at": RECEIVED + timedelta(minutes=minutes),
        "told_by": "甲某",
        "recorded_at": RECEIVED + timedelta(minutes=minutes),
        "entry_id": "e1",
    }
    return IncidentNotice(**(facts | changes))


PARTIES = [
    NotifiedParty(id="a", name="110", order_no=1),
    NotifiedParty(id="b", name="119", order_no=2),
    NotifiedParty(id="c", name="专项指挥部", is_command=True, order_no=3),
    NotifiedParty(id="d", name="网信", at_least=IncidentLevel.RELATIVELY_SERIOUS, order_no=4),
    NotifiedParty(id="e", name="122", kind="交通事故", order_no=5),
    NotifiedParty(id="f", name="旧单位", is_active=False, order_no=6),
]


def test_who_still_has_to_be_told_stands_first_in_the_units_order() -> None:
    graded = incident(level=IncidentLevel.ORDINARY)
    lines = party_lines(graded, PARTIES, [notice("110")], ("区火灾事故应急指挥部", "0000-1"))
    assert [line.party for line in lines] == ["119", "区火灾事故应急指挥部", "110"]
    assert lines[1].phone == "0000-1"
    assert lines[1].is_command
    assert lines[2].told == notice("110")


def test_a_call_without_an_answer_is_kept_and_tells_nobody() -> None:
    lines = party_lines(incident(), PARTIES, [notice("119", is_reached=False)])
    line = next(one for one in lines if one.party == "119")
    assert line.told is None
    assert len(line.notices) == 1
    again = party_lines(
        incident(), PARTIES, [notice("119", is_reached=False), notice("119", minutes=2)]
    )
    assert next(one for one in again if one.party == "119").told == notice("119", minutes=2)


def test_who_is_not_on_the_list_stands_at_the_end() -> None:
    lines = party_lines(incident(), PARTIES, [notice("供电公司")])
    assert (lines[-1].party, lines[-1].is_listed) == ("供电公司", False)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"party": "　"}, PartyMissing),
        ({"answer": "字" * 2001}, NoticeTextTooLong),
        ({"party": "字" * 41}, NoticeTextTooLong),
        ({"told_at": at("2026-11-21 03:00")}, NoticeInFuture),
        ({"told_at": at("2026-11-21 02:09")}, NoticeBeforeEvent),
    ],
)
def test_a_call_that_cannot_be_is_refused(changes: dict[str, Any], refusal: type) -> None:
    with pytest.raises(refusal):
        check_notice(call(**changes), incident(), RECEIVED)


def test_nothing_comes_to_an_incident_in_the_archive() -> None:
    check_notice(call(), incident(status=IncidentStatus.ENDED), RECEIVED)
    with pytest.raises(IncidentFiled):
        check_notice(call(), incident(status=IncidentStatus.ARCHIVED), RECEIVED)
