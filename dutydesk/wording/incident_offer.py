"""Words of offers: the mark of an entry that waits, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from dutydesk.domain import incident_offer
from dutydesk.domain.duty_log import DraftEntry, ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_offer import OfferOutcome
from dutydesk.wording.watch_word import quoted
from dutydesk.wording.when import moment

OFFER_OUTCOME = {
    OfferOutcome.INCIDENT: "已建突发事件",
    OfferOutcome.SAME_INCIDENT: "同一事件",
    OfferOutcome.NOT_NEEDED: "无需上报",
    OfferOutcome.FALSE_ALARM: "误报",
    OfferOutcome.REPORTED_ELSEWHERE: "已另行上报",
    OfferOutcome.CORRECTED: "已更正",
    OfferOutcome.WITHDRAWN: "已撤回",
}


def offer_mark(words: Sequence[str]) -> str:
    """Return the mark of an entry that waits for somebody's word: 待核：泄漏、被困."""
    return f"待核：{'、'.join(words)}"


def offer_line(listed: ListedEntry) -> str:
    """Return what stands under the form until the newest such entry is settled."""
    words, deeds = quoted(listed.offered), "Ctrl+I 建突发事件，Ctrl+Shift+I 归入已有或不报"
    # A warning names what may happen: who reads one must not begin an incident for it.
    warning = "，是预警的按 Ctrl+Shift+G 登记" if "预警" in listed.entry.text else ""
    return f"第{listed.entry.no}条提到{words}，待核：{deeds}{warning}。"


def same_verb(incident: Incident) -> str:
    """Return the question with the key that answers yes."""
    return f"{same_line(incident)}　是的按 Ctrl+Shift+S"


def joins_line(incident: Incident) -> str:
    """Return what is said once the entry being typed belongs to an incident on record."""
    return f"记下时归入突发事件{incident.incident_no}“{incident.title}”。再按 Ctrl+Shift+S 取消。"


def same_line(incident: Incident) -> str:
    """Return the question whether it is an incident on record."""
    at = moment(incident.received_at)
    return f"是否同一事件？{incident.incident_no} {incident.title}（{at}接报）"


def incident_choice(incident: Incident) -> str:
    """Return an incident as a choice: 与2026-012“…”为同一事件."""
    return f"与{incident.incident_no}“{incident.title}”为同一事件"


def same_incident_entry(
    entry_id: str, about: str, incident: Incident, now: datetime
) -> DraftEntry:
    """Return the entry that says another one is about an incident on record."""
    return DraftEntry(
        id=entry_id,
        kind=EntryKind.INCIDENT,
        text=f"与突发事件{incident.incident_no}“{incident.title}”为同一事件。",
        at=now,
        continuation_of=about,
        incident_id=incident.id,
    )


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    incident_offer.OfferSettled: lambda e: (
        f"这条已由{e.by}核过：{OFFER_OUTCOME[e.outcome]}。有新情况请另记一条。"
    ),
    incident_offer.NothingOffered: lambda e: (
        f"第{e.no}条没有提到关注词，不用核。要建突发事件，请选中后直接登记。"
    ),
}
