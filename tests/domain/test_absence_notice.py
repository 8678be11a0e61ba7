from datetime import timedelta

import pytest

from dutydesk.domain.absence_notice import AbsenceState, Filing, accept, holds, is_same_person
from dutydesk.domain.absence_refusals import (
    AbsenceEndsBeforeStart,
    AbsenceFieldMissing,
    AbsenceOverlaps,
    AbsenceTextTooLong,
    ActsForOneself,
)
from tests.absence_builders import FILED, absence_draft, at, notice

FILING = Filing(FILED, "甲某")


def test_a_notice_is_taken_as_typed():
    draft = absence_draft(reason=" 会议 ")
    taken = accept(draft, (), FILING)
    assert (taken.reason, taken.recorder, taken.filed_at) == (" 会议 ", "甲某", FILED)
    assert (taken.version, taken.is_late, taken.is_running) == (1, False, True)


@pytest.mark.parametrize(("seconds", "is_late"), [(-1, True), (0, False), (1, False)])
def test_a_notice_after_the_departure_marks_itself_late(seconds, is_late):
    starts_at = FILED + timedelta(seconds=seconds)
    assert notice(starts_at=starts_at).is_late is is_late


@pytest.mark.parametrize("field", ["person", "reason", "place", "acting_person"])
def test_a_notice_says_who_why_where_and_who_acts(field):
    with pytest.raises(AbsenceFieldMissing) as refusal:
        accept(absence_draft(**{field: " \u3000"}), (), FILING)
    assert refusal.value.field == field


def test_the_end_lies_after_the_start():
    start = at("11-21 08:00")
    with pytest.raises(AbsenceEndsBeforeStart):
        accept(absence_draft(starts_at=start, ends_at=start), (), FILING)
    assert accept(absence_draft(starts_at=start, ends_at=start + timedelta(seconds=1)), (), FILING)


def test_a_text_has_its_limit():
    assert accept(absence_draft(reason="会" * 500), (), FILING)
    with pytest.raises(AbsenceTextTooLong):
        accept(absence_draft(reason="会" * 501), (), FILING)


@pytest.mark.parametrize("name", ["丁某", "丁　某", " 丁某 "])
def test_nobody_acts_for_himself(name):
    with pytest.raises(ActsForOneself):
        accept(absence_draft(acting_person=name), (), FILING)


def test_the_same_person_in_the_same_time_is_asked_about():
    known = notice()
    touching = absence_draft(starts_at=known.ends_at, ends_at=known.ends_at + timedelta(days=1))
    assert accept(touching, [known], FILING)
    draft = absence_draft(
        starts_at=known.ends_at - timedelta(seconds=1), ends_at=at("11-24 08:00")
    )
    with pytest.raises(AbsenceOverlaps):
        accept(draft, [known], FILING)
    assert accept(draft, [known], Filing(FILED, "甲某", is_overlap_meant=True))
    assert accept(absence_draft(person="庚某"), [known], FILING)


def test_two_of_one_name_are_told_apart_by_unit_and_contact():
    known = notice()
    assert is_same_person(absence_draft(unit=""), known)
    assert not is_same_person(absence_draft(unit="区水务局"), known)
    with_card = notice(contact_id="1")
    assert not is_same_person(absence_draft(contact_id="2"), with_card)
    assert is_same_person(absence_draft(contact_id="1", person="丁某某"), with_card)
    assert is_same_person(absence_draft(), with_card)


def test_the_state_follows_the_clock():
    one = notice()
    second = timedelta(seconds=1)
    assert one.state(one.starts_at - second) is AbsenceState.COMING
    assert one.state(one.starts_at) is AbsenceState.AWAY
    assert one.state(one.ends_at) is AbsenceState.AWAY
    assert one.state(one.ends_at + second) is AbsenceState.OVERDUE


def test_a_search_finds_every_word_in_any_field_whatever_its_width():
    one = notice(acting_phone="19900000021")
    assert holds(one, "省城 戊某")
    assert holds(one, "００２１")
    assert not holds(one, "省城 庚某")
