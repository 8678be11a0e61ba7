from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.paper_spot_check_pack import ProofLine, SpotCheckPack
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import LateReport
from dutydesk.papers.spot_check_pack import spot_check_pack_pdf
from tests.papers import reading, samples
from tests.papers.roster_samples import month, sheet

AT = datetime(2026, 11, 20, 0, 36, tzinfo=UTC)
LATE = LateReport(
    incident_id="i1",
    incident_no="2026-7",
    title="丰收市场火灾",
    stage=ReportStage.FIRST,
    medium=ReportMedium.PHONE,
    sequence_no=1,
    due_at=AT,
    sent_at=AT + timedelta(minutes=12),
    late_by_minutes=12,
    reason="通信中断",
)


def pack(**more: Any) -> SpotCheckPack:
    values: dict[str, Any] = {
        "unit": "东湖区安和街道办事处",
        "span": PaperSpan(date(2026, 11, 1), date(2026, 11, 30)),
        "is_practice": False,
        "rosters": (sheet(*month()),),
        "sheets": [samples.typical_sheet()],
        "shift_count": 1,
        "records": (samples.handover(),),
        "record_count": 1,
        "late": (LATE,),
        "first_word": "首报",
        "tested": (
            ProofLine(AT, "设备试呼", "卫星电话", "正常", "甲某"),
            ProofLine(AT, "点名", "周点名", "应答17/18；未应答：安和三社区", is_fault=True),
        ),
    }
    return SpotCheckPack(**{**values, **more})


def texts(value: SpotCheckPack) -> list[str]:
    pdf = spot_check_pack_pdf(value)
    return ["".join(text.split()) for text in reading.pages_text(pdf)]


def test_the_contents_name_the_page_on_which_each_part_begins() -> None:
    pages = texts(pack())
    heads = ("值班表", "值班日志", "交接班记录", "迟报和未报", "电话核实、设备试呼、点名和叫应")
    quantities = ("1张", "1班", "1份", "1条", "2条")
    for number, (head, quantity) in enumerate(zip(heads, quantities, strict=True), 1):
        page = next(n for n, text in enumerate(pages[1:], 2) if head in text)
        assert f"{number}{head}{quantity}{page}" in pages[0]
    for number, text in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in text


def test_a_late_report_stands_with_its_reason_and_what_failed_is_marked() -> None:
    pages = texts(pack())
    assert "通信中断" in pages[-2]
    assert "应答17/18；未应答：安和三社区" in pages[-1]


def test_an_empty_span_prints_its_parts_all_the_same() -> None:
    empty = pack(
        rosters=(), sheets=(), shift_count=0, records=(), record_count=0, late=(), tested=()
    )
    pages = texts(empty)
    assert len(pages) == 6
    assert pages[0].count("无") == 5
    assert all("无" in text for text in pages[1:])


def test_a_practice_pack_is_marked_on_every_page() -> None:
    assert all("演" in text and "练" in text for text in texts(pack(is_practice=True)))


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert spot_check_pack_pdf(pack()).content == spot_check_pack_pdf(pack()).content


def test_a_sheet_that_cannot_be_read_stops_the_pack() -> None:
    def sheets() -> Any:
        yield samples.typical_sheet()
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        spot_check_pack_pdf(pack(sheets=sheets(), shift_count=2))


def test_a_month_nobody_made_a_roster_of_was_counted_as_one() -> None:
    assert "1值班表无2" in texts(pack(rosters=(sheet(),)))[0]
    assert "1值班表1张2" in texts(pack(rosters=(sheet(), sheet(*month()))))[0]
