"""Use cases of the list of subordinate units: one unit, those of the contacts."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import ContactRole, Unit, UnitKind, name_key
from dutydesk.domain.officer import Actor
from dutydesk.domain.reporting_unit import (
    DraftReportingUnit,
    NoUnitsInContacts,
    ReportingUnit,
    check_unit,
)
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables

_KINDS = (UnitKind.COMMUNITY, UnitKind.STREET)


class ReportingUnitService:
    """Keeps the list of who reports and who is called."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def units(self) -> list[ReportingUnit]:
        """Return every unit in the order of the list, those that left among them."""
        with self._store.reading() as tables:
            return tables.reporting_unit.all()

    def put(self, draft: DraftReportingUnit, *, by: Actor) -> Done[ReportingUnit]:
        """Write a unit, new or changed; raises the refusals of ``check_unit``."""
        with self._store.writing(actor=by.name, action="reporting_unit.put") as work:
            units = work.tables.reporting_unit.all()
            check_unit(draft, units)
            known = next((one for one in units if one.id == draft.id), None)
            unit = self._unit(draft, known, 1 + max((o.order_no for o in units), default=0))
            if unit == known:
                return Done(unit, Changes())
            work.tables.reporting_unit.put(unit)
        return Done(unit, work.changes)

    def take_from_contacts(self, *, by: Actor) -> Done[tuple[ReportingUnit, ...]]:
        """Put every community of the contacts on the list, of a room without any its streets.

        Units that are on the list already are left as they are. Raises NoUnitsInContacts.
        """
        with self._store.writing(
            actor=by.name, action="reporting_unit.take_from_contacts"
        ) as work:
            tables = work.tables
            units = tables.reporting_unit.all()
            known = {name_key(one.name) for one in units} | {one.unit_id for one in units}
            order_no = max((one.order_no for one in units), default=0)
            made = []
            for unit in _reporting(tables.contacts.units()):
                if unit.id in known or name_key(unit.name) in known:
                    continue
                order_no += 1
                contact, phone = _duty_number(tables, unit)
                draft = DraftReportingUnit(
                    id=self._ids.new(),
                    name=unit.name,
                    phone=phone,
                    contact=contact,
                    unit_id=unit.id,
                )
                made.append(self._unit(draft, None, order_no))
                tables.reporting_unit.put(made[-1])
            if not made:
                raise NoUnitsInContacts
        return Done(tuple(made), work.changes)

    def _unit(
        self, draft: DraftReportingUnit, known: ReportingUnit | None, order_no: int
    ) -> ReportingUnit:
        now = self._clock.now()
        retired_at = known.retired_at if known else None
        return ReportingUnit(
            id=draft.id,
            name=draft.name.strip(),
            phone=draft.phone.strip(),
            contact=draft.contact.strip(),
            order_no=known.order_no if known else order_no,
            created_at=known.created_at if known else now,
            unit_id=draft.unit_id or (known.unit_id if known else None),
            has_nil_report=draft.has_nil_report,
            has_roll_call=draft.has_roll_call,
            retired_at=None if draft.is_active else retired_at or now,
        )


def _reporting(units: list[Unit]) -> list[Unit]:
    for kind in _KINDS:
        found = [one for one in units if one.kind is kind]
        if found:
            return found
    return []


def _duty_number(tables: Tables, unit: Unit) -> tuple[str, str]:
    """Return who is called at a unit: its duty room, else its first person with a number."""
    cards = tables.contacts.cards_of(tables.contacts.in_units([unit.id]))
    reachable = [card for card in cards if card.numbers]
    rooms = [one for one in reachable if one.contact.duty_role is ContactRole.DUTY_ROOM]
    chosen = next(iter([*rooms, *reachable]), None)
    return (chosen.contact.name, chosen.numbers[0].number) if chosen else ("", "")
