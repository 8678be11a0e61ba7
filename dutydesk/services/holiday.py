"""Use cases of holidays: the calendar, taking a year in from a file, typing it, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_calendar import DutyCalendar, HolidaySource
from dutydesk.domain.holiday import (
    HolidayYear,
    HolidayYearView,
    Notice,
    check_notice,
    notice_due,
    with_days,
)
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.store import holiday
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.holiday import due_words


class HolidayService:
    """What an officer reads of holidays, and what an administrator does with them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def calendar(self) -> DutyCalendar:
        """Return the calendar that counts: the unit's years, the shipped ones, the law."""
        with self._store.reading() as tables:
            return tables.holiday.calendar()

    def years(self) -> tuple[HolidayYearView, ...]:
        """Return every year with a notice or of the unit's own, and the next, newest first."""
        this_year = self._today().year
        with self._store.reading() as tables:
            own = {int(one.id) for one in tables.holiday.own()}
            asked = sorted({*holiday.shipped(), *own, this_year, this_year + 1}, reverse=True)
            return tuple(tables.holiday.year(year) for year in asked)

    def year(self, year: int) -> HolidayYearView:
        """Return a year as it counts."""
        with self._store.reading() as tables:
            return tables.holiday.year(year)

    def due_year(self) -> int | None:
        """Return the year whose notice is to be taken in now, if any."""
        with self._store.reading() as tables:
            return notice_due(self._today(), tables.holiday.known_years())

    def due(self) -> list[DueLine]:
        """Return the line of 时限 that asks for the next notice; it never sounds."""
        year = self.due_year()
        if year is None:
            return []
        return [DueLine(DueKind.HOLIDAY_NOTICE, "settings", str(year), due_words(year))]

    def import_file(self, path: Path, *, by: Actor) -> Done[HolidayYear]:
        """Take in a year from a file, in place of what counted; the same again writes nothing.

        Raises what ``read_holiday_file`` raises.
        """
        # Once a year.
        from dutydesk.exchange.apart import apart  # noqa: PLC0415
        from dutydesk.exchange.holiday_file import read_holiday_file  # noqa: PLC0415

        told = apart(read_holiday_file, path)
        return self._put(told, HolidaySource.FILE, by, action="holiday.import")

    def put(self, notice: Notice, *, by: Actor) -> Done[HolidayYear]:
        """Keep a year as typed; without a paper it stays 推定.

        Raises what ``check_notice`` raises.
        """
        return self._put(check_notice(notice), HolidaySource.TYPED, by, action="holiday.put")

    def set_days(
        self,
        year: int,
        span: tuple[date, date],
        name: str,
        *,
        is_off_day: bool | None,
        by: Actor,
    ) -> Done[HolidayYear]:
        """Tell days of one year's notice otherwise, or with ``None`` leave them to the week.

        Raises what ``with_days`` raises.
        """
        notice = with_days(self.year(year).notice, span, name, off=is_off_day)
        return self._put(notice, HolidaySource.TYPED, by, action="holiday.put")

    def take_shipped(self, year: int, *, by: Actor) -> Done[HolidayYearView]:
        """Let the shipped days of a year count again."""
        with self._store.writing(actor=by.name, action="holiday.take_shipped") as work:
            if work.tables.holiday.year(year).own is not None:
                work.tables.holiday.remove(year)
            view = work.tables.holiday.year(year)
        return Done(view, work.changes)

    def _put(
        self, notice: Notice, source: HolidaySource, by: Actor, *, action: str
    ) -> Done[HolidayYear]:
        with self._store.writing(actor=by.name, action=action) as work:
            known = work.tables.holiday.year(notice.year).own
            if known is not None and known.notice == notice:
                return Done(known, Changes())
            year = self._year(work.tables, notice, source, by)
            work.tables.holiday.put(year)
        return Done(year, work.changes)

    def _year(
        self, tables: Tables, notice: Notice, source: HolidaySource, by: Actor
    ) -> HolidayYear:
        officer = tables.officer.by_id(by.officer_id)
        return HolidayYear(
            f"{notice.year:04d}",
            source,
            notice.papers,
            notice.days,
            self._clock.now(),
            officer.name if officer else by.name,
        )

    def _today(self) -> date:
        return china(self._clock.now()).date()
