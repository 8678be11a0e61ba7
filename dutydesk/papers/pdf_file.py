"""The PDF file itself: pages as compressed streams, text operators, metadata without any time.

Pages are written here instead of through ReportLab's canvas and flowables: each page is
compressed as soon as it is full, so memory does not grow with uncompressed pages, and no text
passes a markup parser. Coordinates are points from the lower left corner of the page.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Sequence
from threading import Lock
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc

from dutydesk.domain.paper import MissingGlyph, Pdf
from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import PaperFonts
from dutydesk.papers.styles import BLACK

PAGE_WIDTH, PAGE_HEIGHT = A4
_WRITING = Lock()
"""A font face reads its own file through one position, so only one paper at a time may subset."""

_ESCAPES = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\"}
_PRODUCER = "DutyDesk"
_RESOURCES = "PaperResources"
_DOUBLE_DASH = "——"


class _Metadata(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab ships no types
    """Title and producer only: a date would make equal papers differ."""

    def format(self, document: Any) -> Any:
        entries = {
            "Title": pdfdoc.PDFString(self.title),
            "Producer": pdfdoc.PDFString(_PRODUCER),
        }
        return pdfdoc.PDFDictionary(entries).format(document)


class PdfFile:
    """One PDF being written; `close` gives its bytes and must be the last call."""

    def __init__(
        self,
        title: str,
        fonts: PaperFonts,
        page_size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT),
    ) -> None:
        self.fonts = fonts
        self._page_size = page_size
        self.pages = 0
        self._title = title
        self._document = pdfdoc.PDFDocument(
            dummyoutline=0, compression=1, invariant=1, pdfVersion=(1, 4), lang="zh-CN"
        )
        self._document.info = _Metadata()
        self._document.info.title = title
        self._codes: dict[Role, dict[str, tuple[str, str, float]]] = {role: {} for role in Role}
        self._missing: Counter[str] = Counter()
        self._operators: list[str] = []
        self._state: tuple[str, float] | None = None
        self._tracking = 0.0
        self._color = BLACK
        self._forms: dict[str, str] = {}
        self._dashes: list[str] = []

    def text(  # noqa: PLR0913 - a position, a matrix, a style: the operators of one line
        self,
        at: tuple[float, float],
        runs: Sequence[tuple[Role, str]],
        size: float,
        *,
        trackings: Sequence[float] = (),
        color: tuple[float, float, float] = BLACK,
        turn: tuple[float, float] = (1.0, 0.0),
    ) -> None:
        """Set one line at a baseline point; `turn` is (cosine, sine) of its direction.

        `trackings` holds for each run what is added after every character, none adds nothing.
        """
        out = self._operators
        self._use_color(color)
        cosine, sine = turn
        out.append(
            f"BT {_number(cosine)} {_number(sine)} {_number(-sine)} {_number(cosine)} "
            f"{_number(at[0])} {_number(at[1])} Tm"
        )
        x = at[0]
        for (role, text), tracking in zip(runs, trackings or (0.0,) * len(runs), strict=True):
            if tracking != self._tracking:
                out.append(f"{_number(tracking)} Tc")
                self._tracking = tracking
                if x != at[0]:
                    out.append(f"1 0 0 1 {_number(x)} {_number(at[1])} Tm")
            x = self._show(role, text, (x, at[1], size, tracking))
        out.append("ET")
        out += self._dashes
        self._dashes.clear()

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        color: tuple[float, float, float] = BLACK,
    ) -> None:
        """Draw a straight line of `width` points."""
        red, green, blue = color
        self._operators.append(
            f"{_number(red)} {_number(green)} {_number(blue)} RG {_number(width)} w "
            f"{_number(start[0])} {_number(start[1])} m {_number(end[0])} {_number(end[1])} l S"
        )

    def use_form(self, name: str, at: tuple[float, float]) -> None:
        """Place a form that may be drawn later with `end_form`, origin at a point."""
        self._forms.setdefault(name, f"Fm{len(self._forms)}")
        self._operators.append(
            f"q 1 0 0 1 {_number(at[0])} {_number(at[1])} cm /{self._forms[name]} Do Q"
        )
        # Inside the form the text state is its own; after it the page's is as it was.

    def end_page(self) -> None:
        """Close the page: its operators become one compressed stream."""
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self._page_size
        page.Contents = self._stream()
        page.Resources = pdfdoc.PDFObjectReference(_RESOURCES)
        self._document.inPage()
        self._document.addPage(page)
        self.pages += 1

    def move_to_front(self, start: int) -> None:
        """Let the pages from `start` (counted from 0) stand before all others."""
        every = self._document.Pages.pages
        every[:] = every[start:] + every[:start]

    def end_form(self, name: str, width: float, height: float) -> None:
        """Turn the operators since the last page into the form of this name."""
        form = pdfdoc.PDFFormXObject(0, -height, width, height)
        form.Contents = self._stream()
        form.hasImages = 0
        self._document.addForm(name, form)

    def close(self) -> Pdf:
        """Write the file and return it with its hash and the characters no font had."""
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.XObject = {
            internal: pdfdoc.PDFObjectReference(pdfdoc.xObjectName(name))
            for name, internal in self._forms.items()
        }
        self._document.Reference(resources, _RESOURCES)
        with _WRITING:
            content: bytes = self._document.GetPDFData(None)
        missing = tuple(MissingGlyph(char, n) for char, n in sorted(self._missing.items()))
        return Pdf(content, self.pages, hashlib.sha256(content).hexdigest(), missing)

    def _stream(self) -> Any:
        content = "\n".join(self._operators).encode("latin-1")
        self._operators.clear()
        self._state, self._tracking, self._color = None, 0.0, BLACK
        stream = pdfdoc.PDFStream(content=zlib.compress(content, 6))
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        return stream

    def _use_color(self, color: tuple[float, float, float]) -> None:
        if color != self._color:
            self._operators.append(" ".join(_number(part) for part in color) + " rg")
            self._color = color

    def _show(self, role: Role, text: str, pen: tuple[float, float, float, float]) -> float:
        """Show one run from a pen (x, y, size, tracking); return where the pen stops."""
        codes = self._codes[role]
        x, y, size, tracking = pen
        shown: list[str] = []
        if _DOUBLE_DASH in text:
            self._join_dashes(role, text, pen)
        for char in text:
            code = codes.get(char)
            if code is None:
                code = codes[char] = self._code(role, char)
            subset, byte, advance = code
            if (subset, size) != self._state:
                self._flush(shown)
                self._operators.append(f"{subset} {_number(size)} Tf")
                self._state = (subset, size)
                if tracking:
                    # Readers differ on tracking at the end of a string: say where the next is.
                    self._operators.append(f"1 0 0 1 {_number(x)} {_number(y)} Tm")
            shown.append(byte)
            x += advance * size + tracking
        self._flush(shown)
        self._count_missing(role, text)
        return x

    def _join_dashes(self, role: Role, text: str, pen: tuple[float, float, float, float]) -> None:
        """Draw the stroke between the two halves of a 破折号, one dash two ems long."""
        x, y, size, tracking = pen
        typeface = self.fonts.typeface(role)
        left, bottom, right, top = typeface.glyph("—").face.box("—")
        start = 0
        while (start := text.find(_DOUBLE_DASH, start)) >= 0:
            before = sum(typeface[char] * size + tracking for char in text[:start])
            step = typeface["—"] * size + tracking
            self._dashes.append(
                f"{_number(x + before + left * size)} {_number(y + bottom * size)} "
                f"{_number(step + (right - left) * size)} {_number((top - bottom) * size)} re f"
            )
            start += 2
            if text[start : start + 1] == "—":
                start -= 1

    def _flush(self, shown: list[str]) -> None:
        if shown:
            self._operators.append(f"({''.join(shown)}) Tj")
            shown.clear()

    def _code(self, role: Role, char: str) -> tuple[str, str, float]:
        glyph = self.fonts.typeface(role).glyph(char)
        font = glyph.face.font
        subset, code = font.splitString(glyph.char, self._document)[0]
        name: str = font.getSubsetInternalName(subset, self._document)
        return name, _ESCAPES.get(code[0], chr(code[0])), glyph.advance

    def _count_missing(self, role: Role, text: str) -> None:
        missing = self.fonts.typeface(role).missing
        if missing and not missing.isdisjoint(text):
            self._missing.update(char for char in text if char in missing)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
