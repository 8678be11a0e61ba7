"""Sentences for what is wrong with the answers of a first start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import first_room

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    first_room.AdminMissing: lambda _: "还没有管理员。请把至少一个人的角色定为管理员。",
    first_room.PinsApart: lambda _: "两次输入的口令不一样。请重新输入。",
    first_room.BackupFolderMissing: lambda e: (
        f"没有文件夹 {e.folder}。请插好U盘或改选别处，也可以先空着，以后在设置里补。"
    ),
}
