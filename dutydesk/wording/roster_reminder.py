"""Words of the reminder 今日·明日值班."""

from __future__ import annotations

from collections.abc import Iterator

from dutydesk.domain.roster_reminder import gaps
from dutydesk.domain.roster_view import RosterDayView, RosterReminder, RosterShiftView
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording import when
from dutydesk.wording.roster_sheet import kind_word
from dutydesk.wording.shift import SHIFT_KIND

TITLE = "今日·明日值班"
TODAY, TOMORROW, HOLIDAY = "今日值班", "明日值班", "下一个节假日"
NOT_ROSTERED = "值班表还没有排到这一天。"
NO_HOLIDAY = "四十五天内没有法定节假日。"
NOBODY = "缺人"
COPIED = "已复制，可以粘贴到通知里。"


def day_head(day: RosterDayView) -> str:
    """Return 11月21日 周六 国庆节 国庆安保."""
    kind = kind_word(day.day_class, day.holiday, is_estimated=day.is_estimated)
    return "　".join(filter(None, (when.day_and_weekday(day.day), kind, *day.key_periods)))


def shift_word(shift: RosterShiftView) -> str:
    """Return 白班, 夜班; nothing where the day is one shift."""
    return "" if shift.shift is ShiftKind.FULL else SHIFT_KIND[shift.shift]


def shift_line(shift: RosterShiftView, *, has_phones: bool = True) -> str:
    """Return 白班：带班领导 丙某，主班 甲某 19900000001、乙某，副班 缺人."""
    by_post: dict[str, list[str]] = {}
    for seat in shift.seats:
        if seat.slot is not None:
            phone = seat.phone if has_phones else ""
            told = " ".join(filter(None, (seat.person, phone)))
        elif seat.post.is_needed:
            told = NOBODY
        else:
            continue
        by_post.setdefault(seat.post.name, []).append(told)
    posts = "，".join(f"{name} {'、'.join(people)}" for name, people in by_post.items())
    word = shift_word(shift)
    return f"{word}：{posts}" if word else posts


def gap_words(day: RosterDayView) -> str:
    """Return 缺主班、副班, with the shift where there are more; empty without a gap."""
    told = [(shift_word(shift), gaps(shift)) for shift in day.shifts]
    return "，".join(f"{word}缺{'、'.join(names)}" for word, names in told if names)


def gap_notice(day: RosterDayView) -> str:
    """Return what the desk says when tomorrow has a gap."""
    what = gap_words(day) if day.slots else "还没有排班"
    return f"明日（{when.day_and_weekday(day.day)}）值班表{what}。请尽快安排。"


def as_text(reminder: RosterReminder) -> str:
    """Return today and tomorrow as a message to those on duty."""
    return "\n".join(_lines(reminder))


def _lines(reminder: RosterReminder) -> Iterator[str]:
    for word, day in ((TODAY, reminder.today), (TOMORROW, reminder.tomorrow)):
        yield f"【{word}】{day_head(day)}"
        if not day.slots:
            yield NOT_ROSTERED
            continue
        yield from (shift_line(shift) for shift in day.shifts)
