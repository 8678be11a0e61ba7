from dataclasses import replace

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.errors import BadInput, NotAmong, RecordUnknown
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_refusals import KindUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import ReportMedium, ReportStage
from tests.incident_builders import preset, rule
from tests.services.test_incident import opened

CLI = Actor("cli")


def texts(rules: tuple[DeadlineRule, ...]) -> list[DeadlineRule]:
    return [replace(one, id="", order_no=0) for one in rules]


def fresh(room: DutyRoom, **changes: object) -> DeadlineRule:
    return rule(id=room.deadline_rule.new_id(), rule_set="district", **changes)


def test_a_book_is_the_set_in_use_with_what_is_needed_to_edit_it(room: DutyRoom) -> None:
    book = room.deadline_rule.book()
    assert (book.rule_set, book.in_use) == ("district", "district")
    assert texts(book.rules) == texts(tuple(preset("district")))
    assert "火灾" in book.kinds[IncidentCategory.ACCIDENT]
    assert (book.first_word, book.ungraded_as) == ("首报", None)
    assert room.deadline_rule.book("statute").rule_set == "statute"
    with pytest.raises(NotAmong):
        room.deadline_rule.book("county")


def test_another_set_is_what_the_clocks_run_by_from_then_on(room: DutyRoom) -> None:
    opened(room, level=IncidentLevel.SERIOUS)
    room.deadline_rule.choose("province", by=CLI)
    assert room.deadline_rule.book().in_use == "province"
    phone = next(one for one in room.incident.due() if one.clock.medium is ReportMedium.PHONE)
    assert phone.clock.rule is not None
    assert phone.clock.rule.minutes == 15
    with pytest.raises(NotAmong):
        room.deadline_rule.choose("county", by=CLI)


def test_a_new_rule_goes_behind_all_others_and_counts_at_once(room: DutyRoom) -> None:
    opened(room)
    put = room.deadline_rule.put(fresh(room, minutes=10), by=CLI).value
    assert room.deadline_rule.book().rules[-1] == put
    assert room.incident.due()[0].clock.rule == put
    changed = room.deadline_rule.put(replace(put, minutes=5, order_no=0), by=CLI).value
    assert (changed.minutes, changed.order_no) == (5, put.order_no)
    assert room.deadline_rule.put(changed, by=CLI).changes.touched == {}


def test_a_rule_that_was_removed_stays_readable_on_its_report(room: DutyRoom) -> None:
    from tests.services.test_incident_report import report

    incident = opened(room)
    put = room.deadline_rule.put(fresh(room, minutes=10, source="本单位规定"), by=CLI).value
    made = report(room, incident, "first", "phone")
    assert room.deadline_rule.remove(put.id, by=CLI).value == put
    assert put not in room.deadline_rule.book().rules
    kept = room.incident.incident(incident.id).reports[0]
    assert kept == made
    assert kept.rule_text.endswith("依据：本单位规定")
    with pytest.raises(RecordUnknown):
        room.deadline_rule.remove(put.id, by=CLI)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"minutes": 0}, BadInput),
        ({"source": " "}, BadInput),
        ({"kind": "外星人"}, KindUnknown),
        ({"kind": "地震", "category": IncidentCategory.ACCIDENT}, KindUnknown),
        ({"stage": None}, BadInput),
        ({"starts_from": ClockStart.STABLE}, BadInput),
        ({"minutes": None, "every_days": 2}, BadInput),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    room: DutyRoom, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        room.deadline_rule.put(fresh(room, **changes), by=CLI)
    wrong = replace(fresh(room), rule_set="county")
    with pytest.raises(NotAmong):
        room.deadline_rule.put(wrong, by=CLI)


def test_two_units_may_diverge_and_take_the_shipped_rules_back(room: DutyRoom) -> None:
    before = room.deadline_rule.book().rules
    room.deadline_rule.put(fresh(room), by=CLI)
    room.deadline_rule.put(replace(before[0], minutes=7), by=CLI)
    room.deadline_rule.remove(before[1].id, by=CLI)
    other = room.deadline_rule.book("statute").rules
    done = room.deadline_rule.take_shipped("district", by=CLI)
    assert done.value == len(before)
    after = room.deadline_rule.book().rules
    assert texts(after) == texts(tuple(preset("district")))
    assert {one.id for one in before[2:]} <= {one.id for one in after}, "what is the same stays"
    assert room.deadline_rule.book("statute").rules == other
    assert room.deadline_rule.take_shipped("district", by=CLI).changes.touched == {}


def test_the_catalogue_is_ready_to_be_put(room: DutyRoom) -> None:
    found = room.deadline_rule.catalogue("district")
    one = next(
        each for each in found if each.stage is ReportStage.FOLLOW_UP and each.every_days == 2
    )
    put = room.deadline_rule.put(one, by=CLI).value
    assert put.rule_set == "district"
    assert put.order_no == len(room.deadline_rule.book().rules)
