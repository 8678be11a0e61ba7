"""The contact sheet: one row a scene, one column a setting, every picture a link."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Protocol


class Shot(Protocol):
    """What the sheet needs to know of a picture."""

    scene: str
    look: str
    scale: int
    size: tuple[int, int]
    file: str


_HEAD = """<!doctype html><meta charset="utf-8"><title>DutyDesk</title>
<style>
body { font: 14px sans-serif; margin: 24px; background: #ddd; }
figure { display: inline-block; margin: 6px; vertical-align: top; }
img { width: 320px; border: 1px solid #888; }
figcaption { font-size: 12px; }
</style>
"""


def write_sheet(out: Path, shots: Sequence[Shot], pages: Sequence[str]) -> Path:
    """Write ``index.html`` beside the pictures and return it."""
    parts = [_HEAD]
    for scene, group in groupby(shots, key=lambda shot: shot.scene):
        parts.append(f"<h2>{html.escape(scene)}</h2>")
        parts += [
            _figure(shot.file, f"{shot.look} {shot.scale} % {shot.size[0]}×{shot.size[1]}")
            for shot in group
        ]
    if pages:
        parts.append("<h2>papers</h2>")
        parts += [_figure(page, page) for page in pages]
    sheet = out / "index.html"
    sheet.write_text("\n".join(parts), encoding="utf-8")
    return sheet


def _figure(file: str, words: str) -> str:
    name = html.escape(file)
    return (
        f'<figure><a href="{name}"><img src="{name}" loading="lazy"></a>'
        f"<figcaption>{html.escape(words)}</figcaption></figure>"
    )
