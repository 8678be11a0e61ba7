"""The page 关于 in words: facts of the room, and the self-check with a shape and a word each."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.journal import grouped_head
from dutydesk.services.about import RoomFacts
from dutydesk.ui.desk import RecordState
from dutydesk.wording.when import near, with_year

_LITTLE_SPACE = 1 << 30
_BACKUP_IS_OLD = timedelta(hours=36)


class Health(StrEnum):
    """How a part fares."""

    GOOD = "good"
    WAITING = "waiting"
    WARNING = "warning"
    BAD = "bad"


# icon and colour role of each shape
SHAPES = {
    Health.GOOD: ("circle-check", "done"),
    Health.WAITING: ("refresh-cw", "accent"),
    Health.WARNING: ("triangle-alert", "soon"),
    Health.BAD: ("octagon-alert", "overdue"),
}

WORDS = {
    Health.GOOD: "正常",
    Health.WAITING: "核对中",
    Health.WARNING: "留意",
    Health.BAD: "有问题",
}


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One part of the desk and how it fares."""

    part: str
    health: Health
    words: str


def check_lines(
    facts: RoomFacts, state: RecordState, now: datetime, *, can_type_chinese: bool
) -> list[CheckLine]:
    """Return the lines in the order of their weight."""
    return [
        _record(state, now),
        _backup(facts, now),
        _second_place(facts),
        _space(facts),
        _input(can_type_chinese=can_type_chinese),
    ]


def _record(state: RecordState, now: datetime) -> CheckLine:
    part = "值班记录"
    if state.trouble == "只读":
        return CheckLine(part, Health.WARNING, "这次是只读打开，只能看，不能记。")
    if state.trouble:
        words = "核对发现问题。新的来电先记在纸上，尽快用备份恢复。"
        return CheckLine(part, Health.BAD, words)
    if state.checking or state.chain_checked_at is None:
        return CheckLine(part, Health.WAITING, "正在核对文件和每一条记录。")
    words = f"{near(state.chain_checked_at, now)} 核对无误。打开时全部核对，以后每小时核对新的。"
    return CheckLine(part, Health.GOOD, words)


def _backup(facts: RoomFacts, now: datetime) -> CheckLine:
    part = "自动备份"
    if facts.backup_at is None:
        return CheckLine(part, Health.WARNING, "还没有备份。可以点“立即备份”。")
    words = f"最近一次 {near(facts.backup_at, now)}，共{facts.backups}份。"
    if now - facts.backup_at > _BACKUP_IS_OLD:
        return CheckLine(part, Health.WARNING, words + "已经超过一天半，请点“立即备份”。")
    return CheckLine(part, Health.GOOD, words)


def _second_place(facts: RoomFacts) -> CheckLine:
    part = "另存备份"
    if not facts.backup_folder:
        words = "没有设。电脑坏了就只剩纸质材料，建议在设置里选一个移动硬盘上的文件夹。"
        return CheckLine(part, Health.WARNING, words)
    if not facts.is_backup_folder_there:
        words = f"找不到 {facts.backup_folder}。请插好U盘或移动硬盘。"
        return CheckLine(part, Health.WARNING, words)
    return CheckLine(part, Health.GOOD, f"存到 {facts.backup_folder}。")


def _space(facts: RoomFacts) -> CheckLine:
    words = f"还剩 {size_words(facts.free_bytes)}。"
    if facts.free_bytes < _LITTLE_SPACE:
        return CheckLine("磁盘空间", Health.WARNING, words + "请清理，写满后就记不进了。")
    return CheckLine("磁盘空间", Health.GOOD, words)


def _input(*, can_type_chinese: bool) -> CheckLine:
    if can_type_chinese:
        return CheckLine("中文输入", Health.GOOD, "可以输入汉字。")
    return CheckLine(
        "中文输入", Health.WARNING, "没有找到输入法，可能打不出汉字。按 F1 看怎么办。"
    )


def size_words(count: int) -> str:
    """Return a number of bytes as people say it: 512 KB, 3.4 MB, 1.2 GB."""
    for unit, scale in (("GB", 1 << 30), ("MB", 1 << 20)):
        if count >= scale:
            return f"{count / scale:.1f} {unit}"
    return f"{max(1, count >> 10) if count else 0} KB"


FACT_WORDS = ("单位", "建室时间", "数据文件夹", "文件大小", "值班记录", "底账", "记录校验码")


def fact_texts(facts: RoomFacts, now: datetime) -> dict[str, str]:
    """Return what the room is, by ``FACT_WORDS``."""
    saved = near(facts.saved_at, now) if facts.saved_at else "还没有"
    texts = (
        facts.unit,
        with_year(facts.created_at),
        facts.data_folder,
        size_words(facts.file_bytes),
        f"{facts.entries}条",
        f"{facts.journal_rows}笔，最后一笔 {saved}",
        grouped_head(facts.journal_head),
    )
    return dict(zip(FACT_WORDS, texts, strict=True))
