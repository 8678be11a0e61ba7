"""Use cases of roster files: say what one would do, take one.

The readers of foreign files are loaded on first use: no start of the desk needs them.
"""

from __future__ import annotations

from pathlib import Path

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import RosterFinding, RosterMonth
from dutydesk.domain.roster_day import month_id
from dutydesk.domain.roster_edit import check_texts
from dutydesk.domain.roster_file import RosterFile
from dutydesk.domain.roster_import import RosterGround, RosterImportPlan, RosterImportReport, plan
from dutydesk.store import roster_book, roster_making
from dutydesk.store.roster_people import PeopleOnFile
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class RosterImported:
    """What an import did, and what the check finds on the days of the file."""

    report: RosterImportReport
    findings: tuple[RosterFinding, ...] = ()


class RosterImportService:
    """What an officer does with a roster that somebody else wrote."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def would_import(self, path: Path) -> RosterImported:
        """Return what taking a file would do, changing nothing.

        Raises the refusals of ``roster_reader.read_roster``, RosterPublished, RosterTextTooLong.
        """
        file = self._read(path)
        with self._store.reading() as tables:
            report = self._plan(tables, file).report
            return RosterImported(report, self._findings(tables, report))

    def import_file(self, path: Path, *, by: Actor) -> Done[RosterImported]:
        """Take a roster in one transaction; the same file twice writes once.

        Raises the same refusals; then nothing was changed.
        """
        file = self._read(path)
        with self._store.writing(actor=by.name, action="roster.import") as work:
            tables = work.tables
            made = self._plan(tables, file)
            if made.written or made.emptied:
                roster_book.seed_posts(tables)
                work.note["file"] = file.name
            for slot in made.emptied:
                tables.roster.remove_slot(slot)
            for slot in made.written:
                tables.roster.put_slot(slot)
            for month in sorted({month_id(slot.duty_date) for slot in made.written}):
                if tables.roster.month(month) is None:
                    tables.roster.put_month(RosterMonth(month))
            found = self._findings(tables, made.report)
        return Done(RosterImported(made.report, found), work.changes)

    def _read(self, path: Path) -> RosterFile:
        from dutydesk.exchange.apart import apart  # noqa: PLC0415 -- see the head of the file
        from dutydesk.exchange.roster_reader import read_roster  # noqa: PLC0415 -- the same

        with self._store.reading() as tables:
            posts = {name_key(one.name): one.id for one in roster_book.posts(tables)}
        return apart(read_roster, path, posts, china(self._clock.now()).date())

    def _plan(self, tables: Tables, file: RosterFile) -> RosterImportPlan:
        first, last = file.days[0], file.days[-1]
        days = set(file.days)
        standing = tuple(one for one in tables.roster.slots(first, last) if one.duty_date in days)
        for one in file.slots:
            check_texts(person=one.person, phone=one.phone)
        people = PeopleOnFile(tables, {one.person for one in file.slots}, ())
        ground = RosterGround(roster_book.frame(tables), standing, self._clock.now())
        return plan(file, ground, people.known, self._ids.new)

    def _findings(self, tables: Tables, report: RosterImportReport) -> tuple[RosterFinding, ...]:
        """Return what the check finds on the days of the file as they will stand."""
        wanted = set(report.days)
        found = roster_making.findings(
            tables, report.days[0], report.days[-1], self._clock.now(), instead=report.slots
        )
        return tuple(one for one in found if one.duty_date in wanted)
