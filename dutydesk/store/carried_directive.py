"""Directives that are not closed, as a handover carries them to the next shift."""

from __future__ import annotations

from dutydesk.domain.directive import Directive
from dutydesk.domain.handover import Handover
from dutydesk.domain.handover_facts import CarriedItem
from dutydesk.domain.open_item_progress import LATEST
from dutydesk.store.tables import Tables
from dutydesk.wording import directive as words


def carried_directives(
    tables: Tables, handover: Handover | None = None
) -> tuple[CarriedItem, ...]:
    """Return every line of the ledger that is not closed, in the order of noting."""
    lines = tables.incident_masking.of_entries(tables.directive.open(), lambda one: one.entry_id)
    return tuple(_carried(tables, line, handover) for line in lines)


def _carried(tables: Tables, line: Directive, handover: Handover | None) -> CarriedItem:
    listed = tables.duty_log.by_id(line.entry_id)
    said = words.steps_said(line, tables.directive.chases_of(line.id))
    if listed is not None and listed.is_withdrawn:
        said.append(words.ENTRY_WITHDRAWN)
    return CarriedItem(
        line.id,
        words.matter(line),
        words.receiver(line) or words.BY_DUTY_ROOM,
        line.runs_until,
        words.DIRECTIVE_STATUS[line.status],
        handover is not None and (handover.is_all_taken or line.id in handover.taken_items),
        text=words.whole_matter(line),
        entry_no=listed.entry.no if listed else None,
        entry_duty_date=listed.duty_date if listed else None,
        progress=tuple(said[-LATEST:]),
        progress_count=len(said),
        is_directive=True,
    )
