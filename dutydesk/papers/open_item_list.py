"""The list of open items (未办结事项清单): the tables of the handover record, by themselves."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_open_item_list import OpenItemList
from dutydesk.papers import blocks
from dutydesk.papers.fonts import PaperFonts, paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.styles import REGISTER_NOTE, Align
from dutydesk.wording.when import with_year

_TITLE = "未办结事项清单"


def open_item_list_pdf(paper: OpenItemList, fonts: PaperFonts | None = None) -> Pdf:
    """Set the list as it stood at its instant; one without anything open prints 无."""
    as_of = f"截至{with_year(paper.as_of)}"
    pages = Pages(
        f"{_TITLE} {as_of}",
        REGISTER,
        fonts or paper_fonts(),
        Foot(left=f"{_TITLE}　{as_of}", right=blocks.KEEP_INSIDE),
        is_practice=paper.is_practice,
    )
    blocks.register_title(pages, paper.unit, _TITLE)
    right = replace(REGISTER_NOTE, align=Align.RIGHT)
    at = (0.0, pages.y)
    pages.put(as_of, REGISTER_NOTE, at, pages.width)
    pages.put(f"共 {len(paper.items) + len(paper.directives)} 件", right, at, pages.width)
    pages.y += REGISTER_NOTE.leading + 2
    blocks.section(pages, "一、未办结事项")
    blocks.open_items(pages, paper.items)
    blocks.section(pages, "二、领导批示")
    blocks.open_items(pages, paper.directives)
    return pages.close()
