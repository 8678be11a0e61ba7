"""What people wrote, one behind the other, without 。； where a sentence ends before the next."""

from __future__ import annotations

from collections.abc import Iterable

_ENDS = "。；，、;,. 　\n"


def joined(parts: Iterable[str], mark: str = "；") -> str:
    """Join what was filled in by a mark; how the last one ends is left as it was written."""
    filled = [part for part in parts if part.strip()]
    if not filled:
        return ""
    return mark.join([*(part.rstrip(_ENDS) or part for part in filled[:-1]), filled[-1]])
