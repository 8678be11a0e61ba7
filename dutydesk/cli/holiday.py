"""Commands of holidays: ``holiday list|show|import|set|take-shipped``."""

from __future__ import annotations

from argparse import Namespace
from enum import StrEnum
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day
from dutydesk.cli.path_option import path_of
from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.errors import BadForm
from dutydesk.domain.holiday import YEARS, HolidayYearView
from dutydesk.wording.holiday import (
    due_words,
    kind_word,
    year_words,
)
from dutydesk.wording.when import whole_day_and_weekday


class SetKind(StrEnum):
    """What a day is set to: days off, worked, or as the week has it."""

    OFF_DAY = "off_day"
    WORKED_DAY = "worked_day"
    ORDINARY = "ordinary"


def register(commands: Any) -> None:
    """Add the commands."""
    holiday = commands.add_parser("holiday", help="节假日")
    actions = holiday.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="各年的放假通知")
    listing.set_defaults(run=list_years)
    show = actions.add_parser("show", help="一年的放假和上班日")
    show.add_argument("--year", required=True)
    show.set_defaults(run=show_year)
    taking = actions.add_parser("import", help="从文件导入一年")
    taking.add_argument("file")
    taking.set_defaults(run=import_year)
    setting = actions.add_parser("set", help="改一天")
    setting.add_argument("date")
    setting.add_argument("--day-kind", required=True)
    setting.add_argument("--holiday")
    setting.set_defaults(run=set_day)
    back = actions.add_parser("take-shipped", help="改回随附的一年")
    back.add_argument("--year", required=True)
    back.set_defaults(run=take_shipped)
    for command in (taking, setting, back):
        command.add_argument("--officer")


def list_years(context: Context, _args: Namespace) -> Answer:
    """List every year with a notice, and the next one."""
    room = context.reading_room()
    years, due = room.holiday.years(), room.holiday.due_year()
    lines = [year_words(one) for one in years]
    return Answer(
        {"years": [_summary(one) for one in years], "due": due},
        [*lines, *([f"{due_words(due)}。"] if due else [])],
    )


def show_year(context: Context, args: Namespace) -> Answer:
    """Show the days of a year."""
    year = _year(args.year)
    room = context.reading_room()
    return _shown(room.holiday.year(year), room.holiday.calendar())


def import_year(context: Context, args: Namespace) -> Answer:
    """Take a year in from a file."""
    room = context.writing_room()
    by = actor(room, args.officer)
    taken = room.holiday.import_file(path_of("file", args.file), by=by).value
    return _shown(room.holiday.year(int(taken.id)), room.holiday.calendar())


def set_day(context: Context, args: Namespace) -> Answer:
    """Tell one day otherwise."""
    of, kind = day("date", args.date), choice("day_kind", SetKind, args.day_kind)
    room = context.writing_room()
    by = actor(room, args.officer)
    is_off = None if kind is SetKind.ORDINARY else kind is SetKind.OFF_DAY
    name = args.holiday or room.holiday.calendar().name(of)
    room.holiday.set_days(of.year, (of, of), name, is_off_day=is_off, by=by)
    return _shown(room.holiday.year(of.year), room.holiday.calendar())


def take_shipped(context: Context, args: Namespace) -> Answer:
    """Let the shipped days count again."""
    year = _year(args.year)
    room = context.writing_room()
    view = room.holiday.take_shipped(year, by=actor(room, args.officer)).value
    return _shown(view, room.holiday.calendar())


def _year(text: str) -> int:
    if text.isdecimal() and int(text) in YEARS:
        return int(text)
    raise BadForm("year", text, "2026")


def _shown(view: HolidayYearView, calendar: DutyCalendar) -> Answer:
    document = {
        **_summary(view),
        "papers": list(view.notice.papers),
        "days": [_day_document(one, calendar) for one in view.notice.days],
    }
    lines = [year_words(view), *view.notice.papers]
    return Answer(document, [*lines, *(_line(one) for one in view.notice.days)])


def _summary(view: HolidayYearView) -> dict[str, Any]:
    return {
        "year": view.notice.year,
        "source": _source(view),
        "is_estimated": view.is_estimated,
        "off_days": sum(one.is_off_day for one in view.notice.days),
        "worked_days": sum(not one.is_off_day for one in view.notice.days),
        "changed_by": view.own.changed_by if view.own else None,
    }


def _source(view: HolidayYearView) -> str:
    if view.own is not None:
        return view.own.source.value
    return "law" if view.is_estimated else "shipped"


def _day_document(one: HolidayDay, calendar: DutyCalendar) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "name": one.name,
        "is_off_day": one.is_off_day,
        "day_class": calendar.day_class(one.day).value,
    }


def _line(one: HolidayDay) -> str:
    return f"{whole_day_and_weekday(one.day)} {kind_word(is_off_day=one.is_off_day)} {one.name}"
