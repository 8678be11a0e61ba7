"""Words of shifts."""

from __future__ import annotations

from dutydesk.domain.shift import Presence, ShiftKind, ShiftStatus

SHIFT_KIND = {ShiftKind.DAY: "白班", ShiftKind.NIGHT: "夜班", ShiftKind.FULL: "全天班"}

SHIFT_STATUS = {
    ShiftStatus.AWAITING: "待接班",
    ShiftStatus.ON_DUTY: "值班中",
    ShiftStatus.HANDING_OVER: "待交接",
    ShiftStatus.HANDED_OVER: "已交接",
    ShiftStatus.REVIEWED: "已审阅",
}

PRESENCE = {Presence.ON_SITE: "在岗带班", Presence.BY_PHONE: "电话带班"}
