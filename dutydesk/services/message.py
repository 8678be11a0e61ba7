"""Pasted messages: what they say of an emergency. Nothing is stored."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dutydesk.domain.contact_refusals import ForeignFileUnreadable
from dutydesk.domain.message_reading import (
    MESSAGE_LENGTH,
    MessageFileMissing,
    MessageFileUnreadable,
    MessageReading,
    MessageTooLong,
)
from dutydesk.exchange.delimited import decoded
from dutydesk.exchange.message_reader import read_message

_LEAST_BYTES = 2
_MOST_BYTES = MESSAGE_LENGTH * 4
"""No encoding takes more; a Chinese character takes 2 at least."""


class MessageService:
    """Reads messages; needs no room."""

    def read(self, text: str, received_at: datetime) -> MessageReading:
        """Return what a text says, as told at ``received_at``.

        Raises MessageEmpty, MessageTooLong.
        """
        return read_message(text, received_at)

    def text_of(self, path: Path) -> str:
        """Return the text of a file.

        Raises MessageFileMissing, MessageFileUnreadable, MessageTooLong.
        """
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            # ValueError: a path that holds a zero byte.
            raise MessageFileMissing(path.name) from error
        return self.decoded(content, path.name)

    def decoded(self, content: bytes, name: str) -> str:
        """Return the text of bytes in an encoding that offices use: UTF-8, UTF-16, GB18030.

        Raises MessageFileUnreadable, MessageTooLong.
        """
        if len(content) > _MOST_BYTES:
            raise MessageTooLong(len(content) // _LEAST_BYTES, MESSAGE_LENGTH)
        try:
            return decoded(content, name)
        except ForeignFileUnreadable as error:
            raise MessageFileUnreadable(name) from error
