import pytest

from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.duty_log.callers import find_callers
from tests.ui.live_desk import fill_contacts


@pytest.fixture
def contacts(staffed):
    fill_contacts(staffed)
    return staffed.room.contacts


@pytest.mark.parametrize("typed", ["尉迟", "ycm", "yuchi", "0054"])
def test_a_caller_is_found_by_chinese_initials_pinyin_and_number_tail(contacts, typed):
    assert "尉迟某" in [one.name for one in find_callers(contacts, typed)]


def test_a_caller_brings_unit_post_and_the_number_one_rings_first(contacts):
    (found,) = find_callers(contacts, "尉迟某")
    assert found.value == Caller("安和三社区", "尉迟某", "19900000054")
    assert found.detail.startswith("安和三社区")
    assert found.detail.endswith("19900000054")


def test_no_more_than_eight_are_offered(contacts):
    assert len(find_callers(contacts, "1990000")) <= 8


def test_nobody_is_found_for_what_matches_nobody(contacts):
    assert list(find_callers(contacts, "查无此人")) == []


def test_who_is_away_is_told_with_who_acts(contacts):
    def notes(cards):
        return {card.contact.id: "外出至18:00，代：戊某" for card in cards}

    (found,) = find_callers(contacts, "尉迟某", notes)
    assert found.detail.startswith("外出至18:00，代：戊某　")
