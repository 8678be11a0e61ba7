from dutydesk.papers.phone_report_sheet import phone_report_sheet_pdf
from tests.papers import reading
from tests.papers.incident_samples import phone_sheet


def test_a_sheet_reads_as_expected() -> None:
    pdf = phone_report_sheet_pdf(phone_sheet())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("phone_report_sheet", text)
    assert (pdf.pages, pdf.missing_glyphs) == (1, ())


def test_it_says_who_answered_and_whom_the_caller_had_told() -> None:
    said = reading.all_text(phone_report_sheet_pdf(phone_sheet()))
    assert "接听人赵某" in said
    assert "18:28已报119，18:31已报区应急管理局" in said


def test_an_order_and_the_words_read_back_are_set() -> None:
    told = phone_sheet(instruction="先疏散<b>楼上", is_read_back=True)
    said = reading.all_text(phone_report_sheet_pdf(told))
    assert "对方指示先疏散<b>楼上" in said
    assert "（已复述核对）" in said


def test_what_nobody_said_is_said_to_be_missing() -> None:
    blank = phone_sheet(
        receiver="", reporter="", source="", situation="", measures="", harm="", already_told=""
    )
    said = reading.all_text(phone_report_sheet_pdf(blank))
    assert "结果正在核实" in said
    assert said.count("未填写") == 5


def test_late_and_marked_reports_say_so() -> None:
    late = phone_sheet(judged="迟报8分", late_reason="线路不通", marks=("更正", "越级上报"))
    said = reading.all_text(phone_report_sheet_pdf(late))
    assert "【更正】【越级上报】" in said
    assert "迟报原因线路不通" in said


def test_a_long_report_goes_over_pages_inside_the_type_area() -> None:
    pdf = phone_report_sheet_pdf(phone_sheet(body="现场正在处置。" * 700, measures="疏散。" * 900))
    assert pdf.pages > 2
    for number in range(1, pdf.pages + 1):
        lines = reading.printed_lines(pdf, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 28 + 166.1
    last = "".join(line.text for line in reading.printed_lines(pdf, pdf.pages))
    assert "记录人（签字）" in last
    assert all(reading.fonts(pdf).values())


def test_many_receivers_of_a_call_were_squeezed_into_half_the_width() -> None:
    many = tuple(f"东湖区第{number}街道办事处总值班室" for number in range(1, 13))
    lines = reading.printed_lines(phone_report_sheet_pdf(phone_sheet(report_to=many)), 1)
    (first,) = [line for line in lines if "第1街道" in line.text]
    assert first.right > 28 + 120
    assert any("接听人" in line.text for line in lines)
