from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.incident import Incident, IncidentCategory, IncidentStatus
from dutydesk.domain.incident_offer import (
    IncidentOffer,
    OfferOutcome,
    OfferSettled,
    Settlement,
    Subject,
    common_length,
    settled,
    similar,
)
from tests.domain.test_duty_log import NOW

HOURS = timedelta(hours=3)
INCIDENT = Incident(
    id="事",
    incident_no="2026-001",
    title="安和三社区燃气泄漏",
    category=IncidentCategory.ACCIDENT,
    kind="燃气泄漏",
    place="文昌街道安和三社区3号楼",
    received_at=NOW - timedelta(hours=1),
    source="安和三社区 某某 19900007531",
    opened_at=NOW,
    opened_by="甲某",
)
SUBJECT = Subject(NOW, "安和三社区 3 号楼有很大的煤气味", "", "", IncidentCategory.ACCIDENT)


def test_the_same_place_and_category_within_hours_may_be_the_same() -> None:
    assert similar(SUBJECT, [INCIDENT], HOURS) == [INCIDENT]


@pytest.mark.parametrize(
    "other",
    [
        replace(SUBJECT, text="安和五小区有煤气味"),
        replace(SUBJECT, category=IncidentCategory.NATURAL),
        replace(SUBJECT, kind="火灾"),
    ],
)
def test_another_place_category_or_kind_is_another_matter(other: Subject) -> None:
    assert similar(other, [INCIDENT], HOURS) == []


def test_an_ended_one_counts_only_within_the_hours_and_a_running_one_always() -> None:
    old = replace(INCIDENT, received_at=NOW - timedelta(days=2))
    assert similar(SUBJECT, [old], HOURS) == [old]
    ended = replace(old, status=IncidentStatus.ENDED)
    assert similar(SUBJECT, [ended], HOURS) == []
    assert similar(SUBJECT, [replace(ended, received_at=NOW - HOURS)], HOURS) != []


def test_the_same_caller_is_enough_and_the_newest_comes_first() -> None:
    subject = replace(SUBJECT, text="又来电催问", phone="19900007531")
    newer = replace(INCIDENT, id="新", received_at=NOW)
    assert similar(subject, [INCIDENT, newer], HOURS) == [newer, INCIDENT]
    assert similar(replace(subject, phone=""), [INCIDENT], HOURS) == []


def test_places_are_compared_without_signs_and_full_width() -> None:
    assert common_length("安和三社区 ３号楼", "安和三社区3号楼") == 8
    assert common_length("", "安和") == 0
    assert common_length("东门", "西门") == 1


def test_an_offer_is_settled_once() -> None:
    offer = IncidentOffer(id="1", entry_id="甲", words=("泄漏",), offered_at=NOW)
    done = settled(offer, Settlement(OfferOutcome.NOT_NEEDED, NOW, "甲某", " 演练用气 "))
    assert (done.outcome, done.note, done.settled_by) == (
        OfferOutcome.NOT_NEEDED,
        "演练用气",
        "甲某",
    )
    with pytest.raises(OfferSettled):
        settled(done, Settlement(OfferOutcome.FALSE_ALARM, NOW, "乙某"))
