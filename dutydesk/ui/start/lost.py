"""What a restored room has lost, as lines an officer can enter again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dutydesk.domain.backup import LostWrite
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.when import full

# What a write changed besides entries; every table that the journal tells of has its words.
OTHER = {
    "room": "值班室的设定",
    "setting": "设置的改动",
    "officer": "值班人员的改动",
    "shift": "班次",
    "open_item": "未办结事项的改动",
    "open_item_progress": "未办结事项的进展",
    "attachment": "附件",
    "unit": "通讯录的改动",
    "contact": "通讯录的改动",
    "contact_import": "通讯录的导入",
    "contact_number": "通讯录的改动",
    "contact_role": "通讯录的改动",
    "import_mapping": "导入时各列的认定",
    "hq_member": "指挥部成员的改动",
    "training_requirement": "培训要求的改动",
    "training_record": "培训记录",
    "incident": "突发事件的改动",
    "incident_grading": "突发事件的改动",
    "incident_report": "报告",
    "incident_archive": "突发事件的归档",
    "incident_loose_end": "突发事件未了事项的说明",
    "incident_masking": "突发事件的信息遮盖",
    "incident_review": "突发事件的复盘",
    "rectification": "突发事件的整改",
    "incident_notice": "突发事件的通报",
    "initial_action_taken": "突发事件的先期处置",
    "notified_party": "通报单位清单的改动",
    "initial_action": "先期处置清单的改动",
    "command_hq": "指挥部清单的改动",
    "report_draft": "报告的稿件",
    "report_step": "报告的签发和签收",
    "report_source": "报告",
    "report_finding": "报告",
    "incident_task": "突发事件的其他时限",
    "incident_kind": "突发事件种类的改动",
    "level_criterion": "分级标准的改动",
    "near_miss_criterion": "较大涉险标准的改动",
    "deadline_rule": "报送时限规定的改动",
    "checklist_item": "检查项目的改动",
    "phrase": "常用语的改动",
    "saved_filter": "常用条件的改动",
    "directive": "领导批示的办理",
    "directive_chase": "领导批示的催办",
    "roster_post": "值班岗位的改动",
    "roster_member": "排班人员的改动",
    "roster_wish": "排班意愿的改动",
    "key_period": "敏感时期的改动",
    "roster_month": "值班表的发布",
    "roster_slot": "值班表的改动",
    "roster_swap": "调班替班",
    "holiday_year": "节假日的改动",
    "warning": "预警",
    "warning_step": "预警的处理",
    "warning_kind": "预警种类清单的改动",
    "call_round": "叫应",
    "call_target": "叫应",
    "call_attempt": "叫应",
    "responsibility": "谁管这事清单的改动",
    "call_list": "叫应名单",
    "reporting_unit": "下属单位清单的改动",
    "nil_report": "零报告",
    "nil_report_chase": "零报告的催报",
    "nil_report_summary": "零报告的汇总",
    "roll_call_plan": "点名计划的改动",
    "roll_call": "点名",
    "roll_call_target": "点名",
    "roll_call_result": "点名",
    "handover": "交接班",
    "handover_check": "交接班",
    "handover_thing": "交接班",
    "handover_signature": "交接班",
    "equipment_item": "设备清单的改动",
    "equipment_check": "设备检查",
    "absence_notice": "外出报备",
    "absence_change": "外出报备",
    "watch_word": "关注词的改动",
    "incident_offer": "待核记录的处理",
    "late_correction": "交班后更正的阅知",
    "bulletin": "简报",
    "paper_issue": "纸质材料的登记",
}


def lost_lines(lost: Sequence[LostWrite]) -> list[str]:
    """Return one line for each thing that the backup does not hold, oldest first."""
    return [line for write in lost for line in _lines(write)]


def _lines(write: LostWrite) -> Iterator[str]:
    at = full(write.recorded_at)
    try:
        images = json.loads(write.body)
    except ValueError:
        yield f"{at} 保存过一次，内容读不出"
        return
    rows = list(_rows(images))
    entries = [row for table, row in rows if table == "log_entry" and row]
    for row in entries:
        yield f"{full(_at(row, write))} {_kind(row)} {_text(row)}"
    if not entries:
        words = dict.fromkeys(OTHER[table] for table, _ in rows if table in OTHER)
        yield f"{at} {'、'.join(words) or '其他改动'}"


def _rows(body: Any) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield table and row of each after-image, passing over what is not one."""
    images = body.get("rows") if isinstance(body, dict) else None
    for image in images if isinstance(images, list) else []:
        match image:
            case [str(table), _, dict() | None as row]:
                yield table, row


def _at(row: dict[str, Any], write: LostWrite) -> Any:
    try:
        return from_text(row["at"])
    except (KeyError, TypeError, ValueError):
        return write.recorded_at


def _kind(row: dict[str, Any]) -> str:
    kind = row.get("kind")
    return ENTRY_KIND[EntryKind(kind)] if kind in set(EntryKind) else "记录"


def _text(row: dict[str, Any]) -> str:
    names = ("source", "person", "phone", "text", "handling", "instruction")
    parts = [str(row[name]) for name in names if row.get(name)]
    return " ".join(parts + _details(row))


def _details(row: dict[str, Any]) -> list[str]:
    """Return the fields of the kind; what cannot be read any more is shown as it stands."""
    kept = row.get("details")
    if not kept or kept == "{}":
        return []
    try:
        found = json.loads(kept) if isinstance(kept, str) else dict(kept)
        return details_said(EntryKind(row["kind"]), found)
    except (KeyError, TypeError, ValueError):
        return [str(kept)]
