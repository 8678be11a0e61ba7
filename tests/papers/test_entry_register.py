from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.paper_entry_register import RegisterAddition, RegisterPart
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.papers.entry_register import entry_register_pdf
from dutydesk.papers.register_columns import FORMS
from dutydesk.wording.paper import PAPER_KIND
from tests.papers import reading
from tests.papers.reading import MM
from tests.papers.register_samples import CALLS, at, full_words, register, row

KINDS = list(REGISTER_KINDS)


def words(paper) -> str:
    return reading.all_text(entry_register_pdf(paper))


def test_a_month_of_calls_reads_as_expected() -> None:
    pdf = entry_register_pdf(CALLS)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("call_register", text)
    assert pdf.missing_glyphs == ()


def test_a_correction_stands_in_the_place_of_the_row_it_corrects_under_one_number() -> None:
    said = words(CALLS)
    assert said.index("〔已更正，见下〕") < said.index("【更正11月20日14:12】（楼号听错）")
    numbers = [
        line.text for line in reading.printed_lines(entry_register_pdf(CALLS), 1) if line.left < 37
    ]
    assert [text for text in numbers if text.isdigit()] == ["1", "2", "3", "4", "5"]
    assert "共4条，另撤回或改记1条" in said


def test_struck_rows_are_struck_and_others_are_not() -> None:
    def strokes(paper) -> int:
        lines = reading.rules(entry_register_pdf(paper), 1)
        return sum(1 for line in lines if line["height"] < 0.1 and 1 < line["width"] < 300)

    plain = register(PaperKind.CALL_REGISTER, row(1, at(20, "09:00"), "一句话。", source="甲"))
    struck = register(
        PaperKind.CALL_REGISTER,
        row(1, at(20, "09:00"), "一句话。", source="甲", struck_mark="〔已撤回〕"),
    )
    # The time takes two lines; then text, source and recorder.
    assert strokes(struck) - strokes(plain) == 5


def test_what_went_on_stands_in_the_row_with_its_time_and_in_the_column_it_belongs_to() -> None:
    said = words(CALLS)
    assert "续14:50去电区燃气公司：阀门松动已处理。" in said
    assert "续21日02:40【更正】夜间复查无异味。（记录人：周燊）" in said
    assert "续14:50录音1120-07" in said
    assert said.count("续21日02:40") == 2
    assert "续14:50区燃气公司" not in said


def test_a_later_entry_of_another_year_says_so() -> None:
    later = RegisterAddition(at(5, "10:00").replace(year=2027), {"text": "补充。"})
    paper = register(
        PaperKind.VISIT_REGISTER, row(1, at(20, "09:00"), "来访。", additions=(later,))
    )
    assert "续2027年11月5日10:00补充。" in words(paper)
    next_month = RegisterAddition(at(5, "10:00", 12), {"text": "补充。"})
    paper = register(
        PaperKind.VISIT_REGISTER, row(1, at(20, "09:00"), "来访。", additions=(next_month,))
    )
    assert "续12月5日10:00补充。" in words(paper)


def test_late_rows_and_rows_that_go_on_from_elsewhere_are_marked() -> None:
    said = words(CALLS)
    assert "11月20日23:50迟记21日00:15" in said
    assert "【接10月31日值班日志第17条】路面已修复。" in said


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_register_prints_none_and_leaves_room_to_sign(kind: PaperKind) -> None:
    parts = [name for name in FORMS[kind].columns if name] or [""]
    paper = register(kind, parts=tuple(RegisterPart(name) for name in parts))
    pdf = entry_register_pdf(paper)
    said = reading.all_text(pdf)
    assert pdf.pages == 1
    assert said.count("无") == len(parts)
    assert PAPER_KIND[kind] in said
    assert "值班日期：2026年11月" in said
    assert "共0条" in said
    assert "制表：审核：年月日" in said
    assert "第1页共1页" in said
    assert "内部资料注意保管" in said


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_a_kind_asks_for_is_printed_once(kind: PaperKind) -> None:
    for asked in REGISTER_KINDS[kind]:
        told = full_words(asked)
        part = "of_subordinate" if kind is PaperKind.DUTY_CHECK_SHEET else ""
        said = words(register(kind, row(1, at(20, "09:00"), "内容在此。", **told), part=part))
        for name, word in told.items():
            assert said.count(word) == 1, (asked, name)
        assert "内容在此。" in said


def test_a_field_without_a_column_stands_with_its_word_under_the_text() -> None:
    paper = register(
        PaperKind.PATROL_REGISTER, row(1, at(20, "21:00"), "正常。", tape_no="77", source="甲处")
    )
    assert "正常。（录音编号：77；来源单位：甲处）" in words(paper)


def test_both_directions_of_checks_have_their_own_part_and_words() -> None:
    paper = register(
        PaperKind.DUTY_CHECK_SHEET,
        parts=(
            RegisterPart("from_superior", (row(1, at(20, "16:30"), "视频抽查。", source="上级"),)),
            RegisterPart(
                "of_subordinate", (row(2, at(20, "17:00"), "抽查社区。", source="下级"),)
            ),
        ),
    )
    said = words(paper)
    assert (
        said.index("一、上级查我") < said.index("抽查单位抽查人应答人") < said.index("视频抽查。")
    )
    assert (
        said.index("二、我查下级") < said.index("被查单位抽查人应答人") < said.index("抽查社区。")
    )
    assert "没有注明" not in said


def test_a_span_over_two_years_prints_the_year_with_each_day() -> None:
    span = PaperSpan(date(2025, 12, 30), date(2026, 1, 2))
    paper = register(PaperKind.VISIT_REGISTER, row(1, at(1, "09:00", 1), "来访。"), span=span)
    said = words(paper)
    assert "2026年1月1日09:00" in said
    assert "值班日期：2025年12月30日至2026年1月2日" in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_lies_in_the_type_area_and_the_head_on_every_page(kind: PaperKind) -> None:
    part = "from_superior" if kind is PaperKind.DUTY_CHECK_SHEET else ""
    told = full_words(REGISTER_KINDS[kind][0])
    long_text = "接安和一社区来电，居民反映建设路与和平街交叉口南侧约50米处路面塌陷。" * 12
    rows = [row(n, at(20, "09:00"), long_text, **told) for n in range(1, 9)]
    pdf = entry_register_pdf(register(kind, *rows, part=part))
    frame = FORMS[kind].frame
    assert pdf.pages > 1
    for number in range(1, pdf.pages + 1):
        lines = reading.printed_lines(pdf, number)
        foot = [line for line in lines if line.top > frame.top + frame.height + 4]
        body = [line for line in lines if line not in foot]
        assert len(foot) == 4
        assert min(line.left for line in body) >= frame.left - 0.1
        assert max(line.right for line in body) <= frame.left + frame.width + 0.1
        assert min(line.top for line in body) >= frame.top - 0.1
        assert max(line.bottom for line in body) <= frame.top + frame.height + 0.2
        assert "序号" in [line.text for line in body]
    texts = ["".join(text.split()) for text in reading.pages_text(pdf)]
    assert "制表：" in texts[-1]
    # A row over two pages says whose rest stands on the second.
    assert any("续" in text for text in texts[1:])
    assert all(f"第{n}页共{pdf.pages}页" in text for n, text in enumerate(texts, 1))


def test_words_of_one_cell_stay_in_their_column() -> None:
    pdf = entry_register_pdf(CALLS)
    edges = [28.0]
    for column in FORMS[PaperKind.CALL_REGISTER].columns[""]:
        edges.append(edges[-1] + column.width)
    table = [
        line
        for line in reading.printed_lines(pdf, 1)
        if 60 < line.top < 28 + 156 and line.size == 9
    ]
    for line in table:
        cell = next((a, b) for a, b in pairwise(edges) if a - 0.1 <= line.left < b - 0.1)
        assert line.right <= cell[1] + 0.3 or line.text.strip()[:2] in {"制表", "审核", "年　"}, (
            line
        )


def test_a_practice_room_marks_its_registers() -> None:
    assert "演" in words(replace(CALLS, is_practice=True))
    assert "演" not in words(CALLS)


def test_equal_data_give_equal_bytes() -> None:
    assert entry_register_pdf(CALLS).content == entry_register_pdf(CALLS).content


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=120), st.text(max_size=60), st.sampled_from(KINDS), st.booleans())
def test_no_text_of_people_can_stop_a_register(text, other, kind, is_struck) -> None:
    part = "" if kind is not PaperKind.DUTY_CHECK_SHEET else "from_superior"
    more = dict.fromkeys(full_words(REGISTER_KINDS[kind][0]), other)
    later = RegisterAddition(at(21, "01:00"), {"text": text, **more})
    mark = other if is_struck else ""
    one = row(1, at(20, "09:00"), text, struck_mark=mark, additions=(later,), **more)
    assert entry_register_pdf(register(kind, one, part=part)).pages >= 1


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_the_line_to_sign_never_stands_alone_on_a_page(count: int) -> None:
    rows = [row(n, at(20, "09:00"), "一句话。" * (count % 5 + 1)) for n in range(1, count + 1)]
    pdf = entry_register_pdf(register(PaperKind.VISIT_REGISTER, *rows))
    last = [line.text for line in reading.printed_lines(pdf, pdf.pages)]
    assert any(text.startswith("制表") for text in last)
    assert str(count) in last


def test_what_went_on_with_a_withdrawn_row_is_not_struck_with_it() -> None:
    """A check was withdrawn, and the later entry that still holds was printed struck through."""
    later = RegisterAddition(at(20, "14:50"), {"text": "现场已恢复。", "result": "办结"})
    gone = row(
        1,
        at(20, "14:05"),
        "燃气异味。",
        result="待查",
        struck_mark="〔已撤回：重复登记〕",
        additions=(later,),
    )
    pdf = entry_register_pdf(register(PaperKind.CALL_REGISTER, gone))
    strokes = [line for line in reading.rules(pdf, 1) if abs(line["top"] - line["bottom"]) < 0.1]

    def is_struck(text: str) -> bool:
        line = next(one for one in reading.printed_lines(pdf, 1) if text in one.text)
        left, top, bottom = (MM * edge for edge in (line.left, line.top, line.bottom))
        return any(
            top + 2 < one["top"] < bottom - 2 and one["x0"] <= left + 1 < one["x1"]
            for one in strokes
        )

    assert is_struck("燃气异味")
    assert is_struck("待查")
    assert not is_struck("现场已恢复")
    assert not is_struck("续14:50 办")
