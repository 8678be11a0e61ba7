"""Writes the two alarm tones into resources/sounds: two partials with a soft edge, nothing else.

usage: python -m tools.make_sounds
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
LOUDEST = 32_767
OUT = Path(__file__).resolve().parent.parent / "resources" / "sounds"

# (hertz, seconds), 0 Hz is silence. Rising for "soon", three urgent pairs for "due".
TONES = {
    "soon": ((659.0, 0.18), (0.0, 0.04), (880.0, 0.32)),
    "due": ((988.0, 0.16), (740.0, 0.16), (0.0, 0.12)) * 3,
}


def samples(notes: tuple[tuple[float, float], ...]) -> list[int]:
    """Return 16-bit samples of notes one after another; edges fade within 12 ms."""
    found: list[int] = []
    for hertz, seconds in notes:
        count = int(RATE * seconds)
        fade = int(RATE * 0.012)
        for at in range(count):
            edge = min(1.0, at / fade, (count - at) / fade)
            phase = 2 * math.pi * hertz * at / RATE
            wavelet = 0.75 * math.sin(phase) + 0.25 * math.sin(2 * phase)
            found.append(int(0.6 * LOUDEST * edge * wavelet) if hertz else 0)
    return found


def main() -> None:
    """Write both files."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(OUT / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            values = samples(notes)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()
