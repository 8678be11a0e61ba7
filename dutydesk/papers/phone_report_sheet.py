"""The telephone report sheet (电话报告记录单): who said what to whom, and whom they had told."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf, Signature
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.papers import blocks
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.styles import REGISTER_NOTE
from dutydesk.wording.when import with_year

_TITLE = "电话报告记录单"
_UNKNOWN = "正在核实"
_GAP = 8.0
_LONG = 60
"""Characters of more than three lines in half the width."""
_Row = list[tuple[str, str]]


def phone_report_sheet_pdf(sheet: PhoneReportSheet, fonts: PaperFonts | None = None) -> Pdf:
    """Set one telephone report on its sheet."""
    pages = Pages(
        f"{_TITLE} {sheet.incident_no} {sheet.stage}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{sheet.incident_no}　{sheet.stage}（电话）", right=blocks.KEEP_INSIDE),
        is_practice=sheet.is_practice,
    )
    blocks.register_title(pages, sheet.unit, _TITLE)
    if sheet.marks:
        marks = "".join(f"【{mark}】" for mark in sheet.marks)
        pages.put(marks, replace(REGISTER_NOTE, role=Role.HEI), (0, pages.y), pages.width)
        pages.y += REGISTER_NOTE.leading + 2
    blocks.label_grid(pages, _apart(_call(sheet)), is_followed=True)
    blocks.text_block(pages, "报告内容", sheet.body, is_joined=True, is_followed=True)
    blocks.label_grid(pages, _apart(_incident(sheet)), is_joined=True, is_followed=True)
    told = sheet.already_told or blocks.UNWRITTEN
    rows = (
        ("起因", sheet.cause or _UNKNOWN),
        ("过程", sheet.situation or _UNKNOWN),
        ("措施", sheet.measures or blocks.UNWRITTEN),
        ("结果", sheet.harm or _UNKNOWN),
        ("影响趋势", sheet.next_steps or blocks.UNWRITTEN),
        ("已告知", told),
        *((("对方指示", sheet.instruction),) if sheet.instruction else ()),
    )
    for name, text in rows:
        blocks.text_block(pages, name, text, is_joined=True, is_followed=True)
    signed = _GAP + blocks.sign_block_height()
    blocks.label_grid(pages, _apart(_limit(sheet)), is_joined=True, keep=signed)
    pages.y += _GAP
    blocks.sign_block(
        pages,
        (
            (
                "记录人",
                Signature(sheet.reporter, sheet.recorded_at) if sheet.reporter else Signature(),
            ),
            ("带班领导", Signature(sheet.approved_by)),
        ),
    )
    return pages.close()


def _apart(rows: list[_Row]) -> list[_Row]:
    """Return the rows, a long value on one of its own over the whole width."""
    made: list[_Row] = []
    for row in rows:
        is_long = any(len(value) > _LONG for _, value in row)
        made += [[pair] for pair in row] if is_long else [row]
    return made


def _call(sheet: PhoneReportSheet) -> list[list[tuple[str, str]]]:
    receiver = sheet.receiver or blocks.UNWRITTEN
    if sheet.is_read_back:
        receiver += "（已复述核对）"
    return [
        [("通话时间", with_year(sheet.sent_at)), ("报告阶段", sheet.stage)],
        [("受话单位", "、".join(sheet.report_to)), ("接听人", receiver)],
        [("报告人", sheet.reporter or blocks.UNWRITTEN), ("值班电话", sheet.phone)],
    ]


def _incident(sheet: PhoneReportSheet) -> list[list[tuple[str, str]]]:
    occurred = with_year(sheet.occurred_at) if sheet.occurred_at else _UNKNOWN
    return [
        [("编号", sheet.incident_no), ("等级", sheet.level)],
        [("事件", sheet.title), ("类型", sheet.kind)],
        [("事发时间", occurred), ("接报时间", with_year(sheet.received_at))],
        [("地点", sheet.place), ("信息来源", sheet.source or blocks.UNWRITTEN)],
    ]


def _limit(sheet: PhoneReportSheet) -> list[list[tuple[str, str]]]:
    rows = [
        [("报告时限", sheet.limit or "没有规定时限"), ("是否按时", sheet.judged or blocks.NOBODY)]
    ]
    if sheet.late_reason:
        rows.append([("迟报原因", sheet.late_reason)])
    return rows
