"""The sentence for every refusal and store error: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from dutydesk.domain.errors import Refusal, StoreError

Sentences = Mapping[type[Exception], Callable[[Any], str]]


def sentence(error: Refusal | StoreError) -> str:
    """Return the Chinese sentence of an expected failure; KeyError is a bug, a test finds it."""
    return sentences()[type(error)](error)


@cache
def sentences() -> Sentences:
    """Return all sentences by class.

    They know every feature of the domain, so they are loaded when the first one is said: the desk
    paints before that.
    """
    from dutydesk.wording import (  # noqa: PLC0415 -- see above
        absence_notice,
        alarm,
        attachment,
        backup,
        bulletin,
        call_round,
        contact_card,
        contacts,
        deadline_task,
        directive,
        drill,
        entry_detail_refusals,
        equipment,
        first_room,
        handover,
        holiday,
        incident,
        incident_closing,
        incident_handling,
        incident_masking,
        incident_offer,
        late_correction,
        level,
        list_table,
        message,
        near_miss,
        nil_report,
        open_item,
        paper,
        phrase,
        refusals,
        report_check,
        report_draft,
        reporting_unit,
        responsibility,
        roll_call,
        roster,
        saved_filter,
        store_errors,
        warning_refusals,
        watch_word,
        withdrawal,
        word_template,
    )

    return {
        **refusals.SENTENCES,
        **store_errors.SENTENCES,
        **open_item.SENTENCES,
        **level.SENTENCES,
        **list_table.SENTENCES,
        **near_miss.SENTENCES,
        **bulletin.SENTENCES,
        **call_round.SENTENCES,
        **deadline_task.SENTENCES,
        **word_template.SENTENCES,
        **directive.SENTENCES,
        **paper.SENTENCES,
        **phrase.SENTENCES,
        **saved_filter.SENTENCES,
        **contacts.SENTENCES,
        **contact_card.SENTENCES,
        **entry_detail_refusals.SENTENCES,
        **incident.SENTENCES,
        **incident_handling.SENTENCES,
        **incident_closing.SENTENCES,
        **responsibility.SENTENCES,
        **incident_masking.SENTENCES,
        **report_draft.SENTENCES,
        **report_check.SENTENCES,
        **roster.SENTENCES,
        **handover.SENTENCES,
        **holiday.SENTENCES,
        **first_room.SENTENCES,
        **backup.SENTENCES,
        **alarm.SENTENCES,
        **drill.SENTENCES,
        **absence_notice.SENTENCES,
        **equipment.SENTENCES,
        **withdrawal.SENTENCES,
        **warning_refusals.SENTENCES,
        **watch_word.SENTENCES,
        **incident_offer.SENTENCES,
        **late_correction.SENTENCES,
        **attachment.SENTENCES,
        **message.SENTENCES,
        **reporting_unit.SENTENCES,
        **nil_report.SENTENCES,
        **roll_call.SENTENCES,
    }
