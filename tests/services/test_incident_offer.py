from datetime import timedelta

import pytest

from dutydesk.domain.duty_log import Correction
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.incident_offer import NothingOffered, OfferOutcome, OfferSettled, Subject
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff, draft

LEAK = "安和三社区3号楼燃气泄漏"


def recorded(staffed: Staff, text: str = LEAK, **changes: object):
    return staffed.room.duty_log.record(draft(staffed.room, text, **changes), by=staffed.by).value


def opened(staffed: Staff, entry_id: str | None = None, received_at=None, **changes: object):
    values: dict[str, object] = {
        "id": staffed.room.incident.new_id(),
        "title": "安和三社区燃气泄漏",
        "category": IncidentCategory.ACCIDENT,
        "kind": "燃气泄漏",
        "place": "安和三社区",
        "received_at": received_at or staffed.room.clock.now(),
        "origin_entry_id": entry_id,
    }
    made = DraftIncident(**{**values, **changes})  # type: ignore[arg-type]  # fields by name
    return staffed.room.incident.open(made, by=staffed.by).value


def test_an_entry_with_a_watched_word_waits_until_somebody_says_what_it_comes_to(
    staffed: Staff,
) -> None:
    room = staffed.room
    entry, plain = recorded(staffed), recorded(staffed, "通知明日开会")
    assert room.duty_log.entry(entry.id).offered == ("泄漏",)
    assert room.duty_log.entry(plain.id).offered == ()
    ((offer, listed),) = room.incident_offer.open_offers()
    assert (offer.words, listed.entry) == (("泄漏",), entry)


def test_an_entry_without_one_costs_no_row(staffed: Staff) -> None:
    room = staffed.room
    done = room.duty_log.record(draft(room, "通知明日开会"), by=staffed.by)
    assert set(done.changes.touched) == {"log_entry"}


def test_the_incident_made_of_it_settles_the_offer_and_counts_from_the_call(
    staffed: Staff,
) -> None:
    room = staffed.room
    entry = recorded(staffed)
    room.clock.forward(minutes=25)  # type: ignore[attr-defined]  # FixedClock
    incident = opened(staffed, entry.id, received_at=entry.at)
    offer = room.incident_offer.offer_of(entry.id)
    assert offer is not None
    assert (offer.outcome, offer.incident_id) == (OfferOutcome.INCIDENT, incident.id)
    assert room.duty_log.entry(entry.id).offered == ()
    dues = room.incident.due()
    assert dues
    assert {one.clock.starts_at for one in dues} == {entry.at}
    for one in dues:
        assert one.clock.rule is not None
        if one.clock.rule.minutes:
            span = timedelta(minutes=one.clock.rule.minutes)
            assert one.clock.due_at == entry.at + span
            assert one.clock.minutes_left == one.clock.rule.minutes - 25


def test_an_offer_is_dismissed_with_a_reason_once(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    for _ in range(2):
        done = room.incident_offer.dismiss(
            entry.id, OfferOutcome.FALSE_ALARM, "消防到场无异常", by=staffed.by
        )
    assert done.value.settled_by == staffed.admin.name
    assert not done.changes.touched
    assert room.incident_offer.open_offers() == []
    with pytest.raises(OfferSettled):
        room.incident_offer.dismiss(entry.id, OfferOutcome.NOT_NEEDED, by=staffed.by)
    plain = recorded(staffed, "通知")
    with pytest.raises(NothingOffered):
        room.incident_offer.dismiss(plain.id, OfferOutcome.NOT_NEEDED, by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.incident_offer.dismiss("没有", OfferOutcome.NOT_NEEDED, by=staffed.by)


def test_the_same_incident_is_said_by_an_entry_that_goes_on_with_it(staffed: Staff) -> None:
    room, incident = staffed.room, opened(staffed)
    entry = recorded(staffed, "安和三社区居民来电，燃气泄漏味很大")
    assert room.incident_offer.similar_to_entry(entry.id) == [incident]
    for _ in range(2):
        line = room.incident_offer.link(entry.id, incident.id, "行", by=staffed.by).value
    assert (line.continuation_of, line.incident_id) == (entry.id, incident.id)
    assert line.text == "与突发事件2026-001“安和三社区燃气泄漏”为同一事件。"
    assert room.duty_log.entry(line.id).offered == ()
    offer = room.incident_offer.offer_of(entry.id)
    assert offer is not None
    assert (offer.outcome, offer.incident_id) == (OfferOutcome.SAME_INCIDENT, incident.id)
    with pytest.raises(RecordUnknown):
        room.incident_offer.link(entry.id, "没有", "又行", by=staffed.by)


def test_hours_are_a_setting(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(staffed)
    subject = Subject(room.clock.now(), "安和三社区燃气泄漏", category=IncidentCategory.ACCIDENT)
    assert room.incident_offer.similar_to(subject) == [incident]
    later = Subject(room.clock.now() + timedelta(hours=9), subject.text)
    assert room.incident_offer.similar_to(later) == [incident]


def test_a_correction_asks_anew_and_a_withdrawal_no_more(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    fix = Correction("改", "听错", text="安和三社区3号楼燃气泄漏，1人被困")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    old, new = room.incident_offer.offer_of(entry.id), room.incident_offer.offer_of("改")
    assert old is not None
    assert old.outcome is OfferOutcome.CORRECTED
    assert new is not None
    assert set(new.words) == {"泄漏", "被困"}
    room.withdrawal.withdraw("改", Withdrawal("撤", "记重"), by=staffed.by)
    assert room.incident_offer.open_offers() == []


def test_what_was_dismissed_comes_back_only_with_a_new_word(staffed: Staff) -> None:
    room, entry = staffed.room, recorded(staffed)
    room.incident_offer.dismiss(entry.id, OfferOutcome.FALSE_ALARM, by=staffed.by)
    fix = Correction("改", "楼号听错", text="安和三社区5号楼燃气泄漏")
    room.duty_log.correct(entry.id, fix, by=staffed.by)
    assert room.incident_offer.open_offers() == []
    worse = Correction("再改", "补充", text="安和三社区5号楼燃气泄漏，1人死亡")
    room.duty_log.correct("改", worse, by=staffed.by)
    assert [listed.entry.id for _, listed in room.incident_offer.open_offers()] == ["再改"]


def test_a_word_of_the_unit_counts_from_the_next_entry(staffed: Staff) -> None:
    room = staffed.room
    recorded(staffed, "全镇停电")
    room.watch_word.put(room.watch_word.new("停电"), by=staffed.by)
    entry = recorded(staffed, "全镇停电")
    assert [listed.entry.id for _, listed in room.incident_offer.open_offers()] == [entry.id]
