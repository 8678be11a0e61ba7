"""Page images of every paper of the practice room, made in the same run, drawn with pypdfium2."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2

from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.demo_papers import write_papers
from dutydesk.domain.instants import china_instant

_SCALE = 1.2
# The days that the texts of the demo speak of.
_NOW = china_instant(date(2026, 11, 21), 9, 40)


def page_pictures(folder: Path, out: Path) -> list[str]:
    """Make the papers in ``folder`` and draw every page; returns the picture names in order."""
    room = build_demo(folder / "demo", _NOW)
    papers = write_papers(room, folder / "papers")
    room.close()
    names = []
    for paper in papers:
        document = pypdfium2.PdfDocument(paper)
        for number in range(len(document)):
            name = f"page-{paper.stem}-{number + 1:02}.png"
            document[number].render(scale=_SCALE).to_pil().save(out / name)
            names.append(name)
        document.close()
    return names
