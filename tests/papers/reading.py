"""Reads a finished paper back: its words, where they stand in millimetres, and its fonts."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pypdf import PdfReader

MM = 72 / 25.4
EXPECTED = Path(__file__).resolve().parent.parent / "expected"


@dataclass(frozen=True)
class PrintedLine:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def expected_text(name: str, text: str) -> str:
    """The agreed text of a paper; DUTYDESK_WRITE_EXPECTED=1 replaces it, to be reviewed."""
    file = EXPECTED / f"{name}.txt"
    if os.environ.get("DUTYDESK_WRITE_EXPECTED") == "1":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def whole_text(pdf) -> str:
    """Every printed line of the paper, one a line, pages parted by a ruler."""
    pages = [printed_lines(pdf, number) for number in range(1, pdf.pages + 1)]
    return "----\n".join("".join(f"{line.text}\n" for line in page) for page in pages)


def pages_text(pdf) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages]


def all_text(pdf) -> str:
    """Every character of the paper without blanks and breaks, in drawing order."""
    return "".join("".join(text.split()) for text in pages_text(pdf))


def printed_lines(pdf, number: int, *, rotated: bool = False) -> list[PrintedLine]:
    """The text lines of a page (1-based) in the order drawn, in mm from the page's corner."""
    with pdfplumber.open(io.BytesIO(pdf.content)) as document:
        every = document.pages[number - 1].chars
    chars = [char for char in every if (abs(char["matrix"][1]) > 0.01) == rotated]
    lines: list[list[dict]] = []
    for char in chars:
        last = lines[-1][-1] if lines else None
        same = last and abs(last["bottom"] - char["bottom"]) < 3 and char["x0"] > last["x0"]
        if same and char["x0"] - last["x1"] < 3:
            lines[-1].append(char)
        else:
            lines.append([char])
    return [_line(chars) for chars in lines]


def page_size(pdf, number: int) -> tuple[float, float]:
    """Width and height of a page (1-based) in millimetres."""
    box = PdfReader(io.BytesIO(pdf.content)).pages[number - 1].mediabox
    return float(box.width) / MM, float(box.height) / MM


def rules(pdf, number: int) -> list[dict]:
    with pdfplumber.open(io.BytesIO(pdf.content)) as document:
        return [dict(line) for line in document.pages[number - 1].lines]


def fonts(pdf) -> dict[str, bool]:
    """Font names of a paper and whether each is embedded."""
    out: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(pdf.content)).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()
            descriptor = described.get("/FontDescriptor")
            name = str(described["/BaseFont"])
            out[name] = bool(descriptor and "/FontFile2" in descriptor.get_object())
    return out


def _line(chars: list[dict]) -> PrintedLine:
    return PrintedLine(
        text="".join(char["text"] for char in chars),
        left=chars[0]["x0"] / MM,
        right=chars[-1]["x1"] / MM,
        top=min(char["top"] for char in chars) / MM,
        bottom=max(char["bottom"] for char in chars) / MM,
        size=round(chars[0]["size"], 2),
    )
