from dutydesk.papers.equipment_list import equipment_list_pdf
from tests.papers import reading
from tests.papers.register_lists import EQUIPMENT, check, equipment, item


def test_a_month_of_checks_reads_as_expected():
    pdf = equipment_list_pdf(EQUIPMENT)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("equipment_list", text)
    assert pdf.missing_glyphs == ()
    assert equipment_list_pdf(EQUIPMENT).content == pdf.content


def test_what_is_empty_prints_none_and_what_nobody_looked_at_says_so():
    assert reading.all_text(equipment_list_pdf(equipment())).count("无") == 2
    assert "未查" in reading.all_text(equipment_list_pdf(equipment([item("传真机")])))


def test_a_year_of_checks_goes_over_pages_under_repeated_heads():
    checks = [check("08:34", f"设备{n}", note="电池更换") for n in range(365)]
    pdf = equipment_list_pdf(equipment(checks=checks))
    text = reading.all_text(pdf)
    assert pdf.pages > 5
    assert text.count("电量、试呼") == pdf.pages
    assert all(f"设备{n}" in text for n in range(365))
