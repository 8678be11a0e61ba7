"""Words of the keyword watch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import watch_word


def quoted(words: Sequence[str]) -> str:
    """Return “泄漏”“被困”."""
    return "".join(f"“{word}”" for word in words)


def typing_line(words: Sequence[str]) -> str:
    """Return what stands under the form while such a word is being typed."""
    return f"提到{quoted(words)}：记下后 Ctrl+I 建突发事件，时限从来电时间算起。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    watch_word.WatchWordUnfit: lambda e: (
        f"关注词要{e.least}到{e.most}个字，写在一行里。请改短或写全。"
        if e.word
        else "关注词没有填。请补上后再试。"
    ),
    watch_word.WatchWordExists: lambda e: f"“{e.word}”已经在关注词里。停用的可以重新启用。",
}
