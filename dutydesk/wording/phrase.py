"""Words of the unit's phrases (常用语)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import phrase
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording.duty_log import ENTRY_KIND

ANY_KIND = "不限"


def phrase_kind(kind: EntryKind | None) -> str:
    """Return the word for the kind of a phrase."""
    return ANY_KIND if kind is None else ENTRY_KIND[kind]


def blanks_left(names: Sequence[str]) -> str:
    """Say which blanks still wait, each once, and that Enter takes the text as it is."""
    words = "、".join(dict.fromkeys(names))
    return f"还有空没填：{words}。填好后按 Enter；不填也可以，再按一次 Enter 照样记下。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    phrase.PhraseTextMissing: lambda _: "常用语没有写内容。请补上后再试。",
    phrase.PhraseTooLong: lambda e: f"常用语最多{e.limit}个字。请写短一些。",
    phrase.PhraseBlankUnclear: lambda _: (
        "花括号没有写成对，或空的名称不合适。"
        "空要写成 {单位} 这样，名称不超过12个字，中间没有空格。"
    ),
    phrase.PhraseKnown: lambda _: "已有同样的常用语，不用再加。",
}
