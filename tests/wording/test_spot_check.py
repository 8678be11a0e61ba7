from datetime import UTC, datetime

import pytest

from dutydesk.domain.contacts import Contact, ContactCard
from dutydesk.wording.spot_check import call_round_line, contact_line
from tests.store.test_call_round import call_round

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def test_a_round_that_reached_everybody_is_no_fault() -> None:
    assert call_round_line(call_round(), 60, 60).result == "应答60/60"
    assert not call_round_line(call_round(), 60, 60).is_fault
    assert call_round_line(call_round(), 52, 60).is_fault


def test_a_number_is_told_with_unit_and_name() -> None:
    card = ContactCard(
        Contact("c1", "单某", last_verified_at=AT, verified_by="甲某"), ("安和三社区",)
    )
    line = contact_line(card)
    assert (line.at, line.who, line.by) == (AT, "安和三社区 单某", "甲某")
    with pytest.raises(ValueError, match="c2"):
        contact_line(ContactCard(Contact("c2", "乙某")))
