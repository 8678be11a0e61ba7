"""What kind of file it is, told from its first bytes; the name decides only inside a family."""

from __future__ import annotations

from pathlib import PurePath

HEAD = 4096
UNKNOWN = "application/octet-stream"

# (offset, bytes) -> kind; the first that fits.
_MARKS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"#!", "text/x-script"),
    (0, b"{\\rtf", "application/rtf"),
)

# Containers whose suffix says what is inside.
_INSIDE = {
    ("application/zip", "docx"): (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    ("application/zip", "xlsx"): (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    ("application/zip", "pptx"): (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    ("application/zip", "ofd"): "application/ofd",
    ("application/x-ole-storage", "doc"): "application/msword",
    ("application/x-ole-storage", "wps"): "application/vnd.ms-works",
    ("application/x-ole-storage", "xls"): "application/vnd.ms-excel",
    ("application/x-ole-storage", "et"): "application/vnd.ms-excel",
    ("application/x-ole-storage", "ppt"): "application/vnd.ms-powerpoint",
    ("text/plain", "csv"): "text/csv",
    ("text/plain", "html"): "text/html",
    ("text/plain", "htm"): "text/html",
}
_HEIF = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})


def media_type(head: bytes, name: str) -> str:
    """Return the media type of a file from its first bytes and its name."""
    kind = _by_bytes(head)
    suffix = PurePath(name).suffix.lower().lstrip(".")
    return _INSIDE.get((kind, suffix), kind)


def _by_bytes(head: bytes) -> str:
    for offset, mark, kind in _MARKS:
        if head.startswith(mark, offset):
            return kind
    if head[4:8] == b"ftyp":
        return _by_brand(head[8:12])
    # Two letters alone stand at the start of many a text.
    if head.startswith(b"BM") and b"\0" in head[:26]:
        return "image/bmp"
    if head.startswith(b"MZ") and b"\0" in head[:64]:
        return "application/x-msdownload"
    if head[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return "audio/mpeg"
    return "text/plain" if _is_text(head) else UNKNOWN


def _by_brand(brand: bytes) -> str:
    if brand in _HEIF:
        return "image/heic"
    if brand in _AVIF:
        return "image/avif"
    return "audio/mp4" if brand == b"M4A " else "video/mp4"


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            # The head may end inside a character.
            if len(head) == HEAD and error.start > len(head) - 4:
                return True
        else:
            return True
    return False
