"""Directives and open items as papers print them; invented people and places."""

from datetime import date, datetime

from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper import OpenItemLine
from dutydesk.domain.paper_directive_ledger import ChaseLine, DirectiveLedger, DirectiveRow
from dutydesk.domain.paper_open_item_list import OpenItemList
from dutydesk.domain.paper_span import month_of


def at(day: int, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return china_instant(date(2026, 7, day), int(hour), int(minute))


CLOSED = DirectiveRow(
    leader="区长 李建国",
    at=at(8, "20:05"),
    form="批示",
    text="请应急局牵头，街道配合，今日内排查同类隐患。",
    status="已办结",
    carrier="安和街道火灾情况专报",
    source="7月8日日志第10条",
    passed_to="街道应急办 孙燊",
    passed_at=at(8, "20:10"),
    receipt_by="孙燊",
    receipt_at=at(8, "20:12"),
    due_at=at(9, "12:00"),
    chases=(
        ChaseLine(at(9, "09:00"), "请于12时前反馈", "正在汇总"),
        ChaseLine(at(9, "11:00"), "再次提醒"),
    ),
    feedback="排查沿街商铺126家，整改隐患9处。",
    feedback_at=at(9, "11:20"),
    result="件件落实，已报区长。",
    closed_at=at(9, "11:40"),
    closed_by="周燊",
)
OVERDUE = DirectiveRow(
    leader="副区长 王某",
    at=at(10, "09:00"),
    form="电话指示",
    text="做好低洼院落居民转移。",
    status="办理中",
    passed_to="安和二社区",
    passed_at=at(10, "09:05"),
    due_at=at(10, "18:00"),
    is_overdue=True,
)
LATE = DirectiveRow(
    leader="书记 赵某",
    at=at(31, "23:59"),
    form="口头指示",
    text="加强值守。",
    status="已反馈",
    passed_to="各社区",
    passed_at=at(31, "23:59"),
    due_at=at(31, "23:59"),
    feedback="均已通知到位。",
    feedback_at=china_instant(date(2026, 8, 1), 0, 0),
    was_late=True,
)
LEDGER = DirectiveLedger(
    unit="安和街道办事处值班室",
    span=month_of(date(2026, 7, 1)),
    is_practice=False,
    rows=(CLOSED, OVERDUE, LATE),
    closed_count=1,
    overdue_count=1,
)
ITEMS = OpenItemList(
    unit="安和街道办事处值班室",
    as_of=at(9, "03:10"),
    is_practice=False,
    items=(
        OpenItemLine(
            title="安和路路面塌陷围挡，待市政修复。",
            owner="区市政处 钱某",
            progress="7月8日 22:30 已围挡（周燊）\n7月9日 01:00 抢修车到场（周燊）",
            due_at=at(9, "12:00"),
            note="10时前电话核实",
            source="日志第6条",
            is_important=True,
        ),
    ),
    directives=(
        OpenItemLine(
            title="副区长 王某电话指示：做好低洼院落居民转移。",
            owner="安和二社区",
            due_at=at(8, "18:00"),
            note="办理中",
            is_overdue=True,
        ),
    ),
)
