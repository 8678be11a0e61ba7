from datetime import datetime
from pathlib import Path

import pytest

from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import (
    MESSAGE_LENGTH,
    MessageFileMissing,
    MessageFileUnreadable,
    MessageTooLong,
)
from dutydesk.services.message import MessageService

TEXT = "甲县起火\n昨日15时，甲县一厂房起火，2人受伤。"
RECEIVED = datetime(2026, 11, 20, 8, 30, tzinfo=CHINA)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "通知.txt"
    file.write_bytes(TEXT.encode(encoding))
    service = MessageService()
    text = service.text_of(file)
    assert text == TEXT
    assert service.read(text, RECEIVED).injured == 2


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "图.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    with pytest.raises(MessageFileUnreadable):
        MessageService().text_of(picture)
    for missing in (tmp_path / "没有.txt", tmp_path, Path("a\0b")):
        with pytest.raises(MessageFileMissing):
            MessageService().text_of(missing)


def test_a_file_longer_than_any_message_is_refused_unread(tmp_path: Path) -> None:
    book = tmp_path / "书.txt"
    book.write_bytes("字".encode() * (2 * MESSAGE_LENGTH))
    with pytest.raises(MessageTooLong) as refused:
        MessageService().text_of(book)
    assert refused.value.length > MESSAGE_LENGTH
