"""Sentences for trouble with the record: what happened, whether it is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import errors
from dutydesk.domain.instants import china
from dutydesk.wording.system_words import in_brackets


def _locked(error: errors.StoreLocked) -> str:
    if error.since is None:
        return "值班室正在另一处使用，现在不能记。记录是安全的。请稍候，或先在另一处退出。"
    since = china(error.since)
    who = f"，值班员{error.officer}" if error.officer else ""
    return (
        f"值班室正由{error.machine}使用{who}（自{since.month}月{since.day}日 {since:%H:%M} 起），"
        "现在不能记。记录是安全的。可以只读打开，或先在那里退出。"
    )


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    errors.StoreMissing: lambda e: (
        f"没有找到值班记录：{e.path}。它可能被移走或改名，请核对数据文件夹。"
    ),
    errors.NotARoom: lambda e: (
        f"{e.path} 不是值守台的值班记录，没有作任何改动。请选择正确的数据文件夹。"
    ),
    errors.StoreTooNew: lambda e: (
        f"这份记录由更新版本的值守台写成（格式第{e.found}版，本程序只认到第{e.known}版）。"
        "记录没有改动。请升级程序后再打开。"
    ),
    errors.StoreTooOld: lambda e: (
        f"这份记录是旧版本写的（格式第{e.found}版，现在是第{e.known}版），记录是安全的。"
        "请先退出正在使用它的程序，再用值守台正常打开一次，会先备份再升级。"
    ),
    errors.StoreLocked: _locked,
    errors.StoreBusy: lambda _: "记录正被占用，这次没有保存。内容没有丢，请稍后再试。",
    errors.StoreFull: lambda e: (
        f"保存失败：磁盘已满（{e.path}）。已保存的记录是安全的。请清理磁盘后再试。"
    ),
    errors.StoreReadOnly: lambda e: f"{e.path} 不让保存，只能查看。请检查文件夹权限或磁盘写保护。",
    errors.StoreDamaged: lambda e: (
        f"记录文件有损坏（{e.path}），请不要再记，用最近一次完好的备份恢复；损坏的文件会保留。"
    ),
    errors.StoreOnNetwork: lambda e: (
        f"{e.path} 在网络盘上，断网或断电会丢记录。请改用本机硬盘上的文件夹。"
    ),
    errors.StoreUnreadable: lambda e: (
        f"打不开或写不进 {e.path}{in_brackets(e.detail)}。"
        "请检查磁盘空间、杀毒软件和文件夹权限后再试。"
    ),
    errors.StoreNotMigrated: lambda e: (
        f"记录没有升级成功，没有作任何改动（{e.path}，{e.step}：{e.detail}）。"
        "请用原来版本的程序继续值班，并把这句话告诉维护人员。"
    ),
    errors.AnswerNotWritten: lambda e: (
        f"命令已经执行完，但结果写不出去{in_brackets(e.detail)}。请先查看记录，不要马上重做。"
    ),
    errors.BackupFailed: lambda e: (
        f"备份没有做成：{e.path}{in_brackets(e.detail)}。值班记录本身是安全的。请换一个文件夹再试。"
    ),
}
