"""The code on a handover record, read back out of the page."""

import io

import pdfplumber
import pytest

from dutydesk.papers.handover_record import handover_record_pdf
from dutydesk.papers.qr import QUIET, modules
from tests.papers import samples


@pytest.fixture
def page():
    pdf = handover_record_pdf(samples.handover())
    with pdfplumber.open(io.BytesIO(pdf.content)) as file:
        yield file.pages[-1]


def read_back(page, count):
    """Give the modules as they stand on the page: thick lines, one for each run of black."""
    runs = [line for line in page.lines if line["linewidth"] > 1.5]
    left, top = min(run["x0"] for run in runs), min(run["top"] for run in runs)
    module = runs[0]["linewidth"]
    rows = [[False] * count for _ in range(count)]
    for run in runs:
        row = round((run["top"] - top) / module)
        first = round((run["x0"] - left) / module)
        for column in range(first, first + round((run["x1"] - run["x0"]) / module)):
            rows[row][column] = True
    return rows, module


def test_the_code_on_the_page_is_the_head_of_the_chain(page):
    wanted = modules(samples.HEAD.upper())
    found, _ = read_back(page, len(wanted))
    assert found == wanted


def test_the_modules_can_be_scanned_and_the_code_keeps_its_white_border(page):
    count = len(modules(samples.HEAD.upper()))
    _, module = read_back(page, count)
    # 0.4 mm is what hand scanners read safely from a laser print.
    assert module >= 0.4 / 25.4 * 72
    runs = [line for line in page.lines if line["linewidth"] == module]
    left, right = min(run["x0"] for run in runs), max(run["x1"] for run in runs)
    beside = [
        char
        for char in page.chars
        if char["x1"] > left - QUIET * module
        and char["x0"] < right + QUIET * module
        and char["top"] < max(run["top"] for run in runs)
        and char["bottom"] > min(run["top"] for run in runs)
    ]
    assert beside == []


def test_another_head_is_another_code():
    assert modules("ABC 123") != modules("ABC 124")
