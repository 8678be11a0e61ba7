"""Log sheet and month volume against one plain Platypus table with the same fonts; a report.

`run` is called by the harness; every figure and its baseline are measured in the same process.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_log_sheet import LogSheet, LogSheetEntry
from dutydesk.domain.paper_month_volume import MonthVolume, VolumeLine
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.papers.font_files import Role, bundled_file
from dutydesk.papers.log_sheet import log_sheet_pdf
from dutydesk.papers.month_volume import month_volume_pdf
from dutydesk.papers.special_report import special_report_pdf
from dutydesk.papers.styles import MM

_DAY_ROWS = 300
_MONTH_ROWS = 10_000
_DAYS = 31
_FIRST = date(2026, 10, 1)
_KIB_PER_PAGE = 8.0
"""An absolute limit: a page adds about 2 KiB to the file, which is held twice while joined."""
_COLUMNS = (9, 13, 24, 53, 24, 15, 16, 12)
_REPORT_MS = 150.0
"""An absolute limit: who reports waits for it."""
Job = Callable[[Iterator[LogSheet]], Pdf]
_HEADS = ("序号", "时间", "来源", "内容", "处理情况", "领导批示", "办理结果", "记录人")
_TEXTS = (
    "与夜班交接，未办结2项。",
    "接区政府总值班室电话通知：16时前报送防汛值守情况，包括在岗人员、备勤队伍、物资到位情况。",
    "居民反映3号楼燃气异味，已通知燃气公司和消防，14:21到场，阀门松动已处理，14:50办结。",
    "18时13分，安和街道东市场旁一平房起火。18时30分消防救援站到场，18时50分明火扑灭，未蔓延，无人员伤亡。",
    "巡查办公楼，门窗、用电正常。",
)


def run(quick: bool) -> list[dict[str, Any]]:
    """Return the rows of the table: the day, the month, and memory by page."""
    warm = _sheets(5, 1)
    log_sheet_pdf(warm)
    _plain_table(_sheets(5, 1))
    month = 1_500 if quick else _MONTH_ROWS
    return [
        _speed("PDF of a day log", log_sheet_pdf, (_DAY_ROWS, 1), repeats=3),
        _speed("PDF of a month of logs", log_sheet_pdf, (month, _DAYS), repeats=1),
        _memory("peak memory of a further page", log_sheet_pdf, month // 4, month),
        _speed("PDF of a month volume", _volume_pdf, (month, _DAYS), repeats=1),
        _memory("peak memory of a further volume page", _volume_pdf, month // 4, month),
        _special_report(),
    ]


def _special_report() -> dict[str, Any]:
    """Set a follow-up of three pages, fonts loaded, against the limit of issue 4."""
    report = SpecialReport(
        masthead="突发事件信息专报",
        issue_no="第13期",
        unit="安和街道办事处值班室",
        issued_on=_FIRST,
        title="关于安和街道东市场平房火灾情况的报告",
        body=tuple(f"（{number}）{_TEXTS[number % len(_TEXTS)]}" for number in range(36)),
        is_practice=False,
        stage="续报一",
        timed_at=china_instant(_FIRST, 21, 40),
        report_to=("区委值班室", "区政府总值班室", "区应急管理局"),
        copy_to=("区消防救援大队",),
        drafted_by="陈晓明",
        signed_by="李建国",
        phone="0000-0000001",
    )
    pages = special_report_pdf(report).pages
    ours = _best(lambda: special_report_pdf(report), repeats=5)
    return _row("PDF of a special report, warm", pages, (ours * 1000, _REPORT_MS), "ms")


def _volume_pdf(sheets: Iterator[LogSheet]) -> Pdf:
    """Set the volume with its contents; how many entries it holds is known at the end only."""
    days = (_FIRST + timedelta(days=number) for number in range(_DAYS))
    lines = tuple(VolumeLine(day, "全天班", "李建国", "陈晓明") for day in days)
    return month_volume_pdf(
        MonthVolume(
            unit="安和街道办事处值班室",
            month=_FIRST,
            is_practice=False,
            lines=lines,
            sheets=sheets,
            journal_head="0" * 64,
            journal_rows=0,
        )
    )


def _speed(name: str, job: Job, size: tuple[int, int], repeats: int) -> dict[str, Any]:
    count, days = size
    ours = _best(lambda: job(_sheets(count, days)), repeats)
    baseline = _best(lambda: _plain_table(_sheets(count, days)), repeats)
    return _row(name, count, (ours * 1000, baseline * 1000), "ms")


def _memory(name: str, job: Job, few: int, many: int) -> dict[str, Any]:
    """Measure what a further page costs at the peak, while the file is joined from its parts."""
    (small_peak, small), (large_peak, large) = (_peak(job, few), _peak(job, many))
    grown = (large_peak - small_peak) / (large.pages - small.pages) / 1024
    return _row(name, large.pages, (grown, _KIB_PER_PAGE), "KiB")


def _row(name: str, count: int, figures: tuple[float, float], unit: str) -> dict[str, Any]:
    ours, baseline = figures
    ratio = ours / baseline
    return {
        "name": name,
        "n": count,
        "ours": round(ours, 2),
        "baseline": round(baseline, 2),
        "unit": unit,
        "ratio": round(ratio, 3),
        "limit": 1.0,
        "holds": ratio <= 1.0,
    }


def _best(job: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        gc.collect()
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def _peak(job: Job, count: int) -> tuple[int, Pdf]:
    gc.collect()
    tracemalloc.start()
    pdf = job(_sheets(count, _DAYS))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak, pdf


def _sheets(count: int, days: int) -> Iterator[LogSheet]:
    """Give the shifts one by one, as a service reads them from the store."""
    each = count // days
    for number in range(days):
        day = _FIRST + timedelta(days=number)
        start = china_instant(day, 8, 30)
        extra = count - each * days if number == days - 1 else 0
        entries = tuple(
            LogSheetEntry(
                no=i + 1,
                at=start + timedelta(minutes=i * 1439 // (each + extra)),
                recorded_at=start + timedelta(minutes=i * 1439 // (each + extra)),
                kind="来电",
                content=_TEXTS[(i + number) % len(_TEXTS)],
                recorder="陈晓明",
                source="安和一社区",
                person="刘某",
                phone=f"0000-{i:07d}",
                handling="已报带班领导，转应急办办理。" if i % 2 else "",
                result="办结",
            )
            for i in range(each + extra)
        )
        yield LogSheet(
            unit="安和街道办事处值班室",
            duty_date=day,
            shift="全天班",
            started_at=start,
            is_practice=False,
            ended_at=start + timedelta(days=1),
            lead_officer="李建国",
            primary_officer="陈晓明",
            entries=entries,
        )


def _plain_table(sheets: Iterator[LogSheet]) -> bytes:
    """Set the obvious way: every cell a Paragraph, all rows in one table, the library's breaks."""
    for role in (Role.SONG, Role.HEI):
        if role.value not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(role.value, str(bundled_file(role))))
    cell = ParagraphStyle("cell", fontName="song", fontSize=9, leading=12.6, wordWrap="CJK")
    head = ParagraphStyle("head", parent=cell, fontName="hei", alignment=1)
    rows = [[Paragraph(text, head) for text in _HEADS]]
    for sheet in sheets:
        rows += [_plain_row(entry, cell) for entry in sheet.entries]
    table = Table(rows, colWidths=[width * MM for width in _COLUMNS], repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), MM),
                ("RIGHTPADDING", (0, 0), (-1, -1), MM),
                ("TOPPADDING", (0, 0), (-1, -1), 0.9 * MM),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0.9 * MM),
            ]
        )
    )
    out = BytesIO()
    margins = {"leftMargin": 28 * MM, "rightMargin": 16 * MM, "topMargin": 25 * MM}
    document = SimpleDocTemplate(
        out, pagesize=A4, bottomMargin=26 * MM, invariant=1, initialFontName="song", **margins
    )
    document.build([table], onLaterPages=_page_number, onFirstPage=_page_number)
    return out.getvalue()


def _plain_row(entry: LogSheetEntry, style: ParagraphStyle) -> list[Any]:
    source = "<br/>".join((entry.kind, entry.source, entry.person, entry.phone))
    texts = (
        str(entry.no),
        f"{entry.at:%H:%M}",
        source,
        escape(entry.content),
        escape(entry.handling),
        "",
        entry.result,
        entry.recorder,
    )
    return [Paragraph(text, style) for text in texts]


def _page_number(canvas: Any, document: Any) -> None:
    canvas.setFont("song", 9)
    canvas.drawCentredString(A4[0] / 2, 50, f"第 {document.page} 页")


if __name__ == "__main__":
    for result in run(quick=False):
        print(result)
