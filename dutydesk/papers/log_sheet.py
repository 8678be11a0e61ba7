"""The log sheet (值班日志, domain.md §9.4): what happened in a shift, to the minute."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain

from dutydesk.domain.instants import china
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_log_sheet import EntryReference, LogSheet, LogSheetEntry
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.duty_log import CORRECTION, STRUCK, WITHDRAWAL, WITHDRAWN
from dutydesk.wording.joining import joined
from dutydesk.wording.when import clock, day, day_and_clock, whole_day, whole_day_and_weekday

_TITLE = "值班日志"
_BY_TIME = "按发生时间排列，序号为记录先后。"
_GAP = 8.0
_COLUMNS = (
    Column("序号", 9, CELL_CENTER),
    Column("时间", 13, CELL_CENTER),
    Column("来源", 24, CELL_LEFT),
    Column("内容", 53),
    Column("处理情况", 24, CELL_LEFT),
    Column("领导批示", 15, CELL_LEFT),
    Column("办理结果", 16, CELL_LEFT),
    Column("记录人", 12, CELL_CENTER),
)


def log_sheet_pdf(sheets: Iterable[LogSheet], fonts: PaperFonts | None = None) -> Pdf:
    """Set one or more shifts, each from a fresh page, pages counted through the document.

    Sheets may come from a generator: only the one being set is held. ValueError for none.
    """
    rest = iter(sheets)
    first = next(rest, None)
    if first is None:
        raise ValueError("a log sheet needs at least one shift")
    pages = Pages(
        f"{_TITLE} {whole_day(first.duty_date)}",
        REGISTER,
        fonts or paper_fonts(),
        sheet_foot(first),
        is_practice=first.is_practice,
    )
    for sheet in chain((first,), rest):
        pages.begin_part(sheet_foot(sheet))
        set_sheet(pages, sheet)
    return pages.close()


def sheet_foot(sheet: LogSheet) -> Foot:
    """Return the foot of the pages of one shift."""
    return Foot(left=f"{whole_day(sheet.duty_date)}　{sheet.shift}", right=blocks.KEEP_INSIDE)


def set_sheet(pages: Pages, sheet: LogSheet) -> None:
    """Set one shift from where the pages stand."""
    blocks.register_title(pages, sheet.unit, _TITLE)
    blocks.label_grid(pages, _header(sheet), is_followed=True)
    _set_entries(pages, sheet)
    blocks.text_block(pages, "值班概况", sheet.summary, is_joined=True)
    blocks.section(pages, "未办结事项")
    blocks.open_items(pages, sheet.open_items)
    blocks.checks(pages, "设备检查", sheet.equipment, keep=blocks.sign_block_height() + _GAP)
    pages.y += _GAP
    if sheet.reviewed:
        signed = blocks.sign_block_height()
        blocks.text_block(pages, "领导审阅", sheet.reviewed, is_followed=True, keep=signed)
    blocks.sign_block(
        pages,
        (
            ("交班人", sheet.outgoing_signature),
            ("接班人", sheet.incoming_signature),
            ("带班领导", sheet.lead_signature),
        ),
        is_joined=bool(sheet.reviewed),
    )


def _header(sheet: LogSheet) -> list[list[tuple[str, str]]]:
    rain = [] if sheet.rainfall_mm is None else [("降雨量", f"{sheet.rainfall_mm:g}毫米")]
    lead = sheet.lead_officer
    if lead and sheet.presence:
        lead = f"{lead}（{sheet.presence}）"
    rows = [
        [
            ("值班日期", whole_day_and_weekday(sheet.duty_date)),
            ("班次", sheet.shift),
            ("起止时间", _period(sheet)),
        ],
        [("天气", sheet.weather), *rain, ("带班领导", lead)],
        [
            ("主班", sheet.primary_officer),
            ("副班", sheet.secondary_officer or blocks.NOBODY),
            ("备勤", sheet.standby_officer or blocks.NOBODY),
        ],
    ]
    if sheet.shift_supervisor or sheet.key_period:
        rows.append([("值班长", sheet.shift_supervisor), ("重点时段", sheet.key_period)])
    if sheet.warnings:
        rows.append([("在效预警", "；".join(sheet.warnings))])
    return rows


def _period(sheet: LogSheet) -> str:
    start = sheet.started_at
    begin = f"{_china_day(start).day}日{clock(start)}"
    if sheet.ended_at is None:
        return f"{begin}起（值班中）"
    return f"{begin}至{_china_day(sheet.ended_at).day}日{clock(sheet.ended_at)}"


def _set_entries(pages: Pages, sheet: LogSheet) -> None:
    table = Table(pages, _COLUMNS, is_joined=True)
    table.head()
    today = sheet.duty_date
    for entry in sheet.entries:
        happened = _china_day(entry.at)
        if happened != today:
            today = happened
            table.band(whole_day_and_weekday(happened))
        table.row(_cells(entry, sheet.duty_date))
    if [entry.no for entry in sheet.entries] != sorted(entry.no for entry in sheet.entries):
        table.band(Cell((Piece(_BY_TIME, Role.KAI),), style=CELL_LEFT))
    if not sheet.entries:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end(is_followed=True)


def _cells(entry: LogSheetEntry, duty_date: date) -> tuple[str | Cell, ...]:
    struck = entry.is_struck
    return (
        str(entry.no),
        Cell((Piece(clock(entry.at)),), is_struck=struck, mark=_late_mark(entry)),
        _source(entry),
        _content(entry, duty_date),
        Cell((Piece(entry.handling),), is_struck=struck),
        Cell((Piece(entry.directive),), is_struck=struck),
        Cell((Piece(entry.result),), is_struck=struck),
        entry.recorder,
    )


def _source(entry: LogSheetEntry) -> Cell:
    lines = [line for line in (entry.source, entry.person, entry.phone) if line]
    rest = "".join(f"\n{line}" for line in lines)
    return Cell((blocks.marked(entry.kind), Piece(rest)), is_struck=entry.is_struck)


def _content(entry: LogSheetEntry, duty_date: date) -> Cell:
    pieces: list[Piece] = []
    if entry.corrects:
        why = f"（{entry.correction_reason}）" if entry.correction_reason else ""
        made_at = day_and_clock(entry.recorded_at)
        word = WITHDRAWAL if entry.is_withdrawal else CORRECTION
        pieces.append(blocks.marked(f"【{word}{_named(entry.corrects, duty_date)} {made_at}】"))
        if entry.is_withdrawal:
            # Nothing stands in the place of what was taken back: the reason is all it says.
            return Cell((*pieces, Piece(why)))
        pieces.append(Piece(f"{why}\n"))
    if entry.continues:
        pieces.append(blocks.marked(f"【接{_named(entry.continues, duty_date)}】"))
    if entry.urgency:
        pieces.append(blocks.marked(f"【{entry.urgency}】"))
    pieces.append(Piece(entry.content))
    if entry.particulars:
        pieces.append(Piece(f"\n{joined(entry.particulars)}", Role.KAI))
    if entry.attachments:
        pieces.append(Piece(f"\n附件：{'；'.join(entry.attachments)}", Role.KAI))
    mark = ""
    if entry.corrected_by:
        word = WITHDRAWN if entry.is_withdrawn else STRUCK
        mark = f"〔{word}，见{_named(entry.corrected_by, duty_date)}〕"
    return Cell(tuple(pieces), is_struck=entry.is_struck, mark=mark)


def _named(reference: EntryReference, duty_date: date) -> str:
    other = reference.duty_date
    shift = "" if other is None or other == duty_date else day(other)
    return f"{shift}第{reference.no}条"


def _china_day(instant: datetime) -> date:
    return china(instant).date()


def _late_mark(entry: LogSheetEntry) -> str:
    if not entry.is_late:
        return ""
    recorded = _china_day(entry.recorded_at)
    later = "" if recorded == _china_day(entry.at) else f"{recorded.day}日"
    return f"迟记\n{later}{clock(entry.recorded_at)}"
