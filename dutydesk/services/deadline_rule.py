"""Use cases of the unit's limits: look, choose a set, put, remove, take the shipped ones."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_rule import DeadlineRule, check_rule
from dutydesk.domain.errors import NotAmong, RecordUnknown
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_handling import check_kind
from dutydesk.domain.incident_refusals import KindUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.settings import RULE_SETS
from dutydesk.store import casebook, incident_seed
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One set of limits with what is needed to read and to edit it.

    ``rule_set`` is the one read, ``in_use`` the one the clocks run by.
    """

    rule_set: str
    in_use: str
    rules: tuple[DeadlineRule, ...]
    kinds: dict[IncidentCategory, list[str]]
    first_word: str
    ungraded_as: IncidentLevel | None


class DeadlineRuleService:
    """What an administrator does with the unit's limits; everybody may look."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its rule."""
        return self._ids.new()

    def book(self, rule_set: str | None = None) -> RuleBook:
        """Return a set of limits, by default the one in use; raises NotAmong."""
        with self._store.reading() as tables:
            in_use = cast("str", tables.setting.get("rule_set"))
            wanted = rule_set or in_use
            _check_set(wanted)
            kinds = tables.rule_set.kinds()
            return RuleBook(
                wanted,
                in_use,
                tuple(tables.rule_set.rules(wanted)),
                {
                    category: [kind.name for kind in kinds if kind.category is category]
                    for category in IncidentCategory
                },
                casebook.first_report_word(tables),
                casebook.ungraded_as(tables),
            )

    def catalogue(self, rule_set: str) -> list[DeadlineRule]:
        """Return the limits of other places and offices, ready to be put into a set."""
        return [
            replace(one, order_no=0) for one in incident_seed.catalogue_rules(rule_set, self._ids)
        ]

    def choose(self, rule_set: str, *, by: Actor) -> Done[str]:
        """Make a set the one the clocks run by; raises NotAmong."""
        _check_set(rule_set)
        with self._store.writing(actor=by.name, action="deadline_rule.choose") as work:
            work.tables.setting.put("rule_set", rule_set)
        return Done(rule_set, work.changes)

    def put(self, rule: DeadlineRule, *, by: Actor) -> Done[DeadlineRule]:
        """Write a rule, new ones behind all others.

        What the clocks of reports made so far went by stands on those reports. Raises NotAmong,
        KindUnknown and what ``check_rule`` raises.
        """
        check_rule(rule)
        _check_set(rule.rule_set)
        with self._store.writing(actor=by.name, action="deadline_rule.put") as work:
            tables = work.tables
            _check_kind(tables, rule)
            known = tables.rule_set.rule(rule.id)
            order_no = known.order_no if known else _last(tables, rule.rule_set) + 1
            placed = replace(rule, order_no=order_no)
            if placed != known:
                tables.rule_set.put_rule(placed)
        return Done(placed, work.changes)

    def remove(self, rule_id: str, *, by: Actor) -> Done[DeadlineRule]:
        """Take a rule out of its set; raises RecordUnknown."""
        with self._store.writing(actor=by.name, action="deadline_rule.remove") as work:
            known = work.tables.rule_set.rule(rule_id)
            if known is None:
                raise RecordUnknown("deadline_rule", rule_id)
            work.tables.rule_set.remove_rule(rule_id)
        return Done(known, work.changes)

    def take_shipped(self, rule_set: str, *, by: Actor) -> Done[int]:
        """Make a set what the program ships, and return how many rules it has now.

        The unit's own rules of this set go; a rule that is the same keeps its id. Raises NotAmong.
        """
        _check_set(rule_set)
        with self._store.writing(actor=by.name, action="deadline_rule.take_shipped") as work:
            table = work.tables.rule_set
            left = table.rules(rule_set)
            shipped = list(incident_seed.shipped_rules(rule_set, self._ids))
            for rule in shipped:
                same = next((one for one in left if _content(one) == _content(rule)), None)
                if same is not None:
                    left.remove(same)
                kept = replace(rule, id=same.id) if same else rule
                if kept != same:
                    table.put_rule(kept)
            for rule in left:
                table.remove_rule(rule.id)
        return Done(len(shipped), work.changes)


def _content(rule: DeadlineRule) -> DeadlineRule:
    return replace(rule, id="", order_no=0)


def _last(tables: Tables, rule_set: str) -> int:
    return max((one.order_no for one in tables.rule_set.rules(rule_set)), default=0)


def _check_set(rule_set: str) -> None:
    if rule_set not in RULE_SETS:
        raise NotAmong("rule_set", rule_set, RULE_SETS)


def _check_kind(tables: Tables, rule: DeadlineRule) -> None:
    """Accept a kind of the unit's list, under its category if the rule names one."""
    if rule.kind is None:
        return
    kinds = tables.rule_set.kinds()
    category = rule.category or next(
        (one.category for one in kinds if one.name == rule.kind), None
    )
    if category is None:
        names = tuple(one.name for one in kinds)
        raise KindUnknown(rule.kind, IncidentCategory.ACCIDENT, names, None)
    check_kind(category, rule.kind, kinds)
