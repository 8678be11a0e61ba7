"""The ledger of directives on file."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.directive import Directive, DirectiveChase, FollowedDirective
from dutydesk.domain.instants import to_text
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

DIRECTIVE = Mapper(Directive, "directive")
CHASE = Mapper(DirectiveChase, "directive_chase")
_NO = "(SELECT e.no FROM log_entry e WHERE e.id = d.entry_id)"
_WITHDRAWN = (
    "EXISTS (SELECT 1 FROM log_entry w WHERE w.correction_of = d.entry_id AND w.is_withdrawal = 1)"
)


class DirectiveTable:
    """Reads and writes lines of the ledger, and appends chase records."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def open(self) -> list[Directive]:
        """Return what is not closed, in the order of noting."""
        return self._some("WHERE status <> 'closed'")

    def by_id(self, directive_id: str) -> Directive | None:
        """Return one line."""
        found = self._some("WHERE id = ?", directive_id)
        return found[0] if found else None

    def of_entry(self, entry_id: str) -> Directive | None:
        """Return the line that an entry tells of."""
        found = self._some("WHERE entry_id = ?", entry_id)
        return found[0] if found else None

    def put(self, line: Directive) -> None:
        """Write a line."""
        self._rows.put(DIRECTIVE.table, DIRECTIVE.to_row(line))

    def chases_of(self, directive_id: str) -> tuple[DirectiveChase, ...]:
        """Return how often a unit was chased, in the order of recording."""
        found = self._rows.query(
            f"SELECT {CHASE.columns} FROM directive_chase WHERE directive_id = ? ORDER BY rowid",
            (directive_id,),
        )
        return tuple(CHASE.from_row(row) for row in found)

    def append_chase(self, chase: DirectiveChase) -> None:
        """Add a chase record; nothing changes one."""
        self._rows.append(CHASE.table, CHASE.to_row(chase))

    def followed(
        self,
        *,
        only_open: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[FollowedDirective]:
        """Return lines with their chase records: given from ``since`` on and before ``until``."""
        wheres = ["d.status <> 'closed'"] if only_open else []
        parameters: list[object] = []
        for sign, instant in ((">=", since), ("<", until)):
            if instant is not None:
                wheres.append(f"d.at {sign} ?")
                parameters.append(to_text(instant))
        where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
        found = self._rows.query(
            f"SELECT {DIRECTIVE.prefixed('d')}, {_NO}, {_WITHDRAWN} FROM directive d {where}"
            " ORDER BY d.at, d.rowid",
            parameters,
        )
        followed = []
        for row in found:
            line, (no, is_withdrawn) = DIRECTIVE.from_row(row), row[-2:]
            chases = self.chases_of(line.id)
            followed.append(FollowedDirective(line, chases, no, bool(is_withdrawn)))
        return followed

    def _some(self, where: str, *parameters: object) -> list[Directive]:
        found = self._rows.query(
            f"SELECT {DIRECTIVE.columns} FROM directive {where} ORDER BY rowid", parameters
        )
        return [DIRECTIVE.from_row(row) for row in found]
