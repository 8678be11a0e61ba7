"""Words of the desk about itself: read-only, restored, checked, backed up, and faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.errors import Refusal, StoreError, StoreLocked, StoreReadOnly
from dutydesk.domain.instants import china
from dutydesk.domain.journal import grouped_head
from dutydesk.wording.when import with_year

if TYPE_CHECKING:
    from dutydesk.domain.backup import BackupMade
    from dutydesk.domain.verification import Verification

PRACTICE = "演练室：可以随便试，不是真实记录。每个人的口令都是 246810。"
INPUT_MISSING = "没有找到可用的中文输入法，可能打不出汉字。"


def read_only(reason: Refusal | StoreError) -> str:
    """Return why this desk only reads, for the strip that stays."""
    if isinstance(reason, StoreLocked):
        if reason.since is None:
            return "只读：值班室正在另一处使用。这里只能看，不能记。"
        since = china(reason.since)
        who = f"（{reason.officer}）" if reason.officer else ""
        return (
            f"只读：值班室正由{reason.machine}使用{who}，"
            f"自{since.month}月{since.day}日 {since:%H:%M} 起。这里只能看，不能记。"
        )
    if isinstance(reason, StoreReadOnly):
        return "只读：数据文件夹不让保存。这里只能看，不能记。请检查文件夹权限或磁盘写保护。"
    return "只读：这份记录有问题，只打开来看，不能记。"


def restored(good: BackupMade) -> str:
    """Return what the strip of a restored room says."""
    return f"这个值班室刚用{with_year(good.taken_at)}的备份恢复。那以后的记录请对照纸质材料补记。"


def found_wrong(result: Verification) -> str:
    """Return what the strip says when a check found something."""
    return (
        f"核对发现{len(result.problems)}处问题，记录可能有损坏。"
        "新的来电先记在纸上，尽快用备份恢复。"
    )


def cannot_check() -> str:
    """Return what the strip says when the record could not be read for its check."""
    return "记录没有核对成，文件读不出。新的来电先记在纸上，尽快用备份恢复。"


def good_backup(good: BackupMade | None, *, has_file: bool = True) -> str:
    """Return which backup a room can be put back to; ``has_file``: a damaged one is there."""
    if good is None:
        kept = "损坏的文件不会被改动。" if has_file else ""
        return f"没有找到完好的备份。备份若在U盘等处，请插好后到别处找。{kept}"
    kept = "，能读出的会列出来。损坏的文件改名保留，不会删掉。" if has_file else "。"
    unit = f"{good.unit}，" if good.unit else ""
    return (
        f"最近一次完好的备份：{unit}{with_year(good.taken_at)}，"
        f"底账{good.journal_rows}笔，记录校验码 {grouped_head(good.journal_head)}。\n"
        f"恢复后，那以后的记录要补记{kept}"
    )


def backup_trouble() -> str:
    """Return the warning when the backup of the data folder itself was not made."""
    return "自动备份没有做成。值班记录本身是安全的。请检查磁盘空间；过一会儿会自动再试。"


def crashed(log_file: str) -> str:
    """Return what a fault of the program means for whoever sits there."""
    return (
        "刚才那一步没有做完。已保存的记录是安全的，没写完的内容也在，可以接着用。"
        f"再出现时，请把这个文件交给管理员：{log_file}"
    )


def incidents_half_written(count: int) -> str:
    """Return the hint at the start of a desk with incidents not yet on record."""
    return f"有{count}件突发事件写到一半，还没有登记，时限也没有开始计时。"
