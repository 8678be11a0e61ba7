"""The statistics of reporting (信息报送统计, domain.md §9.7): what, how grave, how far in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_statistics import StatisticsSheet
from dutydesk.domain.statistics import LEVELS, LateReport, Statistics
from dutydesk.papers import blocks
from dutydesk.papers.duty_figures import set_duty
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT, REGISTER_NOTE
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.entry_register import span_words
from dutydesk.wording.incident import CATEGORY, LEVEL
from dutydesk.wording.statistics import (
    NO_REASON,
    TITLE,
    UNSENT,
    late_stage,
    late_words,
    percent,
    stage_and_medium,
    summary,
)
from dutydesk.wording.when import day_and_clock

_TOTAL = "合计"
_HEAVY = replace(CELL_CENTER, role=Role.HEI)
_BY_KIND = (
    Column("类别", 30, CELL_CENTER),
    Column("种类", 40, CELL_LEFT),
    *(Column(LEVEL[level], 16, CELL_CENTER) for level in LEVELS),
    Column(_TOTAL, 16, CELL_CENTER),
)
_ON_TIME = (
    Column("报告", 54, CELL_CENTER),
    Column("有时限（份）", 28, CELL_CENTER),
    Column("按时（份）", 28, CELL_CENTER),
    Column("迟报（份）", 28, CELL_CENTER),
    Column("按时率", 28, CELL_CENTER),
)
_LATE = (
    Column("序号", 9, CELL_CENTER),
    Column("编号", 18, CELL_CENTER),
    Column("事件", 33, CELL_LEFT),
    Column("报告", 25, CELL_CENTER),
    Column("时限", 17, CELL_CENTER),
    Column("报出", 17, CELL_CENTER),
    Column("超过", 21, CELL_CENTER),
    Column("原因", 26, CELL_LEFT),
)


def statistics_pdf(sheet: StatisticsSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set the figures of a span; a part without any prints 无."""
    found, span = sheet.statistics, span_words(sheet.statistics.span)
    pages = Pages(
        f"{TITLE} {span}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{TITLE}　{span}", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, TITLE)
    head = f"统计时间：{span}（事件按接报、报告按报出）"
    pages.put(head, REGISTER_NOTE, (0, pages.y), pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    lines = pages.breaker.lines(summary(found), REGISTER_NOTE, pages.width)
    pages.set_lines(lines, REGISTER_NOTE)
    _set(pages, "一、突发事件（起）", _BY_KIND, list(_kinds(found)))
    _set(pages, "二、按时率", _ON_TIME, list(_on_time(found, sheet.first_word)))
    keep = 0.0 if sheet.duty is not None else blocks.MAKERS_HEIGHT
    set_late(pages, "三、迟报和未报", found.late, sheet.first_word, keep=keep)
    if sheet.duty is not None:
        set_duty(pages, sheet.duty, _set)
    blocks.makers(pages)
    return pages.close()


def set_late(
    pages: Pages, title: str, late: Sequence[LateReport], first_word: str, keep: float = 0.0
) -> None:
    """Set the table of reports that were late or did not leave."""
    rows = [_late(number, one, first_word) for number, one in enumerate(late, 1)]
    _set(pages, title, _LATE, rows, keep=keep)


def _set(
    pages: Pages,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | Cell]],
    keep: float = 0.0,
) -> None:
    table = Table(pages, columns)
    blocks.section_of(pages, title, table, rows)
    table.head()
    before: str | Cell = ""
    for number, row in enumerate(rows, 1):
        # A category stands once over its kinds.
        table.row(row, goes_on=row[0] == before, keep=keep if number == len(rows) else 0.0)
        before = row[0]
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()


def _kinds(found: Statistics) -> Iterator[Sequence[str | Cell]]:
    for category, by_level in found.by_category().items():
        kinds = [one for one in found.kinds if one.category is category]
        for one in kinds:
            yield (CATEGORY[category], one.kind, *map(_count, one.by_level), str(one.total))
        if len(kinds) > 1:
            total = (*map(_count, by_level), str(sum(by_level)))
            yield (CATEGORY[category], *(_heavy(word) for word in ("小计", *total)))
    if found.kinds:
        numbers = (*map(_count, found.by_level), str(found.incident_count))
        yield tuple(_heavy(word) for word in (_TOTAL, "", *numbers))


def _on_time(found: Statistics, first_word: str) -> Iterator[Sequence[str | Cell]]:
    for one in found.on_time:
        yield _rate(stage_and_medium(one.stage, one.medium, first_word), one.due, one.met)
    if len(found.on_time) > 1:
        yield tuple(_heavy(word) for word in _rate(_TOTAL, *found.total_on_time))


def _rate(word: str, due: int, met: int) -> tuple[str, ...]:
    return word, str(due), str(met), _count(due - met), percent(met, due)


def _late(number: int, late: LateReport, first_word: str) -> Sequence[str | Cell]:
    is_sent = late.sent_at is not None
    return (
        str(number),
        late.incident_no,
        late.title,
        late_stage(late, first_word),
        day_and_clock(late.due_at),
        day_and_clock(late.sent_at) if late.sent_at is not None else _heavy(UNSENT),
        late_words(late).removeprefix("迟报").removeprefix(f"{UNSENT}，已超"),
        late.reason or (NO_REASON if is_sent else ""),
    )


def _count(number: int) -> str:
    """Return a number; nothing for none, so that what there is stands out."""
    return str(number) if number else ""


def _heavy(word: str) -> Cell:
    return Cell((Piece(word),), style=_HEAVY)
