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


def test_places_and_numbers_that_no_item_has_take_no_room():
    """Twelve items without any place or number filled two thirds of a page with blank columns."""
    plain = [
        item(f"设备{n}", location="", checked_at=EQUIPMENT.items[0].checked_at) for n in (1, 2)
    ]
    text = reading.all_text(equipment_list_pdf(equipment(plain)))
    assert "序号设备最近检查结果情况" in text
    lines = [line.text for line in reading.printed_lines(equipment_list_pdf(equipment(plain)), 1)]
    assert lines.count("11月20日08:34") == 2
    placed = [*plain, item("传真机", number="0000-0000889")]
    assert "序号设备位置号码最近检查结果情况" in reading.all_text(
        equipment_list_pdf(equipment(placed))
    )


def test_who_made_and_reviewed_it_signs_on_the_page_of_the_last_row():
    for rows in range(20, 60, 3):
        checks = [check("08:34", f"设备{n}", note="电池更换") for n in range(rows)]
        last = "".join(
            reading.pages_text(equipment_list_pdf(equipment(checks=checks)))[-1].split()
        )
        assert f"设备{rows - 1}正常" in last.split("制表：")[0]
        assert "制表：审核：年月日" in last
