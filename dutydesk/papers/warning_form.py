"""The filing form of a warning (预警备案表): what was issued, who was told when, how it ended."""

from __future__ import annotations

from dutydesk.domain.paper import Pdf, Signature
from dutydesk.domain.paper_warning_form import WarningForm
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_CENTER, CELL_LEFT
from dutydesk.papers.tables import Cell, Column, Table
from dutydesk.wording.warning import NOT_STATED
from dutydesk.wording.when import moment, with_year

_TITLE = "预警备案表"
_GAP = 8.0
_STAMP = "\n\n"
_STEPS = (
    Column("时间", 30, CELL_CENTER),
    Column("事项", 58, CELL_LEFT),
    Column("说明", 58, CELL_LEFT),
    Column("经办人", 20, CELL_CENTER),
)
_Row = list[tuple[str, str]]


def warning_form_pdf(form: WarningForm, fonts: PaperFonts | None = None) -> Pdf:
    """Set one warning on its form; what the notice did not state is said to be missing."""
    pages = Pages(
        f"{_TITLE} {form.warning_no}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{form.warning_no}", right=blocks.KEEP_INSIDE),
        is_practice=form.is_practice,
    )
    blocks.register_title(pages, form.unit, _TITLE)
    blocks.label_grid(pages, _head(form), is_followed=True)
    for name, text in (
        ("原因", form.cause or blocks.UNWRITTEN),
        ("预警内容", form.content or NOT_STATED),
        ("可能影响范围", form.area or NOT_STATED),
        ("影响", form.impact or blocks.UNWRITTEN),
        ("应采取的措施", form.measures or NOT_STATED),
    ):
        blocks.text_block(pages, name, text, is_joined=True, is_followed=True)
    told = [
        ("报告", form.reported or "未报告"),
        ("转发", form.forwarded or "未转发"),
        ("应急响应", form.response or "未启动"),
        ("解除或变更", form.ended or "在效"),
        *((("由来", form.replaced),) if form.replaced else ()),
        *((("叫应", "\n".join(form.rounds)),) if form.rounds else ()),
    ]
    blocks.label_grid(pages, [[one] for one in told], is_joined=True, is_followed=True)
    blocks.text_block(pages, "盖章", _STAMP, is_joined=True)
    _set_steps(pages, form)
    pages.y += _GAP
    blocks.sign_block(
        pages,
        (
            ("登记人", Signature(form.recorder)),
            ("带班领导", Signature()),
        ),
    )
    return pages.close()


def _head(form: WarningForm) -> list[_Row]:
    start = with_year(form.valid_from) if form.valid_from else NOT_STATED
    end = with_year(form.valid_to) if form.valid_to else NOT_STATED
    return [
        [("编号", form.warning_no), ("文号", form.doc_no or blocks.NOBODY)],
        [("发布单位", form.issued_by), ("标题", form.title)],
        [("类别", form.kind), ("级别", form.level)],
        [("发布时间", with_year(form.issued_at)), ("接收时间", with_year(form.received_at))],
        [("起始时间", start), ("有效至", end)],
        [
            ("传播方式", "、".join(form.channels) or blocks.UNWRITTEN),
            ("周期", form.period or blocks.UNWRITTEN),
        ],
    ]


def _set_steps(pages: Pages, form: WarningForm) -> None:
    table = Table(pages, _STEPS)
    rows = [(moment(step.at), step.what, step.words, step.officer) for step in form.steps]
    blocks.section_of(pages, "处理经过", table, rows)
    table.head()
    # The sign block must not stand alone on a page.
    signed = _GAP + blocks.sign_block_height()
    for at, row in enumerate(rows, 1):
        table.row(row, keep=signed if at == len(rows) else 0.0)
    if not rows:
        table.band(Cell((Piece(blocks.NONE),), style=CELL_CENTER))
    table.end()
