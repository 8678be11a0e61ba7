import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from dutydesk.exchange.file_kind import HEAD, UNKNOWN, media_type


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/gif"),
        ("BMP", "image/bmp"),
        ("TIFF", "image/tiff"),
        ("WEBP", "image/webp"),
    ],
)
def test_pictures_are_known_by_their_bytes(form: str, kind: str) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stream, form)
    assert media_type(stream.getvalue(), "无后缀") == kind


def test_an_office_file_is_a_container_whose_suffix_says_the_rest(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x", "w") as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
    head = (tmp_path / "x").read_bytes()
    assert media_type(head, "通知.DOCX").endswith("wordprocessingml.document")
    assert media_type(head, "材料.zip") == "application/zip"
    assert media_type(head, "公文.ofd") == "application/ofd"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7", "a.jpg", "application/pdf"),
        (b"MZ\x90\0\3\0\0\0", "a.jpg", "application/x-msdownload"),
        (b"MZ is how this note begins", "a.txt", "text/plain"),
        (b"BM is how this note begins", "a.txt", "text/plain"),
        (b"\x7fELF\2\1", "a", "application/x-executable"),
        (b"#!/bin/sh\n", "a", "text/x-script"),
        (b"\0\0\0\x18ftypheic", "a.heic", "image/heic"),
        (b"\0\0\0\x18ftypavif", "a", "image/avif"),
        (b"\0\0\0\x18ftypmp42", "a.mp4", "video/mp4"),
        (b"\0\0\0\x18ftypM4A ", "a.m4a", "audio/mp4"),
        (b"\xff\xfb\x90\0", "a.mp3", "audio/mpeg"),
        (b"\0\1\2\3", "a.bin", UNKNOWN),
        ("来电记录".encode(), "a.txt", "text/plain"),
        ("来电记录".encode("gb18030"), "a.csv", "text/csv"),
    ],
)
def test_other_files_are_known_by_their_first_bytes(head: bytes, name: str, kind: str) -> None:
    assert media_type(head, name) == kind


def test_a_text_cut_inside_a_character_is_still_a_text() -> None:
    head = ("值" * HEAD).encode()[:HEAD]
    assert media_type(head, "长.txt") == "text/plain"
