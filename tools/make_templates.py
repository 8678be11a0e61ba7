"""Write the shipped Word templates anew: ``python -m tools.make_templates``."""

# ruff: noqa: SLF001 -- python-docx has no public name for these parts of a document

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.shared import Mm, Pt

from dutydesk import paths
from tools import word_parts as parts
from tools.word_parts import BOTH, CENTER, FANG, HEI, KAI, LEFT, RIGHT, SONG, TITLE

OFFICIAL = (37, 26, 35, 28)
REGISTER = (25, 16, 26, 28)
_LINE = 28.95
_CELL = 15.8


def bulletin(*, has_stage: bool) -> Any:
    """Return the layout of bulletins; only a special report has a stage."""
    document = parts.new_document(margins=OFFICIAL, grid=True)
    width = Mm(156)
    top = parts.paragraph(document, ("{{ urgency }}\t{{ marks }}", HEI, 16), leading=_LINE)
    top.paragraph_format.tab_stops.add_tab_stop(width, 2)
    head = document.add_paragraph()
    head.alignment = CENTER
    head.paragraph_format.line_spacing = Pt(2 * _LINE)
    parts.run(head, "{{ masthead }}", TITLE, 50, red=True)
    parts.paragraph(document, ("（{{ issue_no }}）", FANG, 16), align=CENTER, leading=_LINE)
    unit = parts.paragraph(document, ("　{{ unit }}\t{{ issued_on }}　", FANG, 16), leading=_LINE)
    unit.paragraph_format.tab_stops.add_tab_stop(width, 2)
    parts.rule_below(unit)
    for _ in range(2):
        parts.paragraph(document, leading=_LINE)
    parts.paragraph(document, ("{{ title }}", TITLE, 22), align=CENTER, leading=34)
    if has_stage:
        _if(document, "stage")
        parts.paragraph(document, ("（{{ stage }}）", KAI, 16), align=CENTER, leading=_LINE)
        _end(document, "if")
    parts.paragraph(document, leading=_LINE)
    parts.paragraph(document, ("{%p for paragraph in body %}", FANG, 16))
    parts.paragraph(
        document,
        ("{{ paragraph.first }}", HEI, 16),
        ("{{ paragraph.second }}", KAI, 16),
        ("{{ paragraph.text }}", FANG, 16),
        align=BOTH,
        leading=_LINE,
        indent=2 * _CELL,
    )
    _end(document, "for")
    _if(document, "timed_at")
    parts.paragraph(document, leading=_LINE)
    timed = parts.paragraph(document, ("{{ timed_at }}", FANG, 16), align=RIGHT, leading=_LINE)
    timed.paragraph_format.right_indent = Pt(2 * _CELL)
    _end(document, "if")
    parts.paragraph(document, leading=_LINE)
    _colophon(document)
    _bulletin_feet(document)
    parts.practice_head(document)
    return document


def _if(document: Any, field: str) -> None:
    parts.paragraph(document, (f"{{%p if {field} %}}", FANG, 16))


def _end(document: Any, what: str) -> None:
    parts.paragraph(document, (f"{{%p end{what} %}}", FANG, 16))


def _colophon(document: Any) -> None:
    """Set the colophon as a table that floats at the lower edge of its page."""
    table = document.add_table(rows=7, cols=1)
    table.autofit = False
    rows = table.rows
    for at, text in (
        (0, "{%tr if report_to %}"),
        (1, "报：{{ report_to }}。"),
        (2, "{%tr endif %}"),
        (3, "{%tr if copy_to %}"),
        (4, "送：{{ copy_to }}。"),
        (5, "{%tr endif %}"),
        (6, _PEOPLE),
    ):
        cell = rows[at].cells[0]
        cell.width = Mm(156)
        parts.cell_text(cell, text, FANG, 14)
        made = cell.paragraphs[0]
        made.paragraph_format.left_indent = made.paragraph_format.right_indent = Pt(14)
    properties = table._tbl.tblPr
    at_the_foot = {"vertAnchor": "margin", "horzAnchor": "margin"}
    borders = parts.element("tblBorders")
    # 0.35 mm above and below, 0.25 mm between.
    for side, size in (("top", 8), ("bottom", 8), ("insideH", 6)):
        borders.append(parts.element(side, val="single", sz=size, space=0, color="000000"))
    for made in (
        parts.element("tblpPr", **at_the_foot, tblpXSpec="left", tblpYSpec="bottom"),
        parts.element("tblOverlap", val="never"),
        borders,
    ):
        parts.put_in_order(properties, made)


_PEOPLE = (
    "{% if drafted_by %}编辑：{{ drafted_by }}　{% endif %}"
    "{% if reviewed_by %}审核：{{ reviewed_by }}　{% endif %}"
    "签发：{% if signed_by %}{{ signed_by }}{% else %}　　　　　{% endif %}　"
    "{% if phone %}联系电话：{{ phone }}{% endif %}"
    "{% if copies %}　（共印{{ copies }}份）{% endif %}"
)


def _bulletin_feet(document: Any) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for foot, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        made = foot.paragraphs[0]
        made.alignment = align
        indent = made.paragraph_format
        indent.left_indent = indent.right_indent = Pt(14)
        parts.run(made, "— ", SONG, 14)
        parts.page_number(made)
        parts.run(made, " —", SONG, 14)
    even = section.even_page_header.paragraphs[0]
    even.alignment = CENTER
    parts.run(even, "{% if is_practice %}演　练{% endif %}", HEI, 26)


def phone_report_sheet() -> Any:
    """Return the telephone report sheet."""
    document = parts.new_document(margins=REGISTER)
    _title(document, "电话报告记录单")
    _if(document, "marks")
    parts.paragraph(document, ("{{ marks }}", HEI, 9))
    _end(document, "if")
    pairs = (
        (("通话时间", "sent_at"), ("报告阶段", "stage")),
        (("受话单位", "report_to"), ("接听人", "receiver")),
        (("报告人", "reporter"), ("值班电话", "phone")),
        (("报告内容", "body"),),
        (("编号", "incident_no"), ("等级", "level")),
        (("事件", "title"), ("类型", "kind")),
        (("事发时间", "occurred_at"), ("接报时间", "received_at")),
        (("地点", "place"), ("信息来源", "source")),
        (("起因", "cause"),),
        (("过程", "situation"),),
        (("措施", "measures"),),
        (("结果", "harm"),),
        (("影响趋势", "next_steps"),),
        (("已告知", "already_told"),),
        (("对方指示", "instruction"),),
        (("报告时限", "limit"), ("是否按时", "judged")),
        (("迟报原因", "late_reason"),),
    )
    _pairs(document, pairs)
    parts.paragraph(document)
    table = parts.ruled_table(document, (83, 83), 3)
    for at, texts in enumerate(
        (
            ("记录人（签字）", "带班领导（签字）"),
            ("{{ reporter }}", "{{ approved_by }}"),
            ("{{ recorded_at }}", "　　年　　月　　日　　时　　分"),
        )
    ):
        for cell, text in zip(table.rows[at].cells, texts, strict=True):
            parts.cell_text(cell, text, HEI if at == 0 else SONG, 9, CENTER)
    table.rows[1].height = Mm(12)
    parts.register_foot(document, "{{ incident_no }}　{{ stage }}（电话）")
    parts.practice_head(document)
    return document


def _title(document: Any, title: str) -> None:
    parts.paragraph(document, ("{{ unit }}", SONG, 12), align=CENTER)
    parts.paragraph(document, (title, TITLE, 22), align=CENTER, leading=32)


def _pairs(document: Any, pairs: tuple[tuple[tuple[str, str], ...], ...]) -> None:
    table = parts.ruled_table(document, (20, 63, 20, 63), len(pairs))
    for row, named in zip(table.rows, pairs, strict=True):
        cells = row.cells
        if len(named) == 1:
            cells[1].merge(cells[3])
        for at, (name, field) in enumerate(named):
            parts.cell_text(cells[2 * at], name, HEI, 9, CENTER)
            parts.cell_text(cells[2 * at + 1], f"{{{{ {field} }}}}")
        row.height = Mm(7)


def incident_ledger() -> Any:
    """Return the ledger of incidents, across the sheet."""
    document = parts.new_document(margins=(28, 16, 26, 28), landscape=True)
    _title(document, "突发事件台账")
    line = parts.paragraph(document, ("接报日期：{{ span }}\t{{ counts }}", SONG, 9))
    line.paragraph_format.tab_stops.add_tab_stop(Mm(253), 2)
    table = parts.loop_table(
        document,
        "rows",
        (
            ("编号", "incident_no", 18),
            ("时间", "times", 29),
            ("地点", "place", 26),
            ("事件", "title", 33),
            ("类型", "kind", 22),
            ("等级", "level", 15),
            ("伤亡", "casualties", 22),
            ("{{ first_word }}时间", "first_reports", 29),
            ("是否按时", "judged", 19),
            ("续报次数", "follow_up_count", 10),
            ("终报时间", "final_at", 16),
            ("状态", "status", 14),
        ),
    )
    parts.whole_rows(table)
    makers = parts.paragraph(document, ("制表：\t审核：\t　　　　年　　月　　日", SONG, 9))
    for place, kind in ((Mm(101), 0), (Mm(253), 2)):
        makers.paragraph_format.tab_stops.add_tab_stop(place, kind)
    parts.register_foot(document, "突发事件台账　{{ span }}")
    parts.practice_head(document)
    return document


TEMPLATES: dict[str, Callable[[], Any]] = {
    "special_report": lambda: bulletin(has_stage=True),
    "bulletin": lambda: bulletin(has_stage=False),
    "phone_report_sheet": phone_report_sheet,
    "incident_ledger": incident_ledger,
}


if __name__ == "__main__":
    from tools.dossier_template import incident_dossier

    folder = paths.resources_dir() / "templates"
    folder.mkdir(exist_ok=True)
    for name, make in {**TEMPLATES, "incident_dossier": incident_dossier}.items():
        target = folder / f"{name}.docx"
        target.write_bytes(parts.template_bytes(make()))
        print(f"wrote {target.name}")
