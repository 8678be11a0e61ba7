"""Where the details of an entry stand on the log sheet (domain notes §9.4).

Rules of this file: what was done goes into 处理情况, what came of it into 办理结果, the urgency
before the content, everything else below the content, so that nothing is left out.
"""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_detail import field_of
from dutydesk.wording.entry_detail import detail_value, named_details

HANDLED = frozenset(
    {
        "action",
        "already_told",
        "fault_reported_at",
        "fault_reported_to",
        "feedback_due_at",
        "forwarded_at",
        "forwarded_to",
        "passed_at",
        "passed_to",
        "proposed_handling",
        "reported_at",
        "reported_to",
        "signed_for_at",
        "signed_for_by",
        "submitted_to",
    }
)
# Said without their word, for the column has one.
RESULTS = frozenset({"conclusion", "result"})
_URGENCY, _USUAL = "urgency", "ordinary"


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The details of one entry by column of the sheet."""

    urgency: str
    handling: tuple[str, ...]
    result: tuple[str, ...]
    particulars: tuple[str, ...]


def sheet_columns(entry: LogEntry) -> SheetColumns:
    """Return what stands in which column, each with its word where the column does not say it."""
    named = named_details(entry.kind, entry.details, entry.at)
    handled = [words for name, words in named if name in HANDLED]
    beside = HANDLED | RESULTS | {_URGENCY}
    return SheetColumns(
        urgency=_urgency(entry),
        handling=tuple([entry.handling, *handled] if entry.handling else handled),
        result=tuple(entry.details[name] for name, _ in named if name in RESULTS),
        particulars=tuple(words for name, words in named if name not in beside),
    )


def _urgency(entry: LogEntry) -> str:
    field, value = field_of(entry.kind, _URGENCY), entry.details.get(_URGENCY, _USUAL)
    # What is usual is not said.
    return "" if field is None or value == _USUAL else detail_value(field, value)
