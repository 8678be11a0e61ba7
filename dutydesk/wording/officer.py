"""Words of officers."""

from __future__ import annotations

from dutydesk.domain.officer import OfficerRole

OFFICER_ROLE = {
    OfficerRole.DUTY_OFFICER: "值班员",
    OfficerRole.LEAD_OFFICER: "带班领导",
    OfficerRole.ADMIN: "管理员",
    OfficerRole.VIEWER: "查阅",
}

# What a role may not do, as it stands in the refusal.
ACTION = {
    "record": "记录",
    "shift_start": "接班",
    "set_pin": "重设口令",
    "unmask": "恢复显示人员信息",
    "sign": "签字",
    "shift": "更改本班",
    "contacts": "更改或导出通讯录",
    "paper": "打印或保存材料",
    "roster": "更改值班表",
    "lead": "以带班领导身份签字",
    "settings": "更改设置",
    "officers": "管理值班人员",
}
