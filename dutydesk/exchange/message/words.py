"""The word lists of ``resources/message_words``, read once when the first message is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from dutydesk import paths


@cache
def word_list(name: str) -> dict[str, Any]:
    """Return one file of words by its stem."""
    file = paths.resources_dir() / "message_words" / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def one_of(words: Iterable[str]) -> str:
    """Return the pattern that finds any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return what finds the words of one list: each is a pattern, tried in the order given."""
    return re.compile("|".join(word_list(name)[key]))


@cache
def regions() -> frozenset[str]:
    """Return the names of provinces, prefectures, counties and places abroad."""
    lists = word_list("regions")
    grouped = [*lists["cities"].values(), *lists["counties"].values()]
    return frozenset(" ".join([lists["provinces"], lists["abroad"], *grouped]).split())
