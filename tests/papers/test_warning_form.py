from dataclasses import replace

import pytest

from dutydesk.domain.paper_warning_form import WarningForm, WarningFormStep
from dutydesk.papers.warning_form import warning_form_pdf
from tests.papers import reading
from tests.warning_builders import at

FORM = WarningForm(
    unit="安和街道办事处值班室",
    is_practice=True,
    warning_no="2026-3",
    issued_by="区气象台",
    title="暴雨橙色预警信号",
    kind="暴雨",
    level="橙色（二级）",
    doc_no="",
    issued_at=at("08:18"),
    received_at=at("08:20"),
    valid_from=at("08:18"),
    valid_to=at("11:18"),
    channels=("短信", "大喇叭"),
    period="",
    cause="受低涡影响",
    content="预计未来3小时，我区大部分地区将出现50毫米以上降雨，请<防范>。",
    area="我区大部分地区",
    impact="可能引发山洪",
    measures="",
    reported="2026年11月20日 08:25　带班领导丙某（收到后5分）",
    forwarded="",
    response="11月20日 08:40启动三级响应；响应事项：防汛",
    ended="",
    replaced="由2026-2暴雨蓝色预警（区气象台11月20日06:00发布）变更而来",
    recorder="甲某",
    steps=(
        WarningFormStep(at("08:25"), "已报告带班领导丙某", "要求各社区上岗", "甲某"),
        WarningFormStep(at("08:40"), "启动三级响应", "", "甲某"),
    ),
    rounds=("11月20日 08:26叫应“防汛责任人”，应叫12人，已应11人",),
)


def test_a_form_reads_as_expected() -> None:
    pdf = warning_form_pdf(FORM)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("warning_form", text)
    assert (pdf.pages, pdf.missing_glyphs) == (1, ())
    assert warning_form_pdf(FORM).content == pdf.content


def test_what_the_notice_did_not_state_and_nobody_did_is_said() -> None:
    bare = replace(
        FORM, content="", area="", valid_from=None, valid_to=None, reported="", steps=(), rounds=()
    )
    said = reading.all_text(warning_form_pdf(bare))
    assert said.count("来文未载明") == 5
    assert "未报告" in said
    assert "未转发" in said
    assert "解除或变更在效" in said


def test_a_long_warning_goes_over_pages_inside_the_type_area() -> None:
    pdf = warning_form_pdf(replace(FORM, content="预计有大到暴雨。" * 600, steps=FORM.steps * 30))
    assert pdf.pages > 2
    for number in range(1, pdf.pages + 1):
        lines = reading.printed_lines(pdf, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 28 + 166.1


@pytest.mark.parametrize("count", range(2, 10))
def test_nobody_signs_on_a_page_without_anything_over_it(count: int) -> None:
    steps = tuple(WarningFormStep(at("08:25"), "已报告", "", "甲某") for _ in range(count))
    pages = reading.pages_text(warning_form_pdf(replace(FORM, steps=steps)))
    (signed,) = [page for page in pages if "（签字）" in page]
    assert "已报告" in signed.partition("（签字）")[0]


def test_a_warning_followed_to_its_end_stands_on_one_page() -> None:
    steps = tuple(WarningFormStep(at("08:25"), "已报告", "雨停", "甲某") for _ in range(4))
    assert warning_form_pdf(replace(FORM, steps=steps)).pages == 1
