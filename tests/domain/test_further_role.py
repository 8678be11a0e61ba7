from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dutydesk.domain.contact_refusals import ContactNameMissing
from dutydesk.domain.contacts import Contact, FurtherRole
from dutydesk.domain.further_role import (
    PairedWithSelf,
    ValidityReversed,
    check_contact,
    checked_roles,
    with_training_year,
)

NOW = datetime(2026, 12, 31, 17, tzinfo=UTC)  # 2027 in China


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": " "}, ContactNameMissing),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 31)}, ValidityReversed),
        ({"pair_contact_id": "1"}, PairedWithSelf),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_contact(Contact(**{"id": "1", "name": "甲", **changes}))  # type: ignore[arg-type]


def test_one_day_is_a_term() -> None:
    day = date(2026, 2, 1)
    check_contact(Contact("1", "甲", valid_from=day, valid_to=day))


def test_roles_are_numbered_and_an_empty_one_is_left_out() -> None:
    roles = [
        FurtherRole("a", "", post=" 联络员 "),
        FurtherRole("b", ""),
        FurtherRole("c", "", "u"),
    ]
    kept = checked_roles(Contact("1", "甲"), roles)
    assert [(one.id, one.contact_id, one.post, one.order_no) for one in kept] == [
        ("a", "1", "联络员", 1),
        ("c", "1", "", 2),
    ]
    with pytest.raises(PairedWithSelf):
        checked_roles(Contact("1", "甲"), [FurtherRole("a", "", "u", pair_contact_id="1")])


def test_days_of_a_file_are_of_the_year_they_came_in() -> None:
    new = with_training_year(Contact("1", "甲", training_days=4), None, NOW)
    assert (new.training_year, new.updated_at) == (2027, NOW)
    before = Contact("1", "甲", training_days=4, training_year=2026)
    assert with_training_year(before, before, NOW).training_year == 2026
