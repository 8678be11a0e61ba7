"""What is read of call rounds: the list, one sheet whole, whom a choice means, saved lists."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.call_progress import CallCounts
from dutydesk.domain.call_round import CallAttempt, Callee, CallRound, CallTarget, TargetState
from dutydesk.domain.call_round_refusals import (
    CallListEmpty,
    CallListNameMissing,
    CallListNameTaken,
)
from dutydesk.domain.call_selection import CallCriteria, CallList, choose, phone_of
from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import ContactCard, Unit, in_tree_order
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident_masking import masked
from dutydesk.domain.officer import Actor
from dutydesk.exchange.pinyin import full_keys, initial_keys
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.wording.call_round import ANSWERS
from dutydesk.wording.contacts import CONTACT_ROLES
from dutydesk.wording.warning import headline

_OFTEN = 9


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round as the list shows it."""

    call_round: CallRound
    counts: CallCounts


@dataclass(frozen=True, slots=True)
class CallSheet:
    """One round whole; ``keys`` are what each target is found by, letters and tails of numbers.

    ``often`` is what is answered most often, for whoever writes it down again.
    """

    call_round: CallRound
    targets: tuple[CallTarget, ...]
    attempts: tuple[CallAttempt, ...]
    keys: dict[str, str]
    often: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new round begins with: title and words of its matter, the units, the saved lists."""

    title: str
    words: str
    superior: str
    superior_phone: str
    units: tuple[tuple[Unit, int], ...]
    lists: tuple[CallList, ...]


class CallReadingService:
    """Reads call rounds, and keeps the unit's lists of whom to call."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rounds(self) -> list[RoundLine]:
        """Return every round: those that run first, then the latest, with their counts."""
        with self._store.reading() as tables:
            states = tables.call_round.states()
            found = tables.incident_masking.of_incidents(
                tables.call_round.all(), lambda one: one.incident_id
            )
        found.sort(key=lambda one: one.ended_at is not None)
        return [RoundLine(one, _counted(states.get(one.id, {}))) for one in found]

    def running_count(self) -> int:
        """Count the rounds that nobody ended; read minute by minute."""
        with self._store.reading() as tables:
            return len(tables.call_round.running())

    def sheet(self, round_id: str) -> CallSheet:
        """Return one round whole, in a handful of statements; raises RecordUnknown.

        Of a masked incident everything said is masked, also where it is offered again.
        """
        with self._store.reading() as tables:
            call_round = tables.call_round.by_id(round_id)
            if call_round is None:
                raise RecordUnknown("call_round", round_id)
            targets = tuple(tables.call_round.targets(round_id))
            attempts = tuple(tables.call_round.attempts(round_id))
            said = tables.call_round.often_answered(_OFTEN)
            maskers = tables.incident_masking.maskers(tables.call_round.incident_ids())
        for masker in maskers.values():
            said = [masker.text(one) for one in said]
        keys = {one.id: _found_by(one) for one in targets}
        often = tuple(dict.fromkeys((*said, *ANSWERS)))[:_OFTEN]
        sheet = CallSheet(call_round, targets, attempts, keys, often)
        return masked(sheet, maskers.get(call_round.incident_id or ""))

    def beginning(
        self, warning_id: str | None = None, incident_id: str | None = None
    ) -> Beginning:
        """Return what a form shows first; raises RecordUnknown."""
        with self._store.reading() as tables:
            title, told = "", ""
            if warning_id is not None:
                warning = tables.warning.by_id(warning_id)
                if warning is None:
                    raise RecordUnknown("warning", warning_id)
                title = f"{headline(warning)}叫应"
                told = _told(warning.content, warning.measures)
            elif incident_id is not None:
                known = casebook.incident_of(tables, incident_id)
                incident = tables.incident_masking.shown(known.id, known)
                title = f"{incident.title.removesuffix('的报告').removeprefix('关于')}叫应"
            shift = tables.shift.running()
            lead = tables.officer.by_id(shift.lead_officer_id) if shift else None
            return Beginning(
                title,
                told,
                lead.name if lead else "",
                lead.phone if lead else "",
                tuple(in_tree_order(tables.contacts.units())),
                tuple(tables.call_round.lists()),
            )

    def chosen(self, criteria: CallCriteria) -> list[Callee]:
        """Return whom a choice means, whoever has no number among them."""
        if criteria.is_empty:
            return []
        with self._store.reading() as tables:
            book = tables.contacts.book()
        return choose(book, criteria, CONTACT_ROLES)

    def save_list(self, call_list: CallList, *, by: Actor) -> Done[CallList]:
        """Keep whom to call under a name; one of the same id is written anew.

        Raises CallListNameMissing, CallListNameTaken, CallListEmpty.
        """
        with self._store.writing(actor=by.name, action="call_list.put") as work:
            if not call_list.name.strip():
                raise CallListNameMissing
            if call_list.criteria.is_empty:
                raise CallListEmpty
            known = work.tables.call_round.lists()
            if any(one.name == call_list.name and one.id != call_list.id for one in known):
                raise CallListNameTaken(call_list.name)
            work.tables.call_round.put_list(call_list)
        return Done(call_list, work.changes)

    def remove_list(self, list_id: str, *, by: Actor) -> Done[None]:
        """Take a list off file; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="call_list.remove") as work:
            if all(one.id != list_id for one in work.tables.call_round.lists()):
                raise RecordUnknown("call_list", list_id)
            work.tables.call_round.remove_list(list_id)
        return Done(None, work.changes)

    def lists(self) -> list[CallList]:
        """Return the saved lists."""
        with self._store.reading() as tables:
            return tables.call_round.lists()


def callee_of(card: ContactCard) -> Callee:
    """Return a person of the contacts as somebody to call, without pair and superior."""
    contact = card.contact
    role = CONTACT_ROLES[contact.duty_role] if contact.duty_role else ""
    return Callee(
        name=contact.name,
        phone=phone_of(card),
        unit=card.unit,
        area=contact.area,
        role=contact.post or role,
        contact_id=contact.id,
    )


def found_by(texts: Sequence[str], numbers: Sequence[str]) -> str:
    """Return everything somebody is found by, in one text: names, letters, numbers."""
    letters = [key for text in texts for key in (*initial_keys(text)[:4], *full_keys(text)[:2])]
    return " ".join(filter(None, (*texts, *letters, *numbers))).lower()


def _found_by(target: CallTarget) -> str:
    names = [one for one in (target.name, target.b_name, target.unit) if one]
    return found_by(names, (target.role, target.phone, target.b_phone))


def _counted(states: dict[TargetState, int]) -> CallCounts:
    return CallCounts(
        total=sum(states.values()),
        answered=states.get(TargetState.ANSWERED, 0),
        answered_by_b=states.get(TargetState.ANSWERED_BY_B, 0),
        escalated=states.get(TargetState.ESCALATED, 0),
        trying=states.get(TargetState.TRYING, 0),
        waiting=states.get(TargetState.WAITING, 0),
        skipped=states.get(TargetState.SKIPPED, 0),
    )


def _told(*texts: str) -> str:
    """Return the texts in sentences; what was read out of one before it is not said twice."""
    said = ""
    for text in texts:
        bare = text.strip().rstrip("。")
        if bare and bare not in said:
            said += f"{bare}。"
    return said
