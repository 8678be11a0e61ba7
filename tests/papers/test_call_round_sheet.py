from dataclasses import replace

import pytest

from dutydesk.domain.paper_call_round_sheet import CallRoundSheet, CallSheetLine, CallSheetRow
from dutydesk.papers.call_round_sheet import call_round_sheet_pdf
from tests.papers import reading
from tests.papers.samples import UNIT, at


def line(name="李某", result="没接", clock="19:24", **more):
    facts = {
        "name": name,
        "phone": "19900000001",
        "try_no": "1",
        "at": at(clock),
        "channel": "电话",
        "result": result,
        "words": "",
        **more,
    }
    return CallSheetLine(**facts)


def row(no, *lines, **more):
    facts = {
        "no": no,
        "unit": "安和一社区",
        "name": "李某 书记",
        "phone": "19900000001",
        "state": "已应",
        "lines": lines,
        **more,
    }
    return CallSheetRow(**facts)


ROUND = CallRoundSheet(
    unit=UNIT,
    title="暴雨橙色预警叫应防汛责任人",
    is_practice=False,
    words="请立即到岗，转移低洼院落居民，10分钟内回报到位情况。",
    started_at=at("19:24"),
    started_by="陈晓明",
    within_minutes=5,
    summary="应叫4人，应答2人（其中B角应答1人），报上级1人，未应1人；应答率50%，5分钟内应答2人（50%）。",
    took="12分00秒",
    about="暴雨橙色预警（区气象台）",
    superior="丙某 19900000003",
    ended_at=at("19:36"),
    ended_by="陈晓明",
    end_note="社区派人上门",
    missing="安和四社区 赵某",
    told="安和三社区 周某",
    rows=(
        row(1, line(result="答了", words="收到，马上到岗")),
        row(
            2,
            line(clock="19:25"),
            line(clock="19:26", result="占线", try_no="2"),
            line(clock="19:27", try_no="3"),
            line("B角 王某", "答了", "19:29", phone="19910000001", words="已转移3户8人"),
            state="B角已应",
        ),
        row(
            3,
            line(result="答了", is_struck=True, try_no=""),
            line(mark="更正 19:31"),
            line("上级 丙某", "答了", "19:33", phone="19900000003", words="派人上门"),
            state="已报上级",
        ),
        row(4, line(), state="未应", is_open=True),
        row(5, state="免叫", note="已在值班室"),
    ),
)


def test_a_round_reads_as_expected():
    pdf = call_round_sheet_pdf(ROUND)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("call_round_sheet", text)
    assert (pdf.pages, pdf.missing_glyphs) == (1, ())
    assert call_round_sheet_pdf(ROUND).content == pdf.content


def test_a_slip_is_struck_and_its_correction_stands_under_it():
    def strokes(paper):
        lines = reading.rules(call_round_sheet_pdf(paper), 1)
        return sum(1 for one in lines if one["height"] < 0.1 and 1 < one["width"] < 100)

    kept = replace(ROUND, rows=(row(1, line()),))
    struck = replace(ROUND, rows=(row(1, line(is_struck=True)),))
    assert strokes(struck) > strokes(kept)


def test_heads_repeat_and_all_five_hundred_are_found():
    many = replace(
        ROUND, rows=tuple(row(n, line(f"甲{n}"), name=f"甲{n} 书记") for n in range(1, 501))
    )
    pdf = call_round_sheet_pdf(many)
    text = reading.all_text(pdf)
    assert text.count("序号单位姓名、职务") >= pdf.pages - 1 > 5
    assert all(f"甲{n}" in text for n in (1, 250, 500))


def test_long_texts_stay_inside_the_table_and_an_empty_round_prints_none():
    long = row(1, line(words="答" * 300, name="阿卜杜热西提·艾合买提江"), unit="单" * 60)
    pdf = call_round_sheet_pdf(replace(ROUND, rows=(long,)))
    lines = [one for page in range(1, pdf.pages + 1) for one in reading.printed_lines(pdf, page)]
    assert all(one.left >= 27.9 and one.right <= 194.1 for one in lines)
    empty = call_round_sheet_pdf(replace(ROUND, rows=(), words="", missing=""))
    text = reading.all_text(empty)
    assert "无" in text
    assert "未填写" in text


def test_a_masked_one_says_so_on_every_page():
    text = reading.all_text(call_round_sheet_pdf(replace(ROUND, is_masked=True)))
    assert "手机号码已遮盖" in text


@pytest.mark.parametrize("count", range(20, 30))
def test_nobody_signs_on_a_page_without_the_result(count):
    rows = tuple(row(no, line(result="答了")) for no in range(1, count + 1))
    pages = reading.pages_text(call_round_sheet_pdf(replace(ROUND, rows=rows)))
    (signed,) = [page for page in pages if "（签字）" in page]
    assert "二、叫应结果" in signed
    assert "合计" in signed
