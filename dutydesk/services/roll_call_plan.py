"""Use cases of plans of roll calls: write one, list them, what is due."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.officer import Actor
from dutydesk.domain.roll_call_plan import (
    DraftRollCallPlan,
    RollCallPlan,
    calls_in_hand,
    check_plan,
)
from dutydesk.store.store import Store


class RollCallPlanService:
    """Keeps the plans of the unit."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def put(self, draft: DraftRollCallPlan, *, by: Actor) -> Done[RollCallPlan]:
        """Write a plan, new or changed; the seed of its lot stays. Raises as ``check_plan``."""
        check_plan(draft)
        with self._store.writing(actor=by.name, action="roll_call_plan.put") as work:
            known = next(
                (one for one in work.tables.roll_call.plans() if one.id == draft.id), None
            )
            plan = RollCallPlan(
                id=draft.id,
                title=draft.title.strip(),
                method=draft.method,
                weekdays="".join(sorted(set(draft.weekdays))),
                starts_at_time=draft.starts_at_time,
                ends_at_time=draft.ends_at_time,
                unit_count=draft.unit_count,
                seed=known.seed if known else self._ids.new(),
                created_at=known.created_at if known else self._clock.now(),
                is_active=draft.is_active,
            )
            if plan == known:
                return Done(plan, Changes())
            work.tables.roll_call.put_plan(plan)
        return Done(plan, work.changes)

    def plans(self) -> list[RollCallPlan]:
        """Return every plan, those switched off among them."""
        with self._store.reading() as tables:
            return tables.roll_call.plans()

    def waiting(self) -> int:
        """Count the units still to call and the roll calls to begin; read minute by minute."""
        with self._store.reading() as tables:
            running, plans = tables.roll_call.running(), tables.roll_call.plans()
            made = tables.roll_call.made() if plans else []
            sheet = tables.roll_call.sheet(running, with_records=False) if running else None
        in_hand = calls_in_hand(plans, made, self._clock.now())
        return len(in_hand) + (len(sheet.waiting) if sheet else 0)

    def due(self) -> list[DueLine]:
        """Return the roll calls to make, for 时限; a drawn time is not told before it has come."""
        with self._store.reading() as tables:
            plans = tables.roll_call.plans()
            if not plans:
                return []
            made = tables.roll_call.made()
        return [
            DueLine(
                DueKind.ROLL_CALL,
                "roll_call",
                one.plan.id,
                one.plan.title,
                one.at,
                is_quiet=False,
            )
            for one in calls_in_hand(plans, made, self._clock.now())
        ]
