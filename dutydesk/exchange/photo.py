"""Photos: what the camera wrote into them, and upright pixels small enough to show.

Rules of this file: a photo comes from anywhere, so only known formats are opened, none with more
pixels than a camera makes, and whatever cannot be read is simply not shown.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dutydesk.domain.attachment import Picture
from dutydesk.domain.dataclass import dataclass

FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF")

# Above this a small file could unfold to gigabytes.
MOST_PIXELS = 120_000_000

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_DATE_TIME, _DATE_TIME_ORIGINAL = 0x0132, 0x9003
_LATITUDE_REF, _LATITUDE, _LONGITUDE_REF, _LONGITUDE = 1, 2, 3, 4
_TAKEN = re.compile(r"(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})")
_DEGREES = 3


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a camera wrote: local time, degrees north and east; None where it wrote nothing."""

    taken_at: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def photo_facts(path: Path) -> PhotoFacts:
    """Return what the camera wrote; nothing for what is no readable photo."""
    found = _opened(path)
    if found is None:
        return PhotoFacts()
    with found as image:
        try:
            exif = image.getexif()
            place = exif.get_ifd(_GPS_IFD)
            taken = exif.get_ifd(_EXIF_IFD).get(_DATE_TIME_ORIGINAL) or exif.get(_DATE_TIME)
        except Exception:  # noqa: BLE001 -- a foreign file fails in any way it likes
            return PhotoFacts()
    latitude = _angle(place.get(_LATITUDE), place.get(_LATITUDE_REF), "S", 90)
    longitude = _angle(place.get(_LONGITUDE), place.get(_LONGITUDE_REF), "W", 180)
    if latitude is None or longitude is None or (latitude, longitude) == (0.0, 0.0):
        # Cameras without reception write zeros.
        latitude = longitude = None
    return PhotoFacts(_time(taken), latitude, longitude)


def picture(path: Path, most: int) -> Picture | None:
    """Return the photo upright, its longer side at most ``most`` pixels; None when unreadable."""
    found = _opened(path)
    if found is None:
        return None
    from PIL import ImageOps  # noqa: PLC0415 -- only who looks at a photo pays

    with found as image:
        try:
            # JPEG is decoded at a half, quarter or eighth: ten times faster.
            image.draft("RGB", (most, most))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((most, most))
            shown = upright.convert("RGBA")
        except Exception:  # noqa: BLE001 -- a foreign file fails in any way it likes
            return None
    return Picture(shown.width, shown.height, shown.tobytes())


def _opened(path: Path) -> Any:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- costs 50 ms

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        image = Image.open(path, formats=FORMATS)
    except (UnidentifiedImageError, *bombs, OSError, ValueError, SyntaxError):
        return None
    if image.width * image.height > MOST_PIXELS:
        image.close()
        return None
    return image


def _time(value: object) -> str | None:
    found = _TAKEN.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day, hour, minute, second = found.groups()
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31 and int(year)):  # noqa: PLR2004
        return None
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}"


def _angle(value: Any, ref: object, negative: str, most: int) -> float | None:
    try:
        parts = [float(part) for part in value]
        if len(parts) != _DEGREES:
            return None
        angle = parts[0] + parts[1] / 60 + parts[2] / 3600
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not 0 <= angle <= most:
        return None
    return round(-angle if str(ref).strip("\0 ").upper() == negative else angle, 6)
