"""What the whole log lists: everything, the hits of a search, a duty day, one entry by number.

All of it are jobs for the store lane; nothing here knows a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_number import EntryNumber, typed_number
from dutydesk.domain.instants import china
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.search_text import query_words
from dutydesk.services.duty_log import DutyLogService
from dutydesk.wording import when

FIRST_HITS, MORE_HITS = 50, 200
# More than any duty day has.
_A_DAY = 10_000

NO_HIT = "没有找到。换一个词，或清空条件。"


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows to show, newest first, and the words above them.

    ``marked`` are the words to mark, ``chosen`` the local number of the row to go to,
    ``has_more`` tells that further hits are read when the list is scrolled to its end.
    """

    rowids: Sequence[int]
    words: str
    rows: Mapping[int, ListedEntry] = field(default_factory=dict)
    marked: tuple[str, ...] = ()
    chosen: int | None = None
    has_more: bool = False


class LogLister:
    """Reads listings."""

    def __init__(self, service: DutyLogService, now: Callable[[], datetime]) -> None:
        self._service, self._now = service, now

    def listing(self, search: LogSearch) -> Listing:
        """Return what is asked for."""
        number = typed_number(search.text, china(self._now()).date())
        if number is not None:
            return self._numbered(number, search)
        if search == LogSearch(kinds=search.kinds[:1], limit=search.limit):
            return self._everything(search)
        return self._hits(search)

    def day(self, duty_date: date, rowid: int, marked: Sequence[str]) -> Listing:
        """Return a whole duty day around one of its entries."""
        listing = self._whole_day(duty_date)
        words = f"{when.day(duty_date)}全天 {len(listing.rowids)} 条　Esc 回到查找结果"
        return replace(listing, words=words, chosen=rowid, marked=tuple(marked))

    def more(self, search: LogSearch, before: int) -> dict[int, ListedEntry]:
        """Return the hits behind those that are shown."""
        hits = self._service.find(replace(search, limit=MORE_HITS, before=before))
        return dict(zip(hits.rowids, hits.entries, strict=True))

    def _everything(self, search: LogSearch) -> Listing:
        kind = search.kinds[0] if search.kinds else None
        rowids = self._service.all_rowids(kind)
        nothing = NO_HIT if kind else ""
        return Listing(rowids[::-1], f"共 {len(rowids)} 条" if rowids else nothing)

    def _hits(self, search: LogSearch) -> Listing:
        hits = self._service.find(replace(search, limit=FIRST_HITS))
        more = "以上" if hits.is_capped else ""
        return Listing(
            hits.rowids,
            f"找到 {hits.total_at_least} 条{more}" if hits.rowids else NO_HIT,
            dict(zip(hits.rowids, hits.entries, strict=True)),
            tuple(query_words(search.text)),
            has_more=hits.total_at_least > len(hits.rowids),
        )

    def _numbered(self, number: EntryNumber, search: LogSearch) -> Listing:
        day = number.day or search.since or self._newest_day()
        if day is None:
            return Listing((), NO_HIT)
        listing = self._whole_day(day)
        chosen = next(
            (key for key, one in listing.rows.items() if one.entry.no == number.no), None
        )
        if chosen is None:
            return replace(listing, words=f"{when.day(day)}没有第{number.no}条。")
        words = f"{when.day(day)}第{number.no}条，全天 {len(listing.rowids)} 条"
        return replace(listing, words=words, chosen=chosen)

    def _newest_day(self) -> date | None:
        shift, _ = self._service.entries_of_running_shift()
        return shift.duty_date if shift else None

    def _whole_day(self, duty_date: date) -> Listing:
        hits = self._service.find(LogSearch(since=duty_date, until=duty_date, limit=_A_DAY))
        return Listing(hits.rowids, "", dict(zip(hits.rowids, hits.entries, strict=True)))
