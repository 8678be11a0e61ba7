"""What came of a tone that was tried out."""

from __future__ import annotations

from enum import StrEnum


class SoundOutcome(StrEnum):
    """放出了, 只有蜂鸣: whether the machine has anything to play a tone on."""

    PLAYED = "played"
    BEEPED = "beeped"
