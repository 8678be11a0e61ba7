"""Record ids: UUIDv7 texts (RFC 9562), which ascend with time so that indexes stay cheap."""

from __future__ import annotations

from collections.abc import Callable


class UuidSource:
    """Makes UUIDv7 texts from a millisecond clock and random bits; ascends within one source."""

    def __init__(self, millis: Callable[[], int], random_bits: Callable[[int], int]) -> None:
        self._millis = millis
        self._random_bits = random_bits
        self._last = (0, -1)

    def new(self) -> str:
        """Return the next id; a clock that stands still or goes back does not break the order."""
        millis, counter = self._last
        now = self._millis()
        if now > millis:
            millis, counter = now, self._random_bits(11)
        else:
            counter += 1
            if counter >= 1 << 12:
                millis, counter = millis + 1, self._random_bits(11)
        self._last = (millis, counter)
        value = (millis & ((1 << 48) - 1)) << 80
        value |= 0x7 << 76 | counter << 64 | 0b10 << 62 | self._random_bits(62)
        text = f"{value:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
