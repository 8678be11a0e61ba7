"""What the picture book shows of ledgers: directives on their way, items with their progress."""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.directive import DirectiveForm, DraftDirective
from dutydesk.domain.directive_step import Chase, Feedback, PassOn, Receipt
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import DraftOpenItem, Importance
from dutydesk.domain.open_item_progress import DraftProgress


def fill_ledgers(room: DutyRoom, now: datetime, by: Actor) -> None:
    """Note directives in several states, and one open item that is followed."""
    service = room.directive
    drafts = (
        ("区长 焦某", "请应急办牵头，各社区配合，今日内排查同类隐患，结果报区政府总值班室。", -30),
        ("街道党工委书记 申某", "安置好疏散群众，天亮前送去早餐和被褥。", 240),
        ("分管副区长 卓某", "已阅。", None),
    )
    lines = []
    for leader, text, minutes in drafts:
        due_at = now + timedelta(minutes=minutes) if minutes and minutes > 0 else None
        draft = DraftDirective(
            id=service.new_id(),
            leader=leader,
            text=text,
            at=now - timedelta(hours=2),
            form=DirectiveForm.WRITTEN if minutes else DirectiveForm.PHONE,
            carrier="安和路12号临街商铺火灾首报" if minutes else "",
            due_at=due_at,
        )
        lines.append(service.note(draft, by=by).value)
    first, second, third = lines
    at = now - timedelta(minutes=100)
    step = PassOn(unit="街道应急办", person="危某", at=at, due_at=now + timedelta(minutes=100))
    service.pass_on(first.id, service.new_id(), step, by=by)
    service.sign_for(first.id, service.new_id(), Receipt("危某", at), by=by)
    chase = Chase("请于两点前报来排查情况", now - timedelta(minutes=40), "正在逐户核对")
    service.chase(first.id, service.new_id(), chase, by=by)
    step = PassOn(unit="安和一社区", person="朴某", at=at)
    service.pass_on(second.id, service.new_id(), step, by=by)
    step = PassOn(unit="各社区", at=at)
    service.pass_on(third.id, service.new_id(), step, by=by)
    feedback = Feedback("各社区均已收到", now - timedelta(minutes=20))
    service.feed_back(third.id, service.new_id(), feedback, by=by)
    item = room.open_item.open(
        DraftOpenItem(
            id=room.open_item.new_id(),
            title="安和路12号临街商铺断电，等供电公司换表箱",
            owner="区供电公司 阮某",
            due_at=now + timedelta(hours=5),
            importance=Importance.IMPORTANT,
            remind_at=now + timedelta(hours=4),
            attention="八点前要问一次进度",
        ),
        by=by,
    ).value
    for text, minutes in (
        ("供电公司已派人，约30分钟到", 50),
        ("抢修人员到场，表箱缺货，天亮送来", 12),
    ):
        room.open_item.note(
            DraftProgress(
                id=room.open_item.new_id(),
                item_id=item.id,
                text=text,
                at=now - timedelta(minutes=minutes),
            ),
            by=by,
        )
