"""Masking reaches every way out; tables and journal keep what was written."""

from typing import Any

import pytest

from dutydesk.domain.call_round import CallResult
from dutydesk.domain.contacts import Contact
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import ExitReason, Incident
from dutydesk.domain.incident_closing import DraftReview
from dutydesk.domain.incident_masking import (
    DraftMasking,
    MaskingDecision,
    MaskingWordsMissing,
    NothingMasked,
)
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import Actor, OfficerMayNot
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.personal_word import PersonalKind
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from tests.builders import Staff, draft
from tests.call_builders import press, round_draft
from tests.services.test_incident import incident_draft, report

LEDGER = PaperKind.DIRECTIVE_LEDGER
NAME, PHONE = "李红", "13812345678"
SECRETS = (NAME, PHONE)


def ended(staffed: Staff) -> Incident:
    """An incident with a name and a number in every kind of text, ended."""
    room = staffed.room
    told = f"伤者{NAME}送医，家属电话{PHONE}"
    incident = room.incident.open(
        incident_draft(room, situation=told, source=f"伤者{NAME}", place=f"丰收市场{NAME}店"),
        by=staffed.by,
    ).value
    entry = draft(room, told, person=NAME, phone=PHONE, incident_id=incident.id)
    room.duty_log.record(entry, by=staffed.by, open_item=True)
    ordered = draft(
        room, f"请妥善安置{NAME}，电话{PHONE}", kind=EntryKind.DIRECTIVE, incident_id=incident.id
    )
    room.duty_log.record(ordered, by=staffed.by)
    ring_about(staffed, incident)
    report(room, incident, "first", "phone")
    report(room, incident, "first")
    return room.incident.close(
        incident.id, exit_reason=ExitReason.NOT_AN_EMERGENCY, note=told, by=staffed.by
    ).value


def ring_about(staffed: Staff, incident: Incident) -> None:
    """Call somebody about the incident, who answers with its words, and others about nothing."""
    room, by = staffed.room, staffed.by
    other = round_draft(1, id="other")
    about = round_draft(1, id="round", title=f"{NAME}安置叫应", incident_id=incident.id)
    for one in (other, about):
        room.call_round.start(one, by=by)
    contact = Contact(id="called", name="王某")
    room.contacts.save(contact, [NumberDraft(NumberKind.MOBILE, PHONE)], by=by)
    (target,) = room.call_reading.sheet("round").targets
    answer = press(room, target.id, CallResult.ANSWERED, f"已接到{NAME}，{PHONE}")
    room.call_round.attempt(answer, by=by)


def masking(staffed: Staff, incident: Incident, **changes: Any) -> DraftMasking:
    facts: dict[str, Any] = {
        "id": staffed.room.incident_masking.new_id(),
        "incident_id": incident.id,
        "decision": MaskingDecision.MASK,
        "words": SECRETS,
    }
    return DraftMasking(**(facts | changes))


def ways_out(staffed: Staff, incident: Incident) -> dict[str, str]:
    """Everything that shows the incident, as text."""
    room = staffed.room
    view = room.incident.incident(incident.id)
    sent = {one.medium.value: one.id for one in view.reports}
    room.incident_closing.review(
        DraftReview(id=room.ids.new(), incident_id=incident.id, lessons=f"{NAME}的家属"),
        by=staffed.by,
    )
    return {
        "view": repr(view),
        "list": repr(room.incident.incidents()),
        "entries": repr(room.duty_log.entries_of_incident(incident.id)),
        "shift": repr(room.duty_log.entries_of_running_shift()),
        "found": repr(room.duty_log.find(LogSearch(NAME))),
        "timeline": repr(room.incident_timeline.timeline(incident.id)),
        "handling": repr(room.incident_handling.sheet(incident.id)),
        "closing": repr(room.incident_closing.sheet(incident.id)),
        "history": repr(room.history.told("incident", incident.id)),
        "export": repr(list(room.list_export.incident_table().rows)),
        "log export": repr(list(room.list_export.log_table(LogSearch("")).rows)),
        "special report": repr(room.incident_report.special_report(sent["written"])),
        "report list": repr(room.report_delivery.of_incident(incident.id)),
        "all reports": repr(room.report_delivery.all()),
        "items export": repr(list(room.list_export.open_item_table().rows)),
        "directives export": repr(list(room.list_export.directive_table().rows)),
        "directive ledger": repr(room.directive_ledger.ledger(PaperRequest(LEDGER))),
        "open item list": repr(room.directive_ledger.open_items()),
        "handover": repr(room.handover.draft()),
        "call rounds": repr(room.call_reading.rounds()),
        "sheet of a round": repr(room.call_reading.sheet("round")),
        "what is offered to another round": repr(room.call_reading.sheet("other").often),
        "proof of a round": repr(
            room.call_round_sheet.sheet(
                PaperRequest(PaperKind.CALL_ROUND_SHEET, call_round_id="round")
            )
        ),
        "card of who was called": repr(room.contact_card.person("called").calls),
        "daily": repr(room.bulletin.daily(staffed.shift.duty_date)),
        "log sheet": repr(room.log_sheet.sheets(staffed.shift.duty_date)),
    }


def test_words_are_proposed_from_all_texts(staffed: Staff) -> None:
    incident = ended(staffed)
    sheet = staffed.room.incident_masking.sheet(incident.id)
    kinds = {one.word: one.kind for one in sheet.proposed}
    assert kinds[NAME] is PersonalKind.NAME
    assert kinds[PHONE] is PersonalKind.PHONE
    assert not sheet.is_masked


def test_masking_reaches_every_way_out_and_the_record_keeps_the_words(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    for name, text in ways_out(staffed, incident).items():
        assert NAME in text, name
    room.incident_masking.decide(masking(staffed, incident), by=staffed.by)
    leaking = [
        name
        for name, text in ways_out(staffed, incident).items()
        if any(secret in text for secret in SECRETS)
    ]
    assert leaking == []
    assert "李某" in repr(room.incident.incident(incident.id))
    with room.store.reading() as tables:
        kept = tables.incident.by_id(incident.id)
        assert kept is not None
        assert NAME in kept.situation
    assert room.verification.verify().ok


def test_a_correction_begins_with_the_words_that_left_not_with_what_masking_shows(
    staffed: Staff,
) -> None:
    room = staffed.room
    incident = ended(staffed)
    room.incident_masking.decide(masking(staffed, incident), by=staffed.by)
    [written] = [
        one for one in room.incident.incident(incident.id).reports if one.issue_no is not None
    ]
    assert NAME not in written.body
    proposed = room.report_draft.correction_of(written.id)
    assert NAME in proposed.body
    assert proposed.corrects_report_id == written.id
    with pytest.raises(RecordUnknown):
        room.report_draft.correction_of("没有")


def test_filing_afterwards_keeps_the_original_words(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    room.incident_masking.decide(masking(staffed, incident), by=staffed.by)
    room.incident_closing.archive(incident.id, by=staffed.by)
    with room.store.reading() as tables:
        kept = tables.incident.by_id(incident.id)
    assert kept is not None
    assert NAME in kept.situation
    assert NAME not in repr(room.incident.incident(incident.id))


def test_the_decision_is_on_record_once_without_the_words_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    wanted = masking(staffed, incident)
    done = room.incident_masking.decide(wanted, by=staffed.by)
    assert done.value.decided_by == "甲某"
    again = room.incident_masking.decide(wanted, by=staffed.by)
    assert again.value == done.value
    assert not again.changes.touched
    sheet = room.incident_masking.sheet(incident.id)
    assert sheet.decisions == (done.value,)
    assert sheet.is_masked
    line = room.duty_log.entries_of_running_shift()[1][-1].entry.text
    assert line == "安和街道丰收市场火灾（2026-001）涉及人员信息遮盖2处。"


def test_keeping_is_a_decision_with_its_reason(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    keep = masking(
        staffed, incident, decision=MaskingDecision.KEEP, reason="事故调查要用", words=()
    )
    done = room.incident_masking.decide(keep, by=staffed.by).value
    assert (done.decision, done.reason) == (MaskingDecision.KEEP, "事故调查要用")
    assert NAME in repr(room.incident.incident(incident.id))
    with pytest.raises(MaskingWordsMissing):
        room.incident_masking.decide(masking(staffed, incident, words=()), by=staffed.by)


def test_only_an_administrator_shows_them_again_and_says_why(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    show = masking(staffed, incident, decision=MaskingDecision.UNMASK, reason="上级调阅", words=())
    with pytest.raises(NothingMasked):
        room.incident_masking.unmask(show, by=staffed.by)
    room.incident_masking.decide(masking(staffed, incident), by=staffed.by)
    officer = Actor(staffed.officer.id, staffed.officer.id)
    with pytest.raises(OfficerMayNot):
        room.incident_masking.unmask(show, by=officer)
    room.incident_masking.unmask(show, by=staffed.by)
    assert NAME in repr(room.incident.incident(incident.id))
    assert len(room.incident_masking.sheet(incident.id).decisions) == 2
