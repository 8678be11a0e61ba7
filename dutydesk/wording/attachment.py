"""Words of attachments: refusals, marks, sizes, what a camera wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dutydesk.domain import attachment
from dutydesk.domain.attachment import MEGABYTE, Attachment, NewAttachment
from dutydesk.wording import when
from dutydesk.wording.system_words import in_brackets

WORD = "附件"
LATER, AFTER_HANDOVER, WITHDRAWN = "后补", "交接后补", "已撤下"
UNVERIFIED = "未核实"

# By the start of a media type, the longest first.
_KINDS = (
    ("image/", "图片"),
    ("video/", "视频"),
    ("audio/", "录音"),
    ("application/pdf", "PDF"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "文档"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "表格"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "演示稿"),
    ("application/msword", "文档"),
    ("application/vnd.ms-works", "文档"),
    ("application/rtf", "文档"),
    ("application/ofd", "OFD"),
    ("application/vnd.ms-excel", "表格"),
    ("application/vnd.ms-powerpoint", "演示稿"),
    ("text/csv", "表格"),
    ("text/x-script", "程序"),
    ("text/", "文本"),
    ("application/x-msdownload", "程序"),
    ("application/x-executable", "程序"),
    ("application/zip", "压缩包"),
    ("application/vnd.rar", "压缩包"),
    ("application/x-7z", "压缩包"),
    ("application/gzip", "压缩包"),
)

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    attachment.AttachmentEmpty: lambda e: f"“{e.name}”是空的，没有收。请换一个文件。",
    attachment.AttachmentTooLarge: lambda e: (
        f"“{e.name}”有{size_words(e.size)}，超过{size_words(e.limit)}，没有收。"
        "请先压缩或截短，或另存到别处并在内容里写明。"
    ),
    attachment.AttachmentIsFolder: lambda e: (
        f"“{e.name}”是文件夹，没有收。请选里面的文件，或先打成压缩包。"
    ),
    attachment.AttachmentVanished: lambda e: (
        f"“{e.name}”已经不在原处，没有收。请插好U盘或重新选择。"
    ),
    attachment.AttachmentUnreadable: lambda e: (
        f"“{e.name}”读不出来{in_brackets(e.detail)}，没有收。请复制一份再试。"
    ),
    attachment.AttachmentsTooMany: lambda e: (
        f"一条记录最多{e.limit}个附件，现在有{e.count}个。请先移除几个，或另记一条。"
    ),
    attachment.AttachmentWithdrawn: lambda e: f"附件“{e.name}”已经撤下。",
    attachment.AttachmentReasonMissing: lambda _: "撤下附件要写明原因。请补上原因后再试。",
    attachment.AttachmentNotSaved: lambda e: (
        f"没有存到 {e.path}{in_brackets(e.detail)}。请换一个文件夹再试。"
    ),
    attachment.AttachmentNotKept: lambda e: (
        f"附件“{e.name}”没有存下{in_brackets(e.detail)}。请清理磁盘后再添加。"
    ),
    attachment.AttachmentMissing: lambda e: (
        f"附件“{e.name}”的文件不在（{e.sha256[:8]}）。请从备份文件夹的附件中找回。"
    ),
    attachment.AttachmentDamaged: lambda e: (
        f"附件“{e.name}”的文件有损坏（{e.sha256[:8]}）。请从备份文件夹的附件中找回。"
    ),
}


def size_words(count: int) -> str:
    """Return a number of bytes as people say it: 512字节, 34KB, 3.4MB, 50MB."""
    if count < 1 << 10:
        return f"{count}字节"
    if count < MEGABYTE:
        return f"{count >> 10}KB"
    return f"{count / MEGABYTE:.1f}".removesuffix(".0") + "MB"


def kind_word(media_type: str) -> str:
    """Return what kind of file it is: 图片, 文档, 压缩包, 文件."""
    return next((word for start, word in _KINDS if media_type.startswith(start)), "文件")


def count_word(attachments: Iterable[Attachment]) -> str:
    """Return the mark of an entry: 附件2; nothing where none is in force."""
    count = len(attachment.in_force(attachments))
    return f"{WORD}{count}" if count else ""


def names_line(attachments: Iterable[Attachment]) -> str:
    """Return the names in force: 附件：现场照片.jpg、通知.pdf; nothing where there are none."""
    names = "、".join(one.name for one in attachment.in_force(attachments))
    return f"{WORD}：{names}" if names else ""


def printed_name(one: Attachment) -> str:
    """Return an attachment as a paper names it: 现场照片.jpg（1a2b3c4d）."""
    marks = [one.sha256[:8]]
    if one.is_after_handover:
        marks.append(AFTER_HANDOVER)
    if one.is_withdrawn:
        marks.append(WITHDRAWN)
    return f"{one.name}（{'，'.join(marks)}）"


def place_words(one: Attachment | NewAttachment) -> str:
    """Return 拍摄位置 北纬30.123456° 东经104.123456°（未核实）, or nothing."""
    if one.latitude is None or one.longitude is None:
        return ""
    north = f"{'北纬' if one.latitude >= 0 else '南纬'}{abs(one.latitude):.6f}°"
    east = f"{'东经' if one.longitude >= 0 else '西经'}{abs(one.longitude):.6f}°"
    return f"拍摄位置 {north} {east}（{UNVERIFIED}）"


def time_words(one: Attachment | NewAttachment) -> str:
    """Return 拍摄时间 2026年11月21日 02:15:07（未核实）, or nothing."""
    if one.taken_at is None:
        return ""
    day, clock = one.taken_at.split("T")
    year, month, number = day.split("-")
    return f"拍摄时间 {int(year)}年{int(month)}月{int(number)}日 {clock}（{UNVERIFIED}）"


def added_words(one: Attachment) -> str:
    """Return who brought it and when, and how late: 甲某 11月21日 周六 02:15 后补."""
    late = AFTER_HANDOVER if one.is_after_handover else LATER if one.is_later else "随记录"
    return f"{one.added_by} {when.full(one.added_at)} {late}"


def withdrawn_words(one: Attachment) -> str:
    """Return why it was taken back, by whom and when; nothing where it was not."""
    if one.withdrawn_at is None:
        return ""
    at = when.full(one.withdrawn_at)
    return f"{WITHDRAWN}：{one.withdrawal_reason}（{one.withdrawn_by} {at}）"


def fact_lines(one: Attachment) -> list[str]:
    """Return everything that is known of an attachment, one fact a line."""
    lines = (
        f"{kind_word(one.media_type)} {size_words(one.size)}　校验码 {one.sha256[:8]}",
        added_words(one),
        time_words(one),
        place_words(one),
        withdrawn_words(one),
    )
    return [line for line in lines if line]
