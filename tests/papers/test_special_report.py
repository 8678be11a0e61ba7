from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.paper_special_report import BodyLevel, body_pieces
from dutydesk.papers.paragraph import NO_END, NO_START
from dutydesk.papers.special_report import GRID, special_report_pdf
from tests.papers import reading, samples


def body_of(pdf, number):
    lines = reading.printed_lines(pdf, number)
    return [line for line in lines if line.size == 16 and line.top > 37]


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("special_report_first", samples.first_report),
        ("special_report_follow_up", samples.follow_up_report),
    ],
)
def test_reports_read_as_expected(name, report):
    pdf = special_report_pdf(report())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text(name, text)
    assert pdf.missing_glyphs == ()


def test_a_full_page_holds_22_lines_of_28_characters_in_16_point():
    han = "值" * 28 * 60
    pdf = special_report_pdf(samples.first_report(body=(han,)))
    lines = body_of(pdf, 2)
    assert len(lines) == 22
    assert {len(line.text) for line in lines} == {28}
    assert {line.size for line in lines} == {16}
    steps = {round(after.top - before.top, 1) for before, after in pairwise(lines)}
    assert steps == {10.2}
    assert lines[0].left == pytest.approx(28, abs=0.1)
    assert lines[0].right == pytest.approx(184, abs=0.1)
    assert lines[0].top >= 37
    assert lines[-1].bottom <= 37 + 225


def test_no_line_of_the_body_breaks_the_rules():
    pdf = special_report_pdf(samples.follow_up_report())
    lines = [line for n in range(1, pdf.pages + 1) for line in body_of(pdf, n)]
    assert pdf.pages == 3
    assert not [line.text for line in lines if line.text[0] in NO_START]
    assert not [line.text for line in lines if line.text[-1] in NO_END]
    assert all(line.right <= 184.1 for line in lines)


def test_the_red_line_is_as_wide_as_the_type_area():
    (red,) = [
        rule
        for rule in reading.rules(special_report_pdf(samples.first_report()), 1)
        if rule["stroking_color"][0] > 0.8
    ]
    assert red["x0"] / reading.MM == pytest.approx(28, abs=0.01)
    assert red["width"] / reading.MM == pytest.approx(156, abs=0.01)


def test_the_colophon_stands_on_the_lower_edge_of_the_last_page():
    pdf = special_report_pdf(samples.follow_up_report())
    black = [rule for rule in reading.rules(pdf, pdf.pages) if rule["stroking_color"][0] == 0]
    assert [round(rule["linewidth"] / reading.MM, 2) for rule in black] == [0.35, 0.25, 0.35]
    assert black[-1]["top"] / reading.MM == pytest.approx(37 + 225, abs=0.01)
    assert all(rule["width"] / reading.MM == pytest.approx(156, abs=0.01) for rule in black)
    words = "".join(reading.pages_text(pdf)[-1].split())
    assert "报：区委值班室，区政府总值班室，区应急管理局。" in words
    assert "送：区消防救援大队，安和派出所。" in words
    assert "编辑：陈晓明审核：周燊签发：李建国联系电话：0000-0000001（共印3份）" in words


def test_the_colophon_never_stands_alone():
    for count in range(1, 30):
        pdf = special_report_pdf(samples.first_report(body=("值班员报告领导批示。" * 3,) * count))
        last = reading.pages_text(pdf)[-1]
        assert "批示" in last
        assert "联系电话" in last
        black = [rule for rule in reading.rules(pdf, pdf.pages) if rule["stroking_color"][0] == 0]
        text = [line for line in reading.printed_lines(pdf, pdf.pages) if line.size == 16]
        assert text[-1].bottom <= black[0]["top"] / reading.MM


def test_pages_are_numbered_outside():
    pdf = special_report_pdf(samples.follow_up_report())
    numbers = [reading.printed_lines(pdf, n)[-1] for n in (1, 2, 3)]
    assert [line.text for line in numbers] == ["— 1 —", "— 2 —", "— 3 —"]
    assert numbers[0].left > 105 > numbers[1].right
    assert numbers[2].left > 105


def test_the_stage_stands_under_the_title_of_a_follow_up_only():
    assert "（续报一）" in reading.all_text(special_report_pdf(samples.follow_up_report()))
    first = reading.all_text(special_report_pdf(samples.first_report()))
    assert "（续报" not in first
    assert first.startswith("特急突发事件信息专报（第12期）安和街道办事处值班室2026年11月20日关于")


def test_headings_are_set_in_their_fonts():
    import io

    import pdfplumber

    pdf = special_report_pdf(samples.follow_up_report())
    with pdfplumber.open(io.BytesIO(pdf.content)) as document:
        fonts = {
            (char["text"], char["fontname"].split("+")[1])
            for page in document.pages
            for char in page.chars
            if char["size"] == 16
        }
    assert ("基", "NotoSansSC-Regular") in fonts
    assert any(char == "概" and "Kai" in font for char, font in fonts)
    assert ("房", "FandolFang-Regular") in fonts


def test_long_and_short_mastheads_stand_in_the_middle_and_inside():
    for masthead in (
        "快报",
        "值班快报",
        "突发事件信息专报",
        "安和街道突发事件应急处置信息专报",
    ):
        pdf = special_report_pdf(samples.first_report(masthead=masthead, urgency=""))
        parts = [line for line in reading.printed_lines(pdf, 1) if line.top < 62]
        left, right = parts[0].left, parts[-1].right
        assert "".join(part.text for part in parts) == masthead
        assert left >= 27.9
        assert right <= 184.1
        assert (left + right) / 2 == pytest.approx(28 + 78, abs=0.5)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.lists(st.text(max_size=300), max_size=4))
def test_no_text_of_people_can_stop_the_report(title, body):
    report = samples.first_report(
        masthead=title, title=title, unit=title, body=tuple(body), report_to=(title,), phone=title
    )
    assert special_report_pdf(report).pages >= 1


def test_equal_reports_give_equal_bytes():
    one, two = (special_report_pdf(samples.follow_up_report()) for _ in range(2))
    assert one.content == two.content


@pytest.mark.parametrize("rest", ["继续" * 10, "继续" * 20, "继续" * 30])
def test_a_heading_never_ends_a_page_also_before_the_lines_kept_with_the_colophon(rest):
    for lines in range(1, 20):
        body = ("值" * 28 * lines, "三、下一步工作", rest)
        pdf = special_report_pdf(samples.first_report(body=body))
        for number in range(1, pdf.pages + 1):
            printed = body_of(pdf, number)
            assert not printed or "下一步工作" not in printed[-1].text, lines


@pytest.mark.parametrize("title", ["火灾", "关于安和街道东市场旁平房火灾", "值" * 30, "值" * 50])
@pytest.mark.parametrize("stage", ["", "续报一"])
def test_one_blank_line_parts_the_title_from_a_body_on_the_grid(title, stage):
    report = samples.first_report(title=title, stage=stage, body=("值" * 28 * 40,))
    lines = reading.printed_lines(special_report_pdf(report), 1)
    body = next(n for n, line in enumerate(lines) if line.text.startswith("值" * 26))
    middle = [(line.top + line.bottom) / 2 for line in lines]
    grid = GRID / reading.MM
    assert (lines[body].top - 37) % grid == pytest.approx(
        (lines[body + 1].top - 37) % grid, abs=0.1
    )
    assert 1.9 * grid <= middle[body] - middle[body - 1] <= 2.3 * grid


def test_the_time_under_the_text_says_no_zero_minutes():
    report = samples.first_report(timed_at=samples.at("16:00"))
    assert "11月20日16时报" in reading.all_text(special_report_pdf(report))


def test_a_long_issuing_unit_is_drawn_together_instead_of_breaking_in_its_bracket():
    unit = "青云市滨江区人民政府总值班室（应急中心）"
    texts = [
        line.text
        for line in reading.printed_lines(special_report_pdf(samples.first_report(unit=unit)), 1)
    ]
    assert unit in texts
    longer = "青云市滨江区人民政府总值班室（区突发事件应急指挥中心办公室）"
    texts = [
        line.text
        for line in reading.printed_lines(special_report_pdf(samples.first_report(unit=longer)), 1)
    ]
    assert "青云市滨江区人民政府总值班室" in texts


def test_a_heading_of_two_lines_is_still_a_heading():
    heading = "二、" + "关于进一步做好当前防汛抗旱和地质灾害防范应对工作的几点考虑" * 2
    assert [piece.level for piece in body_pieces(heading)] == [BodyLevel.FIRST]


STAGES = ("", "续报一", "续报十二", "核报", "终报")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("marks", [(), ("更正第12期",), ("更正第12期", "越级上报")])
def test_every_stage_keeps_the_measures_of_the_standard(stage, marks):
    report = samples.first_report(
        stage=stage,
        marks=marks,
        title="关于东湖区安和街道东市场北侧临街商铺二层仓库火灾并引发燃气泄漏险情处置情况的报告",
        report_to=tuple(f"东湖区第{number}办公室" for number in range(12)),
    )
    pdf = special_report_pdf(report)
    assert pdf.missing_glyphs == ()
    assert all(reading.fonts(pdf).values())
    text = reading.all_text(pdf)
    assert (f"（{stage}）" in text) == bool(stage)
    for mark in marks:
        assert f"【{mark}】" in text
    (red,) = [rule for rule in reading.rules(pdf, 1) if rule["stroking_color"][0] > 0.8]
    assert red["width"] / reading.MM == pytest.approx(156, abs=0.01)
    last = [rule for rule in reading.rules(pdf, pdf.pages) if rule["stroking_color"][0] == 0]
    assert last[-1]["top"] / reading.MM == pytest.approx(37 + 225, abs=0.01)
    for number in range(1, pdf.pages + 1):
        lines = reading.printed_lines(pdf, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 184.1
        assert lines[-1].text == f"— {number} —"


def test_marks_stand_at_the_right_of_the_urgency_whatever_they_say():
    for marks in (("更正第12期",), ("更正第128期：续报十二", "越级上报", "补报")):
        pdf = special_report_pdf(samples.first_report(urgency="特急", marks=marks))
        top = [line for line in reading.printed_lines(pdf, 1) if line.top < 43]
        assert top[0].text == "特急"
        assert top[1].left > top[0].right
        assert max(line.right for line in top) <= 184.1


def test_a_title_stood_alone_on_its_page_over_many_receivers() -> None:
    many = tuple(f"东湖区第{number}街道应急管理综合执法指挥中心" for number in range(1, 25))
    report = samples.first_report(body=("本辖区未接报突发事件，" * 4,), report_to=many)
    first, *_ = reading.pages_text(special_report_pdf(report))
    assert "本辖区未接报突发事件" in "".join(first.split())
