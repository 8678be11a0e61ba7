"""The one door for foreign rosters: xlsx, xls and csv as offices write them.

Rules of this file: what is doubtful is kept and told, never a reason to refuse; what cannot be
read at all is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dutydesk.domain.contact_refusals import ContactFileEmpty
from dutydesk.domain.roster_file import (
    DayRemark,
    RosterFile,
    RosterFileDoubt,
    RosterFileProblem,
)
from dutydesk.domain.roster_refusals import (
    RosterFileEmpty,
    RosterHeadingsMissing,
    RosterMonthUnclear,
)
from dutydesk.exchange.contact_reader import open_source
from dutydesk.exchange.grid import Grid
from dutydesk.exchange.roster_columns import headings_of
from dutydesk.exchange.roster_dates import DateReader, hint_in
from dutydesk.exchange.roster_grid import read_grid
from dutydesk.exchange.roster_list import read_list
from dutydesk.exchange.roster_seats import DayRun, merged

_TITLE_ROWS = 6


def read_roster(path: Path, own_posts: Mapping[str, str], today: date) -> RosterFile:
    """Read every sheet of a roster; ``own_posts`` are the ids of the unit's posts by name key.

    Raises the refusals of files of contacts for one that is missing, dangerous or unreadable, and
    RosterFileEmpty, RosterHeadingsMissing, RosterMonthUnclear, RosterFileDayTwice.
    """
    try:
        grids = open_source(path).grids
    except ContactFileEmpty as error:
        raise RosterFileEmpty(path.name) from error
    return roster_of(path.name, grids, own_posts, today)


def roster_of(
    name: str, grids: tuple[Grid, ...], own_posts: Mapping[str, str], today: date
) -> RosterFile:
    """Read the tables of a file; raises as ``read_roster`` but for the file itself."""
    runs: list[DayRun] = []
    remarks: list[DayRemark] = []
    problems: list[RosterFileProblem] = []
    unread: list[str] = []
    is_month_wanted = False
    for grid in grids:
        dates = _dates(grid, name, today)
        headings = headings_of(grid, own_posts, dates)
        reading = read_list(grid, headings, dates) if headings else None
        if reading is None or not reading.runs:
            # Only a list with its headings is surely a roster whose month is all that is missing.
            is_month_wanted |= headings is not None and dates.is_month_wanted
            reading = read_grid(grid, dates)
        if reading is None or not reading.runs:
            unread.append(grid.sheet)
            continue
        runs += reading.runs
        remarks += reading.remarks
        problems += reading.problems
    if not runs:
        raise RosterMonthUnclear(name) if is_month_wanted else RosterHeadingsMissing(name)
    first = min(run.day for run in runs)
    problems += [RosterFileProblem(RosterFileDoubt.SHEET_NOT_READ, first, one) for one in unread]
    return RosterFile(name, merged(name, runs), tuple(remarks), tuple(problems))


def _dates(grid: Grid, name: str, today: date) -> DateReader:
    titles = [cell for row in grid.rows[:_TITLE_ROWS] for cell in row[:1] if cell]
    return DateReader(hint_in([*titles, grid.sheet, name]), today)
