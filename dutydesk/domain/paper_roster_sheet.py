"""What stands on the roster 值班表 of a month (domain notes §9.6)."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class RosterSheetPerson:
    """One person in a cell; ``mark`` points at the footnote of a change, empty without one."""

    name: str
    phone: str = ""
    mark: str = ""


@dataclass(frozen=True)
class RosterSheetRow:
    """One shift of one day; ``cells`` has the people of each post, in the order of the posts.

    ``shift`` is empty where a day is one shift; ``day_kind`` is 周末, 国庆节, 调休上班.
    """

    day: date
    shift: str
    day_kind: str
    is_rest_day: bool
    cells: tuple[tuple[RosterSheetPerson, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class RosterSheetNote:
    """A footnote: what was changed, behind its mark."""

    mark: str
    told: str


@dataclass(frozen=True)
class RosterSheet:
    """A month as it is handed out; the one to post up has no telephone numbers of people.

    ``remarks`` explain the sheet; ``dated`` is the day it was published, None while a draft.
    """

    unit: str
    month: date
    is_practice: bool
    is_to_post_up: bool
    is_draft: bool
    version: int
    posts: tuple[str, ...]
    rows: tuple[RosterSheetRow, ...] = ()
    changes: tuple[RosterSheetNote, ...] = ()
    remarks: tuple[str, ...] = ()
    duty_phone: str = ""
    duty_fax: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    dated: date | None = None
