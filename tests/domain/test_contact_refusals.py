"""Refusals carry the facts their sentences need."""

from __future__ import annotations

from dutydesk.domain.contact_refusals import (
    ContactFileIsRoster,
    FileDanger,
    ForeignFileDangerous,
)


def test_a_refusal_names_its_facts_and_code() -> None:
    refusal = ContactFileIsRoster("值班表.xlsx", "11月")
    assert (refusal.code, refusal.sheet) == ("contact_file_is_roster", "11月")
    assert ForeignFileDangerous("a", FileDanger.RATIO, 100).limit == 100
