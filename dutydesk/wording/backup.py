"""Words for backups: refusals, warnings, and what a recovery brought back and lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import backup
from dutydesk.domain.journal import grouped_head
from dutydesk.wording.refusals import when
from dutydesk.wording.system_words import in_brackets

# As many names as one line shows.
_NAMES = 3

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    backup.RestoreTargetNotEmpty: lambda e: (
        f"{e.folder} 里已有内容，没有恢复。请指定一个新的或空的文件夹。"
    ),
    backup.BackupNotSound: lambda e: (
        f"{e.path} 没有通过核对（{e.problems}处问题），不能用。请改用更早的备份。"
    ),
    backup.RoomNotSound: lambda e: (
        f"值班记录没有通过核对（{e.path}，{e.problems}处问题），没有做成备份。"
        "请不要再记，保留这个文件夹，用最近一次完好的备份恢复到新文件夹后再用。"
    ),
    backup.BackupMissing: lambda e: f"没有找到备份文件：{e.path}。请核对路径，或先插好U盘。",
    backup.NotABackup: lambda e: (
        f"{e.path} 不是值守台的备份，没有恢复。请选择值守台做成的备份文件。"
    ),
    backup.RestoreFailed: lambda e: (
        f"没有恢复成：{e.path}{in_brackets(e.detail)}。备份文件没有动。请换一个文件夹再试。"
    ),
    backup.BackupIntoRoom: lambda e: (
        f"{e.folder} 就是数据文件夹，备份放在那里会同记录一起丢失。请改用U盘或另一个文件夹。"
    ),
    backup.NoGoodBackup: lambda e: (
        f"{e.folder} 里没有完好的备份，损坏的文件没有动。请插好U盘或移动硬盘，到别处找备份。"
    ),
}


def made_line(made: backup.BackupMade) -> str:
    """Return one backup for people."""
    words = f"已备份并核对：{made.path}（记录校验码 {grouped_head(made.journal_head)}）"
    missing = missing_line(made.attachments_missing)
    return f"{words}。{missing}" if missing else words


def missing_line(names: Sequence[str]) -> str:
    """Return which attachments have no file, for people; nothing where all are there."""
    if not names:
        return ""
    shown = "、".join(names[:_NAMES]) + ("等" if len(names) > _NAMES else "")
    return f"有{len(names)}个附件的文件不在：{shown}。记录完好，请从别的备份里找这些文件。"


def unreachable_line(result: backup.AutomaticBackup) -> str:
    """Return the warning when the chosen backup folder could not be written, else nothing.

    Attachments whose file is gone are told as well: the next backup cannot hold them.
    """
    if not result.unreachable:
        return missing_line(result.made.attachments_missing)
    return f"没有备份到 {result.unreachable}。本机备份已做好；请插好U盘或检查备份文件夹。"


def recovery_lines(done: backup.Recovery) -> list[str]:
    """Return what a recovery did and what has to be entered again."""
    lines = [
        f"已用{when(done.restored.taken_at)}的备份恢复。损坏的文件留在 {done.kept}。",
    ]
    if done.lost:
        first, last = done.lost[0].recorded_at, done.lost[-1].recorded_at
        lines.append(
            f"备份之后还保存过{len(done.lost)}次（{when(first)}至{when(last)}），请补记。"
        )
    if done.attachments_missing:
        lines.append(missing_line(done.attachments_missing))
    if not done.is_lost_complete:
        lines.append("损坏的文件没有全部读出，备份之后的记录可能不止这些，请对照纸质材料补记。")
    return lines
