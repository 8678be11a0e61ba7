"""Use cases of what incidents are graded by: kinds, level criteria, serious near misses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import FIGURES, Figures, IncidentCategory, IncidentKind
from dutydesk.domain.incident_handling import check_figures, check_kind
from dutydesk.domain.level import LevelCriterion, Suggestion, suggest_level
from dutydesk.domain.level_table import check_removal, checked_criterion, checked_kind, in_order
from dutydesk.domain.near_miss import (
    NearMiss,
    NearMissCriterion,
    NearMissKept,
    check_near_miss_criterion,
    suggest_near_miss,
)
from dutydesk.domain.officer import Actor
from dutydesk.store import near_miss
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Judged:
    """What the unit's tables say to a set of figures."""

    suggestion: Suggestion
    near_miss: NearMiss | None


class LevelService:
    """What an administrator does with the lists, and what they say to figures."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new row of any of the lists."""
        return self._ids.new()

    def kinds(self) -> list[IncidentKind]:
        """Return the unit's kinds in its order, category by category."""
        with self._store.reading() as tables:
            kinds = tables.rule_set.kinds()
        order = list(IncidentCategory)
        return sorted(kinds, key=lambda one: order.index(one.category))

    def criteria(self) -> list[LevelCriterion]:
        """Return the unit's level criteria, table by table."""
        with self._store.reading() as tables:
            return in_order(tables.rule_set.criteria())

    def near_misses(self) -> list[NearMissCriterion]:
        """Return what makes a serious near miss."""
        with self._store.reading() as tables:
            return tables.near_miss.all()

    def judged(self, category: IncidentCategory, kind: str, figures: Figures) -> Judged:
        """Return the level and the near miss that figures suggest; without a kind that of any.

        Raises FigureNegative, FigureTooLarge, KindUnknown.
        """
        check_figures({name: getattr(figures, name) for name in FIGURES})
        with self._store.reading() as tables:
            if kind:
                check_kind(category, kind, tables.rule_set.kinds())
            criteria, near_misses = tables.rule_set.criteria(), tables.near_miss.all()
        return Judged(
            suggest_level(category, kind, figures, criteria),
            suggest_near_miss(category, figures, near_misses),
        )

    def put_kind(self, kind: IncidentKind, *, by: Actor) -> Done[IncidentKind]:
        """Write a kind, new or renamed; a new one stands behind all others.

        Incidents of a renamed kind keep the name they were given. Raises KindTextUnfit, KindKnown.
        """
        with self._store.writing(actor=by.name, action="level.put_kind") as work:
            kinds = work.tables.rule_set.kinds()
            kind = checked_kind(kind, kinds)
            if kind.id not in {one.id for one in kinds}:
                last = max((one.order_no for one in kinds), default=0)
                kind = replace(kind, order_no=last + 1)
            if kind not in kinds:
                work.tables.rule_set.put_kind(kind)
        return Done(kind, work.changes)

    def remove_kind(self, kind_id: str, *, by: Actor) -> Done[None]:
        """Take a kind off; incidents of it stay as they are. Raises RecordUnknown, LastKind."""
        with self._store.writing(actor=by.name, action="level.remove_kind") as work:
            kinds = work.tables.rule_set.kinds()
            found = next((one for one in kinds if one.id == kind_id), None)
            if found is None:
                raise RecordUnknown("incident_kind", kind_id)
            check_removal(found, kinds)
            work.tables.rule_set.remove_kind(kind_id)
        return Done(None, work.changes)

    def put_criterion(self, criterion: LevelCriterion, *, by: Actor) -> Done[LevelCriterion]:
        """Write a criterion, new or changed; raises what ``checked_criterion`` raises."""
        with self._store.writing(actor=by.name, action="level.put_criterion") as work:
            criteria = work.tables.rule_set.criteria()
            criterion = checked_criterion(criterion, criteria)
            if criterion not in criteria:
                work.tables.rule_set.put_criterion(criterion)
        return Done(criterion, work.changes)

    def remove_criterion(self, criterion_id: str, *, by: Actor) -> Done[None]:
        """Take a criterion off; decisions by it keep their words. Raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="level.remove_criterion") as work:
            if criterion_id not in {one.id for one in work.tables.rule_set.criteria()}:
                raise RecordUnknown("level_criterion", criterion_id)
            work.tables.rule_set.remove_criterion(criterion_id)
        return Done(None, work.changes)

    def put_near_miss(self, one: NearMissCriterion, *, by: Actor) -> Done[NearMissCriterion]:
        """Write a near-miss criterion, new or changed; raises BadInput.

        The first change makes the shipped list the unit's own.
        """
        check_near_miss_criterion(one)
        with self._store.writing(actor=by.name, action="level.put_near_miss") as work:
            one = replace(one, id=self._own(work.tables, one.id))
            known = work.tables.near_miss.all()
            if one.id not in {other.id for other in known}:
                last = max((other.order_no for other in known), default=0)
                one = replace(one, order_no=last + 1)
            if one not in known:
                work.tables.near_miss.put(one)
        return Done(one, work.changes)

    def remove_near_miss(self, criterion_id: str, *, by: Actor) -> Done[None]:
        """Take a near-miss criterion off; raises RecordUnknown, NearMissKept for the last."""
        with self._store.writing(actor=by.name, action="level.remove_near_miss") as work:
            known = work.tables.near_miss.all()
            if criterion_id not in {one.id for one in known}:
                raise RecordUnknown("near_miss_criterion", criterion_id)
            if len(known) == 1:
                raise NearMissKept
            work.tables.near_miss.remove(self._own(work.tables, criterion_id))
        return Done(None, work.changes)

    def take_shipped(self, *, by: Actor) -> Done[int]:
        """Bring back what was shipped and the unit has not; returns how many rows there were.

        A number that the unit changed stays as the unit has it.
        """
        with self._store.writing(actor=by.name, action="level.take_shipped") as work:
            count = sum(take(work.tables) for take in self._takers())
        return Done(count, work.changes)

    def _takers(self) -> tuple[Callable[[Tables], int], ...]:
        return self._take_kinds, self._take_criteria, self._take_near_misses

    def _take_kinds(self, tables: Tables) -> int:
        # Only who asks for them reads the shipped files.
        from dutydesk.store.incident_seed import shipped_kinds  # noqa: PLC0415

        present = tables.rule_set.kinds()
        known = {one.name for one in present}
        last = max((one.order_no for one in present), default=0)
        fresh = [one for one in shipped_kinds(self._ids) if one.name not in known]
        for number, one in enumerate(fresh, last + 1):
            tables.rule_set.put_kind(replace(one, order_no=number))
        return len(fresh)

    def _take_criteria(self, tables: Tables) -> int:
        from dutydesk.store.incident_seed import shipped_criteria  # noqa: PLC0415

        known = {_place(one) for one in tables.rule_set.criteria()}
        fresh = [one for one in shipped_criteria(self._ids) if _place(one) not in known]
        for one in fresh:
            tables.rule_set.put_criterion(one)
        return len(fresh)

    def _take_near_misses(self, tables: Tables) -> int:
        self._own(tables, "")
        known = {(one.category, one.figure, one.circumstance) for one in tables.near_miss.all()}
        fresh = [
            one
            for one in near_miss.shipped_near_misses()
            if (one.category, one.figure, one.circumstance) not in known
        ]
        for one in fresh:
            tables.near_miss.put(replace(one, id=self._ids.new()))
        return len(fresh)

    def _own(self, tables: Tables, criterion_id: str) -> str:
        """Make the shipped near misses the unit's own, once; returns the id as it then is."""
        if not tables.near_miss.is_empty():
            return criterion_id
        return near_miss.seed(tables.near_miss, self._ids).get(criterion_id, criterion_id)


def _place(one: LevelCriterion) -> tuple[object, ...]:
    return one.table_name, one.category, one.level, one.figure, one.with_figure
