"""The help pages as files: their titles, order and text search; knows no widget."""

from __future__ import annotations

import html
import re
from pathlib import Path

from dutydesk.domain.dataclass import dataclass

ORDER = (
    "index",
    "first_start",
    "first_day",
    "keys",
    "duty_desk",
    "times",
    "duty_log",
    "day_view",
    "attachment",
    "incident",
    "report_draft",
    "bulletin",
    "statistics",
    "call_round",
    "deadlines",
    "alarm",
    "drill",
    "open_item",
    "warning",
    "absence_notice",
    "equipment",
    "nil_report",
    "roll_call",
    "directive",
    "roster",
    "contacts",
    "import",
    "shift",
    "handover",
    "papers",
    "officers",
    "settings",
    "chinese_input",
    "lock",
    "record",
    "backup",
    "readonly",
    "about",
)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: file stem, title and the text without marks, for searching."""

    name: str
    title: str
    text: str
    source: str


class HelpShelf:
    """Reads the pages of a folder once."""

    def __init__(self, folder: Path) -> None:
        found = {file.stem: _read(file) for file in folder.glob("*.html")}
        names = [*(name for name in ORDER if name in found), *sorted(set(found) - set(ORDER))]
        self.pages = tuple(found[name] for name in names)

    def page(self, name: str) -> HelpPage:
        """Return a page by name; the first page when there is none of that name."""
        return next((page for page in self.pages if page.name == name), self.pages[0])

    def find(self, words: str) -> tuple[HelpPage, ...]:
        """Return the pages that hold every word; titles first."""
        wanted = words.lower().split()
        hits = [p for p in self.pages if all(w in f"{p.title}{p.text}".lower() for w in wanted)]
        return tuple(sorted(hits, key=lambda p: not any(w in p.title.lower() for w in wanted)))


def _read(file: Path) -> HelpPage:
    source = file.read_text(encoding="utf-8")
    title = re.search(r"<h1>(.*?)</h1>", source, re.DOTALL)
    text = html.unescape(re.sub(r"<[^>]+>", " ", source))
    return HelpPage(file.stem, title[1].strip() if title else file.stem, text, source)
