"""One entry of the duty log, for programs and for people."""

from __future__ import annotations

from dutydesk.cli import attachment
from dutydesk.domain.attachment import in_force
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.instants import china, kept_to_json, to_json
from dutydesk.wording.attachment import count_word
from dutydesk.wording.duty_log import ENTRY_KIND, LATE, continues, origin
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.incident_offer import offer_mark
from dutydesk.wording.withdrawal import correction_word, shown_text, struck_mark


def entry_document(listed: ListedEntry) -> dict[str, object]:
    """Return one entry as JSON."""
    entry = listed.entry
    return {
        "id": entry.id,
        "no": entry.no,
        "duty_date": listed.duty_date.isoformat(),
        "at": to_json(entry.at),
        "recorded_at": to_json(entry.recorded_at),
        "kind": entry.kind.value,
        "text": entry.text,
        "source": entry.source,
        "person": entry.person,
        "phone": entry.phone,
        "handling": entry.handling,
        "instruction": entry.instruction,
        "details": {name: kept_to_json(name, value) for name, value in entry.details.items()},
        "continuation_of": entry.continuation_of,
        "is_withdrawal": entry.is_withdrawal,
        "officer": entry.recorder,
        "is_late": entry.is_late,
        "is_automatic": entry.is_automatic,
        "is_struck": listed.is_struck,
        "is_withdrawn": listed.is_withdrawn,
        "offered": list(listed.offered),
        "correction_of": entry.correction_of,
        "correction_reason": entry.correction_reason,
        "corrected_by": listed.corrected_by,
        "incident_id": entry.incident_id,
        "attachments": [attachment.attachment_document(one) for one in listed.attachments],
    }


def entry_line(listed: ListedEntry) -> str:
    """Return one entry as a line for people."""
    entry = listed.entry
    marks = "".join(
        f"〔{mark}〕"
        for mark, holds in (
            (struck_mark(listed), listed.is_struck),
            (correction_word(listed), entry.correction_of is not None),
            (LATE, entry.is_late),
            (offer_mark(listed.offered), bool(listed.offered)),
            (continues(listed), listed.continues is not None),
            (count_word(listed.attachments), bool(in_force(listed.attachments))),
        )
        if holds
    )
    source = origin(entry)
    at = china(entry.at)
    details = "".join(f" {words}" for words in details_said(entry.kind, entry.details))
    text = f"{shown_text(listed)}{details}"
    return (
        f"{entry.no}. {at.month}月{at.day}日 {at:%H:%M} {ENTRY_KIND[entry.kind]} {source}"
        f"{' ' if source else ''}{marks}{text}（{entry.recorder}）{entry.id}"
    )
