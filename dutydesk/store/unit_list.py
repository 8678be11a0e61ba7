"""A list of the unit's own beside the record of what was done with it, with its shipped lines.

Rules of this file: a room that has no list of its own has the shipped one; the first change makes
the shipped lines the unit's, under ids of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, Generic, Protocol, TypeVar, cast

from dutydesk import paths
from dutydesk.domain.clock import Ids
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_notice import NotifiedParty
from dutydesk.domain.initial_action import InitialAction
from dutydesk.domain.responsibility import Responsibility
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows


class UnitLine(Protocol):
    """What every line of such a list has."""

    @property
    def id(self) -> str: ...
    @property
    def order_no(self) -> int: ...


L = TypeVar("L", bound=UnitLine)

PARTY = Mapper(NotifiedParty, "notified_party")
ACTION = Mapper(InitialAction, "initial_action")
HQ = Mapper(CommandHq, "command_hq")
RESPONSIBILITY = Mapper(Responsibility, "responsibility")


class UnitListTable(Generic[L]):
    """Reads and writes one list."""

    def __init__(self, rows: Rows, mapper: Mapper[L], shipped: Callable[[], list[L]]) -> None:
        self._rows, self._mapper, self._shipped = rows, mapper, shipped

    def all(self) -> list[L]:
        """Return every line in the unit's order, also those switched off."""
        return self._own() or self._shipped()

    def put(self, line: L, ids: Ids) -> L:
        """Write a line, new or changed, and return it as it stands in the unit's own list."""
        if not self._own():
            renamed = {one.id: ids.new() for one in self._shipped()}
            for one in self._shipped():
                self._write(_with_id(one, renamed[one.id]))
            line = _with_id(line, renamed.get(line.id, line.id))
        self._write(line)
        return line

    def own(self) -> list[L]:
        """Return the lines of the unit's own list; none while the shipped one counts."""
        return self._own()

    def take_over(self, lines: Iterable[L]) -> None:
        """Write the own list of another room as it stands there."""
        for line in lines:
            self._write(line)

    def _own(self) -> list[L]:
        table = self._mapper.table
        found = self._rows.query(
            f"SELECT {self._mapper.columns} FROM {table} ORDER BY order_no, rowid"
        )
        return [self._mapper.from_row(row) for row in found]

    def _write(self, line: L) -> None:
        self._rows.put(self._mapper.table, self._mapper.to_row(line))


def shipped_parties() -> list[NotifiedParty]:
    """Return the shipped list of who is told."""
    order = count(1)
    return [
        NotifiedParty(
            id=f"shipped-{line['name']}",
            name=line["name"],
            phone=line["phone"],
            category=_category(line),
            kind=line["kind"],
            at_least=_level(line),
            is_command=line["is_command"],
            order_no=next(order),
        )
        for line in _document("notified_parties")["parties"]
    ]


def shipped_actions() -> list[InitialAction]:
    """Return the shipped list of what is done first."""
    order = count(1)
    return [
        InitialAction(
            id=f"shipped-{line['name']}",
            name=line["name"],
            category=_category(line),
            kind=line["kind"],
            order_no=next(order),
        )
        for line in _document("initial_actions")["actions"]
    ]


def shipped_hqs() -> list[CommandHq]:
    """Return the shipped list of who commands."""
    order = count(1)
    return [
        CommandHq(
            id=f"shipped-{line['name']}",
            name=line["name"],
            category=_category(line),
            kinds=tuple(line["kinds"]),
            at_least=_level(line),
            commander=line["commander"],
            lead_department=line["lead_department"],
            phone=line["phone"],
            order_no=next(order),
        )
        for line in _document("command_hqs")["hqs"]
    ]


def shipped_responsibilities() -> list[Responsibility]:
    """Return the shipped list of who handles what."""
    order = count(1)
    return [
        Responsibility(
            id=f"shipped-{line['name']}",
            name=line["name"],
            words=tuple(line["words"]),
            category=_category(line),
            kinds=tuple(line["kinds"]),
            phone=line["phone"],
            note=line["note"],
            order_no=next(order),
        )
        for line in _document("responsibility")["lines"]
    ]


def _with_id(line: L, record_id: str) -> L:
    return cast("L", replace(cast("Any", line), id=record_id))


def _category(line: Mapping[str, Any]) -> IncidentCategory | None:
    return IncidentCategory(line["category"]) if line["category"] else None


def _level(line: Mapping[str, Any]) -> IncidentLevel | None:
    return IncidentLevel(line["at_least"]) if line["at_least"] else None


def _document(name: str) -> dict[str, Any]:
    file = paths.resources_dir() / f"{name}.json"
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document
