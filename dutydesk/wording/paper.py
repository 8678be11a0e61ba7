"""Words of papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain.paper_issue import (
    NothingToPrint,
    PaperKind,
    PaperKindUnknown,
    PaperNotWritten,
    PaperOptionUnfit,
)
from dutydesk.domain.paper_span import SpanReversed, SpanUnclear
from dutydesk.wording.system_words import in_brackets
from dutydesk.wording.when import whole_day

PAPER_KIND = {
    PaperKind.LOG_SHEET: "值班日志",
    PaperKind.HANDOVER_RECORD: "交接班记录",
    PaperKind.SPECIAL_REPORT: "突发事件信息专报",
    PaperKind.DIRECTORY: "通讯录",
    PaperKind.CALL_REGISTER: "来电去电登记表",
    PaperKind.DOCUMENT_REGISTER: "来文传真登记表",
    PaperKind.NOTICE_REGISTER: "上级通知登记表",
    PaperKind.VISIT_REGISTER: "来访登记表",
    PaperKind.PATROL_REGISTER: "巡查记录表",
    PaperKind.FAULT_REGISTER: "设备故障登记表",
    PaperKind.DUTY_CHECK_SHEET: "抽查点名记录表",
    PaperKind.CONSULTATION_REGISTER: "会商调度登记表",
    PaperKind.MONTH_VOLUME: "值班日志合订本",
    PaperKind.ABSENCE_LIST: "外出报备登记表",
    PaperKind.EQUIPMENT_LIST: "设备检查登记表",
    PaperKind.DIRECTIVE_LEDGER: "领导批示办理台账",
    PaperKind.OPEN_ITEM_LIST: "未办结事项清单",
    PaperKind.BULLETIN: "值班快报",
    PaperKind.DUTY_INFORMATION: "值班信息",
    PaperKind.HIGHLIGHTS: "值班要情",
    PaperKind.DAILY: "值班日报",
    PaperKind.PHONE_REPORT_SHEET: "电话报告记录单",
    PaperKind.INCIDENT_LEDGER: "突发事件台账",
    PaperKind.INCIDENT_DOSSIER: "突发事件卷宗",
    PaperKind.STATISTICS: "信息报送统计",
    PaperKind.DRILL_REVIEW: "演练讲评",
    PaperKind.NIL_REPORT_SUMMARY: "零报告汇总表",
    PaperKind.ROLL_CALL_RESULT: "点名结果表",
    PaperKind.WARNING_FORM: "预警备案表",
    PaperKind.ROSTER_SHEET: "值班表",
    PaperKind.CALL_ROUND_SHEET: "叫应记录单",
    PaperKind.SPOT_CHECK_PACK: "迎检材料",
    PaperKind.STALE_CONTACT_LIST: "联系人待核实清单",
    PaperKind.TRAINING_LIST: "培训情况表",
}

# Registers and ledgers print 无 where there is nothing.
_MISSING = {kind: f"没有{word}可以打印。" for kind, word in PAPER_KIND.items()} | {
    PaperKind.LOG_SHEET: "还没有值班日志可以打印。",
    PaperKind.HANDOVER_RECORD: "还没有办过交接班，没有记录可以打印。请先交接班。",
    PaperKind.SPECIAL_REPORT: "这起突发事件还没有书面报告。请先写一份报告再打印。",
    PaperKind.BULLETIN: "还没有值班快报可以打印。请先写一份。",
    PaperKind.DUTY_INFORMATION: "还没有值班信息可以打印。请先写一份。",
    PaperKind.HIGHLIGHTS: "还没有值班要情可以打印。请先写一份。",
    PaperKind.PHONE_REPORT_SHEET: "这起突发事件还没有电话报告。请先记一次电话报告再打印。",
    PaperKind.INCIDENT_DOSSIER: "还没有登记过突发事件，没有卷宗可以打印。",
    PaperKind.ROLL_CALL_RESULT: "还没有点过名，没有结果可打印。请先开始一次点名。",
    PaperKind.WARNING_FORM: "还没有登记过预警，没有备案表可以打印。请先登记一条预警。",
    PaperKind.DIRECTORY: "通讯录是空的。请先导入或新增联系人。",
    PaperKind.CALL_ROUND_SHEET: "还没有叫应过，没有记录单可以打印。请先开始叫应。",
}

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    PaperKindUnknown: lambda e: (
        f"没有“{e.kind}”这种纸。可用：{'、'.join(kind.value for kind in PaperKind)}。"
    ),
    PaperOptionUnfit: lambda e: f"{PAPER_KIND[e.kind]}不能用 {e.option}。请去掉后再试。",
    NothingToPrint: lambda e: _MISSING[e.kind],
    SpanReversed: lambda e: (
        f"起止日期前后颠倒：{whole_day(e.since)}至{whole_day(e.until)}。请改正后再试。"
    ),
    SpanUnclear: lambda _: "月份、值班日、起止日期只能选一种。请去掉多余的再试。",
    PaperNotWritten: lambda e: (
        f"文件没有写成：{e.path}{in_brackets(e.detail)}。值班记录是安全的。请换一个文件夹或清理磁盘后再试。"
    ),
}
