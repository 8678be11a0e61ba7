"""Words of settings: what each is called and what it does."""

from __future__ import annotations

from dutydesk.domain.shift import ShiftDays

# key -> (word, what it does)
SETTING = {
    "shift_pattern": ("班次安排", "什么时候接班、每班多长。改动从下一班起算。"),
    "late_after_minutes": ("迟记", "事发后超过多少分钟才记下，自动标“迟记”。"),
    "clock_jump_minutes": ("时钟调整", "机器时钟跳动超过多少分钟，自动记一条。"),
    "repeat_caller_hours": ("同一来电", "多少小时内来过电的，再来电时提示，0 为不提示。"),
    "same_incident_hours": (
        "同一事件",
        "多少小时内接报的同类同地事件，登记时问是否同一事件；还在办的总会问。",
    ),
    "silent_after_hours": ("记录间断", "值班中多少小时没有记录，日历上标出间断。"),
    "rule_set": ("报告时限", "突发事件每份报告的时限按哪一套。"),
    "ungraded_level": ("未定级按", "还没有认定等级的事件，报告时限按哪一档。"),
    "first_report_word": ("第一份报告的叫法", "屏幕和纸上用哪个词。"),
    "duty_phone": ("值班电话", "印在通讯录和专报上。"),
    "duty_fax": ("值班传真", "印在通讯录上。"),
    "report_to": ("报送单位", "专报“报”一栏，一行一个。"),
    "copy_to": ("抄送单位", "专报“送”一栏，一行一个。"),
    "is_review_needed": ("报告审核", "稿件先审核再签发；不勾就直接送签发。"),
    "receipt_missing_minutes": (
        "待签收",
        "书面报告报出多少分钟还没有签收，就列入时限，0 为不列。",
    ),
    "roster_rest_hours": (
        "两班间隔",
        "排班和检查时，同一人两班之间至少隔多少小时；连着两班总是不行。",
    ),
    "comp_leave_workday_days": ("工作日补休", "工作日值一班补休几天。"),
    "comp_leave_rest_day_days": ("休息日补休", "周末、法定节假日值一班补休几天。"),
    "equipment_test_ahead_days": ("试呼提醒", "卫星电话每月试呼到期前多少天列入时限。"),
    "contact_stale_days": ("号码待核实", "多少天没有核实过的联系人，列入待核实。"),
    "contact_expiring_days": ("即将到期", "任期还有多少天到期的联系人，列入即将到期。"),
    "warning_report_minutes": (
        "预警报告时限",
        "收到预警多少分钟内报告带班领导，到时报警，0 为不计时。",
    ),
    "warning_forward_minutes": (
        "预警转发时限",
        "收到预警多少分钟内转发有关单位，到时报警，0 为不计时。",
    ),
    "warning_clock_color": ("预警计时范围", "哪些颜色的预警要按时限报告、转发。"),
    "nil_report_times": (
        "零报告截止",
        "下属单位每天几点前要报，一行一个，如 17:00；空着就不收。",
    ),
    "backup_folder": ("另存备份", "每次交接班再备份一份到这里，例如移动硬盘。"),
    "lock_after_minutes": ("自动锁屏", "多少分钟没有动键盘鼠标就锁屏，0 为不锁。"),
    "attachment_most_mb": ("附件大小", "一个附件最大多少兆，再大的不收。"),
    "attachment_warn_mb": ("附件偏大", "附件超过多少兆先提醒，照样收下。"),
    "palette": ("配色", "按钟点：19时到次日7时用夜间配色。"),
    "type_scale": ("字号", "也可用 Ctrl+加号、Ctrl+减号。"),
    "is_sound_on": ("报警声音", "时限到了响铃，请每班试听一次。"),
}

SHIFT_PATTERN = {
    "full_day": "全天班 8:30–次日8:30",
    "two_shifts": "两班 8:30–18:00–8:30",
    "night_and_weekend": "夜班加周末白班",
}

RULE_SET = {"district": "区级口径", "province": "省厅口径", "statute": "法规底线"}

UNGRADED_LEVEL = {
    "strictest": "最严一档",
    "especially_serious": "特别重大",
    "serious": "重大",
    "relatively_serious": "较大",
    "ordinary": "一般",
}

WARNING_CLOCK_COLOR = {
    "blue": "各色预警",
    "yellow": "黄色及以上",
    "orange": "橙色及以上",
    "red": "只有红色",
}

SHIFT_DAYS = {
    ShiftDays.EVERY: "每天",
    ShiftDays.WORKDAY: "工作日",
    ShiftDays.REST_DAY: "休息日",
}

PALETTE = {
    "auto": "按钟点分日夜",
    "day": "日间",
    "night": "夜间",
    "high_contrast": "高对比",
}
