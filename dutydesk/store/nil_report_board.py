"""The board of zero reports of one cut-off, read inside a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from dutydesk.domain import cut_off
from dutydesk.domain import nil_report as domain
from dutydesk.domain.nil_report import NilReportBoard
from dutydesk.store.tables import Tables


def times(tables: Tables) -> tuple[str, ...]:
    """Return the times of day by which the unit asks for reports, in order."""
    return tuple(sorted(cast("list[str]", tables.setting.get("nil_report_times"))))


def board(tables: Tables, asked: Sequence[str], due_at: datetime, now: datetime) -> NilReportBoard:
    """Return every unit at a cut-off, with what it said and how it was chased."""
    said = (tables.nil_report.of_due(due_at), tables.nil_report.chases_of(due_at))
    begins_at = cut_off.starts_at(asked, due_at)
    return domain.board_of(due_at, begins_at, tables.reporting_unit.all(), said, now)


def in_hand(tables: Tables, asked: Sequence[str], now: datetime) -> datetime:
    """Return the cut-off that is worked at."""
    last = cut_off.last_cut_off(asked, now)
    is_open = bool(board(tables, asked, last, now).missing)
    return cut_off.cut_off_in_hand(asked, now, is_last_open=is_open)


def check_due(tables: Tables, asked: Sequence[str], due_at: datetime, now: datetime) -> None:
    """Raise NoNilReportTimes, NilReportTimeUnfit for what is no cut-off or lies too far ahead."""
    if not asked:
        raise domain.NoNilReportTimes
    is_known = cut_off.is_cut_off(asked, due_at) or tables.nil_report.of_due(due_at)
    if not is_known or due_at > cut_off.next_cut_off(asked, now):
        raise domain.NilReportTimeUnfit(due_at)
