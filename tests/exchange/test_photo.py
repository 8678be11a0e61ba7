import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from dutydesk.domain.attachment import Picture
from dutydesk.exchange.photo import MOST_PIXELS, PhotoFacts, photo_facts, picture
from tests.photo_builders import photo


def shown(path: Path, most: int) -> Picture:
    found = picture(path, most)
    assert found is not None
    return found


def test_position_and_time_of_a_photo_are_read(tmp_path: Path) -> None:
    facts = photo_facts(photo(tmp_path / "a.jpg"))
    assert facts == PhotoFacts("2026-11-21T02:15:07", 30.123456, 104.06)


def test_south_and_west_are_below_zero(tmp_path: Path) -> None:
    facts = photo_facts(photo(tmp_path / "a.jpg", place=("S", "W")))
    assert (facts.latitude, facts.longitude) == (-30.123456, -104.06)


@pytest.mark.parametrize("at", ["", "0000:00:00 00:00:00", "昨天", "2026:13:41 02:15:07"])
def test_a_time_that_is_none_is_not_taken_for_one(tmp_path: Path, at: str) -> None:
    assert photo_facts(photo(tmp_path / "a.jpg", at=at)).taken_at is None


def test_a_photo_without_a_position_has_none(tmp_path: Path) -> None:
    facts = photo_facts(photo(tmp_path / "a.jpg", place=None))
    assert (facts.latitude, facts.longitude) == (None, None)


def test_a_photo_held_upright_is_shown_upright(tmp_path: Path) -> None:
    # 6: the camera was turned; what is the upper half of the pixels belongs at the right.
    found = shown(photo(tmp_path / "a.jpg", (64, 48), orientation=6), 100)
    assert (found.width, found.height) == (48, 64)
    left, right = found.pixels[4 * 4 : 4 * 4 + 3], found.pixels[43 * 4 : 43 * 4 + 3]
    assert min(left) > 240
    assert right[0] > 150 > right[1]


def test_a_large_photo_is_made_small(tmp_path: Path) -> None:
    found = shown(photo(tmp_path / "a.jpg", (4000, 3000)), 160)
    assert (found.width, found.height) == (160, 120)
    assert len(found.pixels) == 160 * 120 * 4


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 cut", b"\0\0\0\x18ftypheic" * 9])
def test_what_cannot_be_read_is_not_shown(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert picture(path, 100) is None
    assert photo_facts(path) == PhotoFacts()


def test_half_a_photo_is_not_shown_but_known(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", (640, 480))
    path.write_bytes(path.read_bytes()[:1200])
    assert picture(path, 100) is None
    assert photo_facts(path).latitude == 30.123456


def test_a_small_file_that_would_unfold_to_gigabytes_is_not_opened(tmp_path: Path) -> None:
    side = 20_000
    assert side * side > MOST_PIXELS

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )
    assert picture(bomb, 100) is None


def test_a_picture_with_holes_keeps_them(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert shown(tmp_path / "a.png", 10).pixels == bytes(4 * 4 * 4)
