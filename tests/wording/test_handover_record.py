from dataclasses import replace

from dutydesk.domain.handover import CheckResult
from dutydesk.domain.handover_facts import CarriedItem
from dutydesk.domain.instants import from_iso
from dutydesk.services.handover import CheckFill, Filling, ThingFill
from dutydesk.wording.handover_record import open_item_line
from tests.builders import Staff
from tests.handover_builders import BY, INCOMING, LEAD, OUTGOING, fire, sign, stand_at

INSTANT = from_iso("2026-11-21T08:30")


def test_the_paper_holds_everything_in_words(staffed: Staff) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:20")
    fire(staffed, room.clock.now())
    first, second, third = room.handover.draft().checks[:3]
    room.shift.describe("小雨", "全天平稳。", by=BY)
    room.handover.fill(
        Filling(
            checks=(
                CheckFill(first.item_id, CheckResult.NORMAL),
                CheckFill(second.item_id, CheckResult.ABNORMAL, "缺纸"),
                CheckFill(third.item_id, CheckResult.NOT_APPLICABLE),
            ),
            things=(
                ThingFill("值班室钥匙", "3把", CheckResult.NORMAL),
                ThingFill("对讲机", "2部", CheckResult.ABNORMAL, "一部送修"),
                ThingFill("手电筒"),
            ),
            remarks="上午回电市政处",
        ),
        by=BY,
    )
    sign(staffed, OUTGOING, staffed.admin, note="火灾首报由接班人办")
    sign(staffed, INCOMING, staffed.officer)
    record = room.handover.record(staffed.shift.id)
    assert (record.outgoing_shift, record.incoming_shift) == (
        "2026年11月20日 全天班",
        "2026年11月21日 全天班",
    )
    assert [(one.name, one.count) for one in record.counts] == [
        ("来电", 0),
        ("来文", 0),
        ("上级通知", 0),
        ("突发事件", 1),
        ("预警", 0),
        ("批示", 0),
    ]
    assert record.summary == "全天平稳。"
    assert [(one.result, one.is_fault, one.note) for one in record.checks[:4]] == [
        ("正常", False, ""),
        ("异常", True, "缺纸"),
        ("不适用", False, ""),
        ("", False, ""),
    ]
    assert [(one.quantity, one.result, one.note) for one in record.articles] == [
        ("3把", "相符", ""),
        ("2部", "不符", "一部送修"),
        ("", "", ""),
    ]
    remarks = record.remarks.splitlines()
    assert remarks[0] == "上午回电市政处"
    assert remarks[1].startswith("在办突发事件：2026-001 东市场火灾1，待首报（")
    assert remarks[2:] == ["交班人说明：火灾首报由接班人办"]
    assert record.journal_head == room.handover.view(staffed.shift.id).journal_head
    assert len(record.journal_head) == 64
    assert record.is_practice
    assert record.forced_reason == ""


def test_a_countersignature_is_added_to_the_paper(staffed: Staff) -> None:
    sign(staffed, OUTGOING, staffed.admin)
    sign(staffed, INCOMING, staffed.officer)
    before = staffed.room.handover.record(staffed.shift.id)
    assert before.lead_signature.name == ""
    sign(staffed, LEAD, staffed.lead, note="已阅")
    after = staffed.room.handover.record(staffed.shift.id)
    assert after.lead_signature.name == "丙某"
    assert after.remarks == "带班领导说明：已阅"


def test_the_record_is_set_as_a_paper(staffed: Staff) -> None:
    from dutydesk.papers.handover_record import handover_record_pdf

    sign(staffed, OUTGOING, staffed.admin)
    sign(staffed, INCOMING, staffed.officer)
    record = staffed.room.handover.record(staffed.shift.id)
    pdf = handover_record_pdf(record)
    assert pdf.content.startswith(b"%PDF")
    assert pdf.content == handover_record_pdf(record).content
    assert pdf.missing_glyphs == ()


def test_how_far_a_directive_is_stands_under_progress_not_under_what_to_heed() -> None:
    """已传达 was printed under 注意事项."""
    facts = CarriedItem(
        "d",
        "区长批示",
        "应急办",
        None,
        "办理中",
        is_taken=False,
        progress=("已签收",),
        is_directive=True,
    )
    line = open_item_line(facts, INSTANT, INSTANT.date())
    assert (line.progress, line.note) == ("办理中\n已签收", "")
    line = open_item_line(replace(facts, is_directive=False), INSTANT, INSTANT.date())
    assert (line.progress, line.note) == ("已签收", "办理中")
