"""Composes the proof of a call round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dutydesk.domain import incident_masking
from dutydesk.domain.call_progress import OPEN, counting, counts
from dutydesk.domain.call_round import CallAttempt, CallParty, CallRound, CallTarget, TargetState
from dutydesk.domain.clock import Clock
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_call_round_sheet import CallRoundSheet, CallSheetLine, CallSheetRow
from dutydesk.domain.paper_directory import masked
from dutydesk.domain.paper_issue import NothingToPrint, PaperRequest
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import call_round as words
from dutydesk.wording import when
from dutydesk.wording.warning import headline


class CallRoundSheetService:
    """Reads what stands on the sheet."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sheet(self, request: PaperRequest) -> tuple[str, CallRoundSheet]:
        """Return the id and the sheet of the round asked for, else of the latest one.

        Raises NothingToPrint, RecordUnknown.
        """
        with self._store.reading() as tables:
            call_round = _wanted(tables, request)
            room = tables.room.get()
            targets = tables.call_round.targets(call_round.id)
            about = _about(tables, call_round)
            by_target: dict[str, list[CallAttempt]] = {one.id: [] for one in targets}
            for attempt in tables.call_round.attempts(call_round.id):
                by_target[attempt.target_id].append(attempt)
            maskers = tables.incident_masking.maskers([call_round.incident_id])
        hide = masked if request.is_masked else str
        took = (call_round.ended_at or self._clock.now()) - call_round.started_at
        value = CallRoundSheet(
            unit=room.unit,
            title=call_round.title,
            is_practice=room.is_practice,
            words=hide(call_round.words),
            started_at=call_round.started_at,
            started_by=call_round.started_by,
            within_minutes=call_round.within_minutes,
            summary=_summary(call_round, targets),
            took=words.elapsed(took),
            about=about,
            superior=hide(words.who("", call_round.superior, call_round.superior_phone)),
            ended_at=call_round.ended_at,
            ended_by=call_round.ended_by,
            end_note=hide(call_round.end_note),
            missing=_names(one for one in targets if one.state in OPEN),
            told=_names(one for one in targets if one.state is TargetState.ESCALATED),
            is_masked=request.is_masked,
            rows=tuple(
                _row(one, by_target[one.id], is_masked=request.is_masked) for one in targets
            ),
        )
        masker = maskers.get(call_round.incident_id or "")
        return call_round.id, incident_masking.masked(value, masker)


def _wanted(tables: Tables, request: PaperRequest) -> CallRound:
    if request.call_round_id is not None:
        found = tables.call_round.by_id(request.call_round_id)
        if found is None:
            raise RecordUnknown("call_round", request.call_round_id)
        return found
    every = tables.call_round.all()
    if not every:
        raise NothingToPrint(request.kind)
    return every[0]


def _about(tables: Tables, call_round: CallRound) -> str:
    if call_round.warning_id is not None:
        warning = tables.warning.by_id(call_round.warning_id)
        return f"{headline(warning)}（{warning.issued_by}）" if warning else ""
    if call_round.incident_id is not None:
        incident = tables.incident.by_id(call_round.incident_id)
        return incident.title if incident else ""
    return ""


def _summary(call_round: CallRound, targets: Sequence[CallTarget]) -> str:
    counted = counts(call_round, targets)
    share = words.share(counted.reached, counted.asked)
    in_time = words.share(counted.in_time, counted.asked)
    limit = f"{call_round.within_minutes}分钟内应答{counted.in_time}人（{in_time}）"
    return f"{words.result_counts(counted)}；应答率{share}，{limit}。"


def _row(target: CallTarget, attempts: Sequence[CallAttempt], *, is_masked: bool) -> CallSheetRow:
    hide = masked if is_masked else str
    counted = {one.id for one in counting(attempts)}
    tries: dict[CallParty, int] = {}
    lines = []
    for attempt in attempts:
        if attempt.id in counted:
            tries[attempt.party] = tries.get(attempt.party, 0) + 1
        number = str(tries[attempt.party]) if attempt.id in counted else ""
        lines.append(_line(attempt, number, is_struck=attempt.id not in counted, hide=is_masked))
    return CallSheetRow(
        no=target.order_no,
        unit=target.unit,
        name=words.who("", target.name, target.role),
        phone=hide(target.phone) or words.NO_PHONE,
        state=words.TARGET_STATE[target.state],
        is_open=target.state in OPEN,
        note=hide(target.note),
        lines=tuple(lines),
    )


def _line(attempt: CallAttempt, number: str, *, is_struck: bool, hide: bool) -> CallSheetLine:
    change = masked if hide else str
    party = "" if attempt.party is CallParty.A else f"{words.CALL_PARTY[attempt.party]} "
    is_void = attempt.corrects is not None and is_struck
    return CallSheetLine(
        name=f"{party}{attempt.name}",
        phone=change(attempt.phone),
        try_no=number,
        at=attempt.at,
        channel=words.CALL_CHANNEL[attempt.channel],
        result=words.CALL_RESULT[attempt.result],
        words=change(attempt.words),
        mark=f"更正 {when.clock(attempt.recorded_at)}" if attempt.corrects else "",
        is_struck=is_struck and not is_void,
    )


def _names(targets: Iterable[CallTarget]) -> str:
    return "、".join(words.who(one.unit, one.name) for one in targets)
