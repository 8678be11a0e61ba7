"""What a 值班日报 tells of a duty day, read inside a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import cast

from dutydesk.domain import cut_off
from dutydesk.domain.daily import DailyDirective, DailyFacts, DailyIncident, DailyPost
from dutydesk.domain.directive import FollowedDirective
from dutydesk.domain.duty_log import LogEntry, in_order
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.warning import WarningNotice
from dutydesk.store import casebook, nil_report_board, roster_duty
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.tables import Tables
from dutydesk.wording import nil_report
from dutydesk.wording.directive import status_words, whole_matter

_ORDERS = frozenset(
    {EntryKind.SUPERIOR_NOTICE, EntryKind.INCOMING_DOCUMENT, EntryKind.FAX, EntryKind.VISIT}
)
_CALLS = frozenset({EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL})
_MOMENT, _SECOND = timedelta(minutes=1), timedelta(seconds=1)


def facts_of(tables: Tables, of: date, now: datetime) -> DailyFacts:
    """Return what a duty day holds, up to now while it runs."""
    slots = unit_pattern(tables).slots_of(of)
    since, ends_at = slots[0].starts_at, slots[-1].ends_at
    # What is received in this very second belongs to a day that still runs.
    before = min(now + _SECOND, ends_at)
    shifts = tables.shift.of_duty_date(of)
    entries = [
        listed.entry
        for shift in shifts
        for listed in in_order(tables.incident_masking.entries(tables.duty_log.of_shift(shift.id)))
        if not (listed.is_struck or listed.entry.is_withdrawal or listed.entry.is_automatic)
    ]
    following = roster_duty.on_duty(tables, ends_at + _MOMENT, now)
    return DailyFacts(
        duty_date=of,
        since=since,
        until=min(now, ends_at),
        weather="；".join(dict.fromkeys(s.weather.strip() for s in shifts if s.weather.strip())),
        counts=Counter(entry.kind for entry in entries),
        incidents=_incidents(tables, since, before),
        warnings=_warnings(tables, since, before),
        entries=_weighty(tables, entries),
        directives=_directives(tables, since, before, now),
        open_items=_open_items(tables, before),
        nil_report=_nil_report(tables, since, before, now),
        next_date=following.duty_date,
        next_posts=tuple(
            DailyPost(one.post.name, one.person, one.phone) for one in following.people
        ),
        duty_phone=cast("str", tables.setting.get("duty_phone")),
        first_report_word=casebook.first_report_word(tables),
    )


def _incidents(tables: Tables, since: datetime, before: datetime) -> tuple[DailyIncident, ...]:
    """Return the incidents of the day, then those of earlier days that still ran in it."""
    wanted = [
        one
        for one in tables.incident.all()
        if one.received_at < before and (one.received_at >= since or _ran(one, since))
    ]
    found = [
        DailyIncident(
            file.incident,
            tuple(one for one in file.reports if one.sent_at < before),
            is_of_day=file.incident.received_at >= since,
        )
        for file in casebook.files_of(tables, wanted)
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_of_day, one.incident.received_at)))


def _ran(incident: Incident, since: datetime) -> bool:
    return not incident.is_closed or (
        incident.closed_at is not None and incident.closed_at >= since
    )


def _warnings(tables: Tables, since: datetime, before: datetime) -> tuple[WarningNotice, ...]:
    found = [
        one
        for one in reversed(tables.warning.all())
        if one.received_at < before and (one.ended_at is None or one.ended_at >= since)
    ]
    return tuple(found)


def _weighty(tables: Tables, entries: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
    """Return orders and papers, and the calls that led to something.

    A call is told when it was handled or ordered about, is still open, or belongs to an
    incident: the others are counted.
    """
    open_ids = {item.origin_entry_id for item in tables.open_item.all()}
    return tuple(
        entry
        for entry in entries
        if entry.kind in _ORDERS
        or (
            entry.kind in _CALLS
            and entry.incident_id is None
            and (entry.handling.strip() or entry.instruction.strip() or entry.id in open_ids)
        )
    )


def _open_items(tables: Tables, before: datetime) -> tuple[OpenItem, ...]:
    """Return what was open when the day ended, whatever came of it since."""
    found = [
        one
        for one in tables.open_item.all()
        if one.created_at < before and (one.closed_at is None or one.closed_at >= before)
    ]
    return tuple(tables.incident_masking.of_entries(found, lambda one: one.origin_entry_id))


def _directives(
    tables: Tables, since: datetime, before: datetime, now: datetime
) -> tuple[DailyDirective, ...]:
    of_day = tables.directive.followed(since=since, until=before)
    earlier = [one for one in tables.directive.followed(only_open=True) if one not in of_day]
    lines: list[FollowedDirective] = tables.incident_masking.of_entries(
        [*of_day, *(one for one in earlier if one.directive.at < before)],
        lambda one: one.directive.entry_id,
    )
    return tuple(
        DailyDirective(
            whole_matter(one.directive),
            status_words(one.directive, is_overdue=one.directive.is_overdue(now)),
        )
        for one in lines
        if not one.is_withdrawn
    )


def _nil_report(tables: Tables, since: datetime, before: datetime, now: datetime) -> str:
    """Return the sentence about the last cut-off of the day, empty where none was due."""
    asked = nil_report_board.times(tables)
    if not asked:
        return ""
    due_at = cut_off.last_cut_off(asked, before)
    if due_at < since:
        return ""
    board = nil_report_board.board(tables, asked, due_at, now)
    if board.is_all_nil:
        return f"{len(board.lines)}个单位均已零报告。"
    return nil_report.summary(board)
