from dutydesk.domain.paper_stale_contact_list import StaleContactRow
from dutydesk.papers.stale_contact_list import stale_contact_list_pdf
from tests.papers import reading
from tests.papers.contact_lists import STALE, stale


def test_who_waits_reads_as_expected():
    pdf = stale_contact_list_pdf(STALE)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("stale_contact_list", text)
    assert pdf.missing_glyphs == ()
    assert stale_contact_list_pdf(STALE).content == pdf.content


def test_a_masked_list_shows_no_mobile_and_an_empty_one_prints_none():
    masked = reading.all_text(stale_contact_list_pdf(stale(STALE.rows, is_masked=True)))
    assert "199****0051" in masked
    assert "1990000" not in masked
    assert "无" in reading.all_text(stale_contact_list_pdf(stale()))


def test_many_go_over_pages_under_repeated_heads():
    rows = [StaleContactRow("安和一社区", f"某{n}", verified="从未") for n in range(200)]
    pdf = stale_contact_list_pdf(stale(rows))
    text = reading.all_text(pdf)
    assert pdf.pages > 3
    assert text.count("上次核实") == pdf.pages
    assert all(f"某{n}" in text for n in range(200))
