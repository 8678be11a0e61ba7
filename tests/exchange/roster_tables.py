"""Tables as offices write rosters, as grids."""

from datetime import date

from dutydesk.domain.roster_file import RosterFile
from dutydesk.exchange.grid import Grid, Range, spread
from dutydesk.exchange.roster_reader import roster_of

TODAY = date(2026, 11, 20)
TITLE = "安和街道办事处2026年11月值班表"


def table(*rows: str, title: str = TITLE, merged: tuple[Range, ...] | None = None) -> Grid:
    """Make a grid of lines with cells between bars; without ``merged`` it is a text file."""
    cells = [
        [title],
        *([cell.strip(" ").replace("\\n", "\n") for cell in row.split("|")] for row in rows),
    ]
    width = max(len(row) for row in cells)
    cells = [row + [""] * (width - len(row)) for row in cells]
    if merged is None:
        return Grid("值班表", tuple(tuple(row) for row in cells))
    return spread("值班表", cells, merged, "值班表.xlsx")


def read(*grids: Grid, posts: dict[str, str] | None = None) -> RosterFile:
    return roster_of("值班表.xlsx", grids, posts or {}, TODAY)


def said(file: RosterFile) -> list[tuple[int, str, str, str]]:
    """Give day, shift, post and person of every seat, the posts by their first letters."""
    return [
        (
            one.duty_date.day,
            one.shift.value if one.shift else "",
            f"{one.post_id.split('_')[0]}{one.seat}",
            one.person,
        )
        for one in file.slots
    ]
