"""Parts of the shipped Word templates: pages by GB/T 9704, runs in office fonts, ruled tables."""

# ruff: noqa: SLF001 -- python-docx has no public name for these parts of a document

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

SONG, FANG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
RED = RGBColor(0xE3, 0x00, 0x00)
LEFT, CENTER, RIGHT, BOTH = ALIGN.LEFT, ALIGN.CENTER, ALIGN.RIGHT, ALIGN.JUSTIFY

# What a zip says of its files is the same on every machine.
_STAMP = (1980, 1, 1, 0, 0, 0)


def element(tag: str, **attributes: object) -> Any:
    """Return an element of the w namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
}
"""The order in which Word wants to find what is set; in another it calls a file damaged."""


def put_in_order(parent: Any, child: Any) -> None:
    """Add a child where the schema of Word has its place."""
    order = _ORDER[_local(parent)].split()
    place = order.index(_local(child))
    for other in parent:
        if order.index(_local(other)) > place:
            other.addprevious(child)
            return
    parent.append(child)


def in_order(element: Any) -> bool:
    """Tell whether everything below stands in the order that Word wants."""
    for parent in element.iter():
        if isinstance(parent.tag, str) and _local(parent) in _ORDER:
            order = _ORDER[_local(parent)].split()
            # Heads and feet stand in any order among themselves.
            named = [_local(child).replace("footerRef", "headerRef") for child in parent]
            places = [order.index(name) for name in named]
            if places != sorted(places):
                return False
    return True


def _local(element: Any) -> str:
    return str(element.tag).split("}")[-1]


def new_document(
    *, margins: tuple[float, float, float, float], landscape: bool = False, grid: bool = False
) -> Any:
    """Return an empty A4 document; margins in mm: top, right, bottom, left."""
    document = Document()
    section = document.sections[0]
    width, height = (297, 210) if landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, right, bottom, left = margins
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(max(8, bottom - 12))
    section.header_distance = Mm(12)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    if grid:
        # 22 lines of 29 pt, 28 characters of 15.79 pt each (GB/T 9704-2012).
        pitch = element("docGrid", type="linesAndChars", linePitch=580, charSpace=-843)
        put_in_order(section._sectPr, pitch)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(16 if grid else 9)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FANG if grid else SONG)
    normal.paragraph_format.space_after = Pt(0)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    return document


def run(
    paragraph: Any, text: str, font: str = FANG, size: float = 16.0, *, red: bool = False
) -> Any:
    """Add a run in an office font; Latin letters and figures in the usual one."""
    made = paragraph.add_run(text)
    made.font.name, made.font.size = LATIN, Pt(size)
    made._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    if red:
        made.font.color.rgb = RED
    return made


def paragraph(
    where: Any,
    *runs: tuple[str, str, float],
    align: Any = LEFT,
    leading: float | None = None,
    indent: float = 0.0,
) -> Any:
    """Add a paragraph of runs (text, font, size); ``indent`` of the first line in points."""
    made = where.add_paragraph()
    made.alignment = align
    if leading:
        made.paragraph_format.line_spacing = Pt(leading)
    if indent:
        made.paragraph_format.first_line_indent = Pt(indent)
    for text, font, size in runs:
        run(made, text, font, size)
    return made


def rule_below(made: Any, *, size: int = 12, color: str = "E30000", space: int = 6) -> None:
    """Draw a line under a paragraph; ``size`` in eighths of a point."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz=size, space=space, color=color))
    put_in_order(made._element.get_or_add_pPr(), borders)


def page_number(made: Any, font: str = SONG, size: float = 14.0) -> None:
    """Add the number of the page as a field."""
    _field(made, "PAGE", font, size)


def page_count(made: Any, font: str = SONG, size: float = 9.0) -> None:
    """Add the number of pages as a field."""
    _field(made, "NUMPAGES", font, size)


def _field(made: Any, word: str, font: str, size: float) -> None:
    for kind, text in (("begin", ""), ("", word), ("end", "")):
        part = run(made, "", font, size)
        if kind:
            part._element.append(element("fldChar", fldCharType=kind))
        else:
            instruction = element("instrText")
            instruction.text = text
            part._element.append(instruction)


def register_foot(document: Any, left: str) -> None:
    """Set the foot of a register: what it belongs to, pages, 内部资料."""
    section = document.sections[0]
    foot = section.footer.paragraphs[0]
    width = section.page_width - section.left_margin - section.right_margin
    for place, align in ((width // 2, "center"), (width, "right")):
        foot.paragraph_format.tab_stops.add_tab_stop(place, {"center": 1, "right": 2}[align])
    run(foot, f"{left}\t第 ", SONG, 9)
    page_number(foot, SONG, 9)
    run(foot, " 页　共 ", SONG, 9)
    page_count(foot)
    run(foot, " 页\t内部资料　注意保管", SONG, 9)


def practice_head(document: Any) -> None:
    """Mark every page of a practice room."""
    head = document.sections[0].header.paragraphs[0]
    head.alignment = CENTER
    made = run(head, "{% if is_practice %}演　练{% endif %}", HEI, 26)
    made.font.color.rgb = RGBColor(0xA0, 0xA0, 0xA0)
    made.font.bold = True


def ruled_table(where: Any, widths: Sequence[float], rows: int) -> Any:
    """Add a table with lines, its columns in mm, which keep their widths."""
    made = where.add_table(rows=rows, cols=len(widths))
    made.style = "Table Grid"
    made.autofit = False
    for at, width in enumerate(widths):
        for cell in made.columns[at].cells:
            cell.width = Mm(width)
    return made


def cell_text(
    cell: Any, text: str, font: str = SONG, size: float = 9.0, align: Any = LEFT
) -> None:
    """Put one text into a cell, in the middle of its height."""
    made = cell.paragraphs[0]
    made.alignment = align
    run(made, text, font, size)
    put_in_order(cell._element.get_or_add_tcPr(), element("vAlign", val="center"))


def head_row(table: Any, heads: Sequence[str]) -> None:
    """Fill the first row as the head that every page repeats."""
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell_text(cell, head, HEI, 9, CENTER)
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))


def whole_rows(table: Any) -> None:
    """Let no row go over the end of a page."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))


_NONE = "无"


def loop_table(
    where: Any, name: str, columns: Sequence[tuple[str, str, float]], *, size: float = 9.0
) -> Any:
    """Add a table of columns (head, field, width), a row for each of ``name``, 无 for none."""
    table = ruled_table(where, [width for _, _, width in columns], 7)
    head_row(table, [head for head, _, _ in columns])
    begin, row, end = table.rows[1], table.rows[2], table.rows[3]
    cell_text(begin.cells[0], f"{{%tr for row in {name} %}}")
    for cell, (_, field, _) in zip(row.cells, columns, strict=True):
        cell_text(cell, f"{{{{ row.{field} }}}}", SONG, size)
    cell_text(end.cells[0], "{%tr endfor %}")
    none, said, over = table.rows[4:7]
    cell_text(none.cells[0], f"{{%tr if not {name} %}}")
    wide = said.cells[0].merge(said.cells[-1])
    cell_text(wide, _NONE, SONG, size, CENTER)
    cell_text(over.cells[0], "{%tr endif %}")
    return table


def template_bytes(document: Any) -> bytes:
    """Return the file; the same document gives the same bytes."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
