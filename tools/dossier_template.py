"""The Word template of the dossier of an incident."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_BREAK

from tools import word_parts as parts
from tools.word_parts import BOTH, CENTER, FANG, HEI, KAI, SONG, TITLE

_WIDE = 166


def incident_dossier() -> Any:
    """Return the dossier: cover, then part by part in the order of the printed one."""
    document = parts.new_document(margins=(25, 16, 26, 28))
    _cover(document)
    _head(document, "基本情况")
    _field_rows(document, "facts")
    _field_rows(document, "figures")
    _field_rows(document, "texts")
    _head(document, "等级认定")
    parts.loop_table(
        document,
        "gradings",
        (
            ("认定时间", "at", 31),
            ("等级", "level", 26),
            ("认定人", "by", 22),
            ("理由", "reason", 87),
        ),
    )
    _head(document, "报告时限")
    parts.loop_table(
        document,
        "clocks",
        (
            ("报告", "name", 28),
            ("起算", "starts_at", 24),
            ("时限", "due_at", 24),
            ("报出", "sent_at", 24),
            ("结果", "result", 22),
            ("依据、原因", "rule", 44),
        ),
    )
    _head(document, "报告全文")
    _reports(document)
    _head(document, "事件经过")
    parts.loop_table(
        document, "timeline", (("时间", "at", 31), ("类别", "sort", 20), ("内容", "text", 115))
    )
    _head(document, "值班日志")
    parts.loop_table(
        document,
        "entries",
        (
            ("编号", "no", 21),
            ("时间", "at", 31),
            ("类别", "kind", 19),
            ("内容", "text", 79),
            ("记录人", "recorder", 16),
        ),
    )
    _parts(document)
    _head(document, "附件清单")
    parts.loop_table(
        document,
        "attachments",
        (
            ("序号", "no", 11),
            ("名称", "name", 75),
            ("大小", "size", 22),
            ("校验码", "sha256", 32),
            ("日志", "entry", 26),
        ),
    )
    parts.register_foot(document, "突发事件卷宗　{{ incident_no }}")
    parts.practice_head(document)
    return document


def _cover(document: Any) -> None:
    for _ in range(8):
        parts.paragraph(document)
    parts.paragraph(document, ("{{ unit }}", SONG, 16), align=CENTER, leading=28)
    parts.paragraph(document, ("突发事件卷宗", TITLE, 40), align=CENTER, leading=60)
    parts.paragraph(document, ("{{ title }}", KAI, 22), align=CENTER, leading=36)
    for _ in range(8):
        parts.paragraph(document)
    _field_rows(document, "cover")
    parts.paragraph(document).add_run().add_break(WD_BREAK.PAGE)


def _head(document: Any, text: str) -> None:
    made = parts.paragraph(document, (text, HEI, 10.5), leading=18)
    made.paragraph_format.keep_with_next = True
    made.paragraph_format.space_before = 90000


def _field_rows(document: Any, name: str) -> None:
    table = parts.ruled_table(document, (30, _WIDE - 30), 3)
    parts.cell_text(table.rows[0].cells[0], f"{{%tr for row in {name} %}}")
    parts.cell_text(table.rows[1].cells[0], "{{ row.name }}", HEI, 9, CENTER)
    parts.cell_text(table.rows[1].cells[1], "{{ row.value }}")
    parts.cell_text(table.rows[2].cells[0], "{%tr endfor %}")
    parts.paragraph(document, leading=4)


def _reports(document: Any) -> None:
    parts.paragraph(document, ("{%p for report in reports %}", SONG, 9))
    parts.paragraph(
        document,
        (
            "{{ loop.index }}. {{ report.name }}　{{ report.issue_no }}　{{ report.sent_at }}",
            HEI,
            12,
        ),
        ("{{ report.marks }}", HEI, 12),
        leading=22,
    )
    parts.paragraph(document, ("{{ report.title }}", HEI, 12), align=CENTER, leading=20)
    parts.paragraph(document, ("{%p for text in report.body %}", SONG, 9))
    parts.paragraph(document, ("{{ text }}", FANG, 12), align=BOTH, leading=20, indent=24)
    parts.paragraph(document, ("{%p endfor %}", SONG, 9))
    parts.paragraph(document, ("{{ report.said }}", SONG, 9))
    parts.paragraph(document, ("{%p endfor %}", SONG, 9))


def _parts(document: Any) -> None:
    parts.paragraph(document, ("{%p for part in parts %}", SONG, 9))
    made = parts.paragraph(document, ("{{ part.title }}", HEI, 10.5), leading=18)
    made.paragraph_format.keep_with_next = True
    parts.paragraph(document, ("{%p for line in part.lines %}", SONG, 9))
    parts.paragraph(document, ("{{ line }}", SONG, 9))
    parts.paragraph(document, ("{%p endfor %}", SONG, 9))
    parts.paragraph(document, ("{%p endfor %}", SONG, 9))
