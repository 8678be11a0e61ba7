import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.papers.log_sheet import log_sheet_pdf
from tests.papers import reading, samples


def log(*sheets):
    return log_sheet_pdf(sheets)


def test_a_typical_day_reads_as_expected():
    pdf = log(samples.typical_sheet())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("log_sheet", text)
    assert pdf.missing_glyphs == ()


def test_every_character_of_an_entry_is_found_again():
    everything = reading.all_text(log(samples.typical_sheet()))
    for entry in samples.TYPICAL_ENTRIES:
        for text in (entry.source, entry.person, entry.phone, entry.kind, entry.recorder):
            assert "".join(text.split()) in everything
        for text in (entry.content, entry.handling, entry.result):
            assert not set("".join(text.split())) - set(everything)


def test_an_empty_shift_prints_none_and_leaves_room_to_sign():
    pdf = log(samples.empty_sheet())
    words = "".join(reading.pages_text(pdf)[0].split())
    assert pdf.pages == 1
    assert words.count("无") == 2
    assert "值班概况未填写" in words
    assert "说明未核对" in words
    assert words.count("年月日时分") == 3


def test_the_calendar_day_stands_between_entries_before_and_after_midnight():
    text = "".join(
        "".join(part.split()) for part in reading.pages_text(log(samples.typical_sheet()))
    )
    assert text.index("23:55") < text.index("2026年11月21日星期六") < text.index("02:15")
    assert text.count("星期六") == 1


def test_a_late_entry_shows_both_times_and_the_mark():
    entry = samples.entry(
        1,
        "23:50",
        "来电",
        "跨日补记",
        is_late=True,
        recorded_at=samples.at("02:15", samples.NEXT_DAY),
    )
    words = reading.all_text(log(samples.empty_sheet(entries=(entry,))))
    assert "23:50迟记21日02:15" in words


def test_a_correction_names_the_original_and_the_original_the_correction():
    words = reading.all_text(log(samples.typical_sheet()))
    assert "〔已更正，见第7条〕" in words
    assert "【更正第5条11月20日15:20】（楼号记错）" in words


def test_a_correction_of_an_earlier_shift_names_its_day():
    earlier = samples.EntryReference(3, samples.DAY - timedelta(days=2))
    entry = samples.entry(1, "09:00", "其他", "应为3人。", corrects=earlier)
    words = reading.all_text(log(samples.empty_sheet(entries=(entry,))))
    assert "【更正11月18日第3条11月20日09:00】" in words


def test_the_head_stands_on_every_page_and_the_sign_block_on_one():
    pdf = log(samples.crowded_sheet())
    texts = ["".join(text.split()) for text in reading.pages_text(pdf)]
    assert pdf.pages > 5
    assert all("内容处理情况领导批示办理结果记录人" in text for text in texts[:-1])
    assert "设备检查" in texts[-1]
    assert all(f"{name}（签字）" in texts[-1] for name in ("交班人", "接班人", "带班领导"))


def test_shifts_of_a_document_begin_on_fresh_pages_and_are_counted_through():
    day = timedelta(days=1)
    second = samples.empty_sheet(duty_date=samples.NEXT_DAY, started_at=samples.START + day)
    pdf = log_sheet_pdf(sheet for sheet in (samples.empty_sheet(), second))
    texts = ["".join(text.split()) for text in reading.pages_text(pdf)]
    assert pdf.pages == 2
    assert "2026年11月20日全天班" in texts[0]
    assert "2026年11月21日全天班" in texts[1]
    assert "第2页共2页" in texts[1]


def test_a_document_without_a_shift_is_refused():
    with pytest.raises(ValueError, match="at least one shift"):
        log_sheet_pdf(())


def test_markup_of_people_is_printed_as_they_typed_it():
    nasty = "<b>未闭合 & <img src=\"/etc/hostname\"> &lt; <font color='red'> %s \\ (( ]]>"
    entry = samples.entry(1, "09:00", "来电", nasty, source=nasty, handling="\x00\x1b[31m\t甲\n乙")
    words = reading.all_text(log(samples.empty_sheet(entries=(entry,), summary=nasty)))
    for part in ("<b>未闭合&<imgsrc=", "hostname", "&lt;", "甲", "乙", "[31m"):
        assert part in words
    assert words.count("<b>未闭合") == 3


def test_names_of_rare_characters_are_printed_everywhere():
    names = "喆堃玥珺昇燊"
    entry = samples.entry(1, "09:00", "来电", names, source=names, recorder=names)
    sheet = samples.empty_sheet(
        unit=names,
        entries=(entry,),
        primary_officer=names,
        secondary_officer="",
        outgoing_signature=samples.Signature(names, samples.END),
    )
    pdf = log(sheet)
    assert pdf.missing_glyphs == ()
    assert reading.all_text(pdf).count("燊") == 6


def test_a_character_no_font_has_is_reported():
    pdf = log(samples.empty_sheet(summary="收到\U0001f600"))
    assert [one.character for one in pdf.missing_glyphs] == ["\U0001f600"]
    assert "收到〓" in reading.all_text(pdf)


TEXT = st.text(max_size=200)


@settings(max_examples=25, deadline=None)
@given(TEXT, TEXT, TEXT, TEXT, st.booleans())
def test_no_text_of_people_can_stop_the_sheet(content, source, name, summary, is_struck):
    entry = samples.entry(
        1,
        "09:00",
        name,
        content,
        source=source,
        handling=content,
        directive=source,
        result=name,
        recorder=name,
        corrected_by=samples.EntryReference(2) if is_struck else None,
    )
    sheet = samples.typical_sheet(
        unit=name, shift=name, entries=(entry,), summary=summary, lead_officer=name, weather=source
    )
    assert log(sheet).pages >= 1


def test_equal_data_give_equal_bytes_in_another_process():
    code = (
        "from tests.papers import samples; from dutydesk.papers.log_sheet import log_sheet_pdf;"
        "print(log_sheet_pdf((samples.typical_sheet(),)).sha256)"
    )
    root = Path(__file__).resolve().parent.parent.parent
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=root
    )
    first, second = log(samples.typical_sheet()), log(samples.typical_sheet())
    assert first.content == second.content
    assert other.stdout.strip() == first.sha256


def test_every_font_of_the_sheet_is_embedded():
    fonts = reading.fonts(log(samples.typical_sheet(is_practice=True)))
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_the_review_of_the_lead_stands_over_the_signatures():
    words = reading.all_text(log(samples.typical_sheet(reviewed="已阅，请跟进。")))
    assert words.index("领导审阅已阅，请跟进。") < words.index("交班人（签字）")
    assert "领导审阅" not in reading.all_text(log(samples.typical_sheet()))


def test_numbers_that_jump_are_explained_under_the_table():
    said = "按发生时间排列，序号为记录先后。"
    first, second = (
        samples.entry(1, "09:00", "来电", "后"),
        samples.entry(2, "08:40", "来电", "先"),
    )
    assert said in reading.all_text(log(samples.empty_sheet(entries=(second, first))))
    assert said not in reading.all_text(log(samples.empty_sheet(entries=(second,))))


def test_the_head_asks_for_nothing_that_nobody_can_enter():
    words = reading.all_text(log(samples.empty_sheet(secondary_officer="", standby_officer="")))
    assert "降雨量" not in words
    assert "副班—备勤—" in words


def test_no_telephone_number_is_broken_in_the_column_of_sources():
    entry = samples.entry(1, "09:00", "来电", "积水。", phone="0571-88886666")
    lines = reading.printed_lines(log(samples.empty_sheet(entries=(entry,))), 1)
    assert "0571-88886666" in [line.text for line in lines]


def test_what_the_kind_asks_and_what_an_entry_continues_stand_with_the_content():
    entry = replace(
        samples.entry(2, "23:50", "传真", "防汛值守通知"),
        urgency="特急",
        particulars=("文号：安应急〔2026〕3号", "页数：3"),
        continues=EntryReference(12, date(2026, 11, 19)),
    )
    text = "".join(reading.all_text(log(samples.typical_sheet(entries=(entry,)))).split())
    assert "【接11月19日第12条】【特急】防汛值守通知" in text
    assert "文号：安应急〔2026〕3号；页数：3" in text


def test_a_withdrawn_row_is_struck_and_the_row_below_says_what_it_takes_back():
    reference = samples.EntryReference
    struck = samples.entry(
        3, "08:40", "来电", "记重的来电。", corrected_by=reference(5), is_withdrawn=True
    )
    why = "与第2条重复"
    back = samples.entry(
        5, "09:00", "来电", why, corrects=reference(3), is_withdrawal=True, correction_reason=why
    )
    words = reading.all_text(log(samples.empty_sheet(entries=(struck, back))))
    assert "〔已撤回，见第5条〕" in words
    assert "【撤回第3条" in words
    assert words.count("与第2条重复") == 1


def test_the_sign_block_never_stands_alone_under_a_long_check_or_review():
    for lines in (40, 70, 80, 90, 100):
        equipment = tuple(samples.CheckLine(f"设备{n}", "正常") for n in range(lines))
        reviewed = "已阅，请跟进。" * 20 * lines
        for more in ({"equipment": equipment}, {"reviewed": reviewed}):
            pdf = log_sheet_pdf([samples.empty_sheet(**more)])
            last = "".join(reading.pages_text(pdf)[-1].split())
            above = last.split("交班人（签字）")[0]
            assert f"设备{lines - 1}" in above or "请跟进" in above, (lines, list(more))
