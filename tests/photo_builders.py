"""Real photos as a telephone makes them: position, time and the way it was held."""

from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

NORTH, EAST = (30, 7, 24.4416), (104, 3, 36.0)


def photo(
    path: Path,
    size: tuple[int, int] = (64, 48),
    *,
    at: str = "2026:11:21 02:15:07",
    orientation: int = 1,
    place: tuple[str, str] | None = ("N", "E"),
    colour: tuple[int, int, int] = (180, 40, 40),
) -> Path:
    """Write a JPEG whose upper half has the colour and whose lower half is white."""
    image = Image.new("RGB", size, colour)
    image.paste((255, 255, 255), (0, size[1] // 2, size[0], size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8769)[0x9003] = at
    if place is not None:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[3] = place
        gps[2], gps[4] = (
            tuple(IFDRational(round(part * 10_000), 10_000) for part in angle)
            for angle in (NORTH, EAST)
        )
    image.save(path, "JPEG", exif=exif, quality=95)
    return path
