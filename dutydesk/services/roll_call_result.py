"""Composes the result of a roll call."""

from __future__ import annotations

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind
from dutydesk.domain.paper_roll_call_result import RollCallResultSheet, RollCallRow
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import RollCallLine
from dutydesk.store.store import Store
from dutydesk.wording import roll_call as words
from dutydesk.wording.joining import joined
from dutydesk.wording.reporting_unit import REACH_RESULT


class RollCallResultService:
    """Reads what stands on the result."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheet(self, roll_call_id: str | None = None) -> tuple[str, RollCallResultSheet]:
        """Return a roll call, the last one unless told otherwise, with its id.

        Raises RecordUnknown, NothingToPrint where there was none.
        """
        with self._store.reading() as tables:
            room = tables.room.get()
            if roll_call_id is not None:
                roll_call = tables.roll_call.by_id(roll_call_id)
                if roll_call is None:
                    raise RecordUnknown("roll_call", roll_call_id)
            else:
                roll_call = next(iter(tables.roll_call.all()), None)
                if roll_call is None:
                    raise NothingToPrint(PaperKind.ROLL_CALL_RESULT)
            sheet = tables.roll_call.sheet(roll_call)
        return roll_call.id, RollCallResultSheet(
            unit=room.unit,
            title=roll_call.title,
            method=words.ROLL_CALL_METHOD[roll_call.method],
            is_random=roll_call.is_random,
            is_practice=room.is_practice,
            started_at=roll_call.started_at,
            started_by=roll_call.started_by,
            progress=words.progress_words(sheet),
            ended_at=roll_call.ended_at,
            note=roll_call.end_note,
            rows=tuple(_row(line) for line in sheet.lines),
        )


def _row(line: RollCallLine) -> RollCallRow:
    held, target = line.holds, line.target
    if held is None:
        return RollCallRow(unit=target.name, phone=target.phone, result=words.NOT_CALLED)
    is_answered = held.result is ReachResult.ANSWERED
    return RollCallRow(
        unit=target.name,
        phone=target.phone,
        result=REACH_RESULT[held.result],
        is_wrong=not held.is_in_order,
        at=held.at,
        person=held.person,
        lead_on_post=words.YES_NO[held.lead_on_post] if is_answered else "",
        officer_on_post=words.YES_NO[held.officer_on_post] if is_answered else "",
        rings=words.ring_words(held),
        knows_situation=words.YES_NO[held.knows_situation] if is_answered else "",
        finding=joined([held.finding, held.action], "；"),
        checker=held.checker,
        tries=len(line.tries),
    )
