"""Reading a pasted message (SMS, chat, notice, news): one text in, one `MessageReading` out.

Rules and word lists only: no network, no model, nothing loaded before the first message.
"""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.instants import china
from dutydesk.domain.message_reading import (
    MESSAGE_FIGURES,
    MESSAGE_LENGTH,
    MessageEmpty,
    MessageReading,
    MessageTooLong,
    Span,
)
from dutydesk.exchange.message.kind_words import kind_of
from dutydesk.exchange.message.occurrence import occurrence
from dutydesk.exchange.message.place_choice import place_of
from dutydesk.exchange.message.plain import narrow, sentences, without_remarks
from dutydesk.exchange.message.totals import totals

_POISONINGS = frozenset({"中毒窒息", "危险化学品泄漏", "燃气泄漏"})
"""Kinds of accident that also make people ill."""


def read_message(text: str, received_at: datetime) -> MessageReading:
    """Return what a message says; ``received_at`` dates its 昨日, 3日 and 晚8时.

    Raises MessageEmpty and MessageTooLong, for any other text nothing.
    """
    if not text.strip():
        raise MessageEmpty
    if len(text) > MESSAGE_LENGTH:
        raise MessageTooLong(len(text), MESSAGE_LENGTH)
    plain = without_remarks(narrow(text))
    cut = sentences(plain)
    kind = kind_of(cut)
    when = occurrence(plain, cut, received_at)
    where = place_of(cut, kind.kind if kind else "", when.sentence_no if when else None)
    is_illness = kind is not None and (
        kind.category is IncidentCategory.PUBLIC_HEALTH or kind.kind in _POISONINGS
    )
    told = china(received_at).year
    years = frozenset({told, when.at.year if when else told})
    figures = totals(cut, years, is_illness=is_illness)
    spans: dict[str, Span] = {name: total.span for name, total in figures.items()}
    if kind is not None:
        spans |= {"category": kind.span, "kind": kind.span}
    if when is not None:
        spans["occurred_at"] = when.span
    if where is not None:
        spans["place"] = Span(where.start, where.end)
    return MessageReading(
        category=kind.category if kind else None,
        kind=kind.kind if kind else None,
        occurred_at=when.at if when else None,
        occurred_precision=when.precision if when else None,
        place=text[where.start : where.end] if where else None,
        **{name: figures[name].value if name in figures else None for name in MESSAGE_FIGURES},
        spans=MappingProxyType(spans),
    )
