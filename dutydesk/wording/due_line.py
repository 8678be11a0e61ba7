"""Words of what else falls due."""

from __future__ import annotations

from dutydesk.domain.due_line import DueKind

DUE_KIND = {
    DueKind.ABSENCE_RETURN: "未销假",
    DueKind.EQUIPMENT_TEST: "试呼",
    DueKind.DIRECTIVE: "批示",
    DueKind.REMINDER: "提醒",
    DueKind.RECEIPT: "待对方签收",
    DueKind.EQUIPMENT_CHARGE: "充电",
    DueKind.CALL_ROUND: "叫应",
    DueKind.WARNING_REPORT: "预警报告",
    DueKind.WARNING_FORWARD: "预警转发",
    DueKind.WARNING_VALIDITY: "预警到期",
    DueKind.WARNING_RESPONSE: "响应到期",
    DueKind.NIL_REPORT: "零报告",
    DueKind.ROLL_CALL: "点名",
    DueKind.HOLIDAY_NOTICE: "节假日",
}
