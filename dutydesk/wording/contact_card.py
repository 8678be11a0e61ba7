"""Words of the cards of people and units: lists, further roles, validity, training, calls, HQs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dutydesk.domain import contact_masking, further_role, hq_member, training
from dutydesk.domain.contact_call import ContactCall
from dutydesk.domain.contact_state import ContactDates, Listed, is_expired, is_stale
from dutydesk.domain.contacts import Contact, ContactRole, RolePair
from dutydesk.domain.hq_member import HqPart, HqView
from dutydesk.domain.training import TrainingState
from dutydesk.domain.unit_card import UnitCard
from dutydesk.wording import when
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS
from dutydesk.wording.duty_log import ENTRY_KIND

LISTED = {
    Listed.IN_SERVICE: "全部",
    Listed.STALE: "待核实",
    Listed.EXPIRING: "即将到期",
    Listed.EXPIRED: "已到期",
    Listed.UNTRAINED: "培训不足",
    Listed.RETIRED: "已停用",
}

HQ_PART = {
    HqPart.CHIEF: "指挥长",
    HqPart.DEPUTY: "副指挥长",
    HqPart.LEAD_DEPARTMENT: "牵头单位",
    HqPart.MEMBER: "成员",
}

NOT_VERIFIED = "还没有核实过"

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    further_role.ValidityReversed: lambda e: (
        f"任期的止期{when.whole_day(e.valid_to)}早于起期{when.whole_day(e.valid_from)}，未保存。"
        "请改正。"
    ),
    further_role.PairedWithSelf: lambda e: f"“{e.name}”不能与本人互为搭档，未保存。请另选一人。",
    contact_masking.UnmaskReasonMissing: lambda _: "看完整号码要写明原因。请填写后再看。",
    hq_member.HqMemberNameless: lambda _: "成员没有写姓名或单位，未保存。请至少填写一项。",
    training.TrainingDaysUnclear: lambda _: "培训天数要大于0，不超过365，未保存。请改正。",
    training.TrainingInFuture: lambda e: (
        f"培训日期{when.whole_day(e.day)}还没有到，未保存。请改正。"
    ),
    training.RequirementUnclear: lambda _: (
        "培训要求要有名称、对象（值守角色或职务里的字）和1至365天的天数，未保存。请补齐。"
    ),
}
"""One sentence for each refusal of this part."""


def role_words(
    path: tuple[str, ...], post: str, duty: ContactRole | None, pair: RolePair | None
) -> str:
    """Return one role of somebody on one line: unit, post, role, letter."""
    role = CONTACT_ROLES[duty] if duty else ""
    letter = ROLE_PAIRS[pair] if pair else ""
    parts = (" / ".join(path), post, role, letter)
    return "　".join(dict.fromkeys(part for part in parts if part))


def validity_words(contact: Contact, dates: ContactDates) -> str:
    """Return from when until when somebody is valid, marked when that is over or nearly so."""
    begins, ends = contact.valid_from, contact.valid_to
    if begins is None and ends is None:
        return ""
    words = f"任期：{_day(begins)}至{_day(ends)}"
    if is_expired(contact, dates.today):
        return f"{words}，已到期"
    if ends is not None and ends <= dates.soon:
        return f"{words}，还有{(ends - dates.today).days}天到期"
    if begins is not None and begins > dates.today:
        return f"{words}，还没有到任"
    return words


def verified_words(contact: Contact, dates: ContactDates) -> str:
    """Return when and by whom the numbers were made sure of, and how long ago when too long."""
    verified = contact.last_verified_at
    if verified is None:
        return NOT_VERIFIED
    words = f"{when.with_year(verified)} {contact.verified_by}核实"
    if is_stale(contact, dates.stale_before):
        return f"{words}，该再核实了"
    return words


def training_words(state: TrainingState) -> str:
    """Return the days of the year against what is required; empty where neither is."""
    if not state.required and not state.days:
        return ""
    source = "（导入）" if state.is_imported else ""
    words = f"{state.year}年培训{days_words(state.days)}{source}"
    if not state.required:
        return words
    missing = f"，还差{days_words(state.missing)}" if state.missing else "，已达到"
    return f"{words}，{state.name}应{state.required}天{missing}"


def days_words(days: float) -> str:
    """Return a number of days; halves keep theirs."""
    return f"{days:g}天"


def heads_words(card: UnitCard) -> str:
    """Return who heads a unit and how many people it has, those waiting among them."""
    heads = [
        f"{CONTACT_ROLES[role]} {one.contact.name}" if (role := one.contact.duty_role) else ""
        for one in card.heads
    ]
    waiting = f"，待核实{card.stale}人" if card.stale else ""
    fax = f"传真 {card.fax.number}" if card.fax else ""
    return "　".join(filter(None, (fax, *heads, f"{card.people}人{waiting}")))


def hq_words(view: HqView) -> str:
    """Return who commands an HQ by the unit's list, and its telephone."""
    hq = view.hq
    told = (("指挥长", hq.commander), ("牵头单位", hq.lead_department), ("值班电话", hq.phone))
    return "　".join(f"{word}：{text}" for word, text in told if text)


def call_words(call: ContactCall) -> str:
    """Return one call on a card."""
    return f"{when.with_year(call.at)} {ENTRY_KIND[call.kind]}：{call.text}"


def _day(day: date | None) -> str:
    return when.whole_day(day) if day else "　"
