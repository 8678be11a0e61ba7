from datetime import timedelta

from dutydesk.domain.absence_change import come_back
from dutydesk.domain.absence_facts import (
    ActingPersonAway,
    ActsForAnother,
    carried,
    cautions,
    is_about,
)
from dutydesk.domain.absence_notice import AbsenceState
from dutydesk.domain.contacts import Contact, ContactCard
from tests.absence_builders import absence_draft, at, notice


def test_who_acts_may_be_away_himself_or_be_needed_elsewhere():
    acting_away = notice(person="戊某", acting_person="己某")
    needs = notice(person="庚某", acting_person="丁某")
    found = cautions(absence_draft(), [acting_away, needs])
    assert found == (ActingPersonAway("戊某", acting_away), ActsForAnother("丁某", needs))


def test_what_lies_apart_or_is_over_warns_of_nothing():
    later = {"starts_at": at("11-23 18:00"), "ends_at": at("11-24 18:00")}
    apart = notice(person="戊某", acting_person="己某", **later)
    back = come_back(
        notice(person="戊某", acting_person="己某"), at("11-21 09:00"), at("11-22 09:00")
    )
    assert cautions(absence_draft(), [apart, back]) == ()
    one = notice()
    assert cautions(one, [one]) == ()


def test_a_handover_is_told_who_is_away_and_who_leaves_within_a_day():
    now = at("11-21 08:30")
    away = notice()
    overdue = notice(person="己某", starts_at=at("11-20 08:00"), ends_at=at("11-21 08:00"))
    soon = notice(person="庚某", starts_at=now + timedelta(days=1))
    later = notice(person="辛某", starts_at=now + timedelta(days=1, seconds=1))
    told = carried([away, overdue, soon, later], now)
    assert [(one.person, one.state) for one in told] == [
        ("己某", AbsenceState.OVERDUE),
        ("丁某", AbsenceState.AWAY),
        ("庚某", AbsenceState.COMING),
    ]


def test_a_notice_is_about_the_card_it_names_or_about_name_and_unit():
    card = ContactCard(Contact("1", "丁 某"), ("区政府", "区应急局"))
    assert is_about(notice(), card)
    assert is_about(notice(unit=""), card)
    assert not is_about(notice(unit="区水务局"), card)
    assert not is_about(notice(contact_id="2"), card)
    assert is_about(notice(contact_id="1", person="另一写法"), card)
