from dataclasses import replace

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident_offer import OfferOutcome
from dutydesk.wording.incident_offer import (
    OFFER_OUTCOME,
    incident_choice,
    offer_line,
    offer_mark,
    same_incident_entry,
    same_line,
)
from tests.domain.test_duty_log import NOW, listed
from tests.domain.test_incident_offer import INCIDENT


def test_every_outcome_has_its_word() -> None:
    assert set(OFFER_OUTCOME) == set(OfferOutcome)


def test_the_mark_and_the_line_name_the_words() -> None:
    assert offer_mark(("泄漏", "被困")) == "待核：泄漏、被困"
    line = offer_line(replace(listed(), offered=("泄漏",)))
    assert line.startswith(f"第{listed().entry.no}条提到“泄漏”，待核")
    assert "Ctrl+I" in line
    assert "登记" not in line


def test_a_warning_that_names_what_may_happen_is_told_from_what_happened() -> None:
    one = listed()
    fax = replace(one.entry, text="暴雨橙色预警，可能引发山洪、滑坡")
    line = offer_line(replace(one, entry=fax, offered=("滑坡",)))
    assert "是预警的按 Ctrl+Shift+G 登记" in line


def test_an_incident_on_record_is_named_by_number_and_title() -> None:
    assert "2026-001 安和三社区燃气泄漏" in same_line(INCIDENT)
    assert incident_choice(INCIDENT) == "与2026-001“安和三社区燃气泄漏”为同一事件"
    line = same_incident_entry("行", "甲", INCIDENT, NOW)
    assert (line.kind, line.continuation_of, line.incident_id) == (EntryKind.INCIDENT, "甲", "事")
