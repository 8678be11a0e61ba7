"""签发方式: how a review or a signature of a report was given."""

from __future__ import annotations

from enum import StrEnum


class SignatureForm(StrEnum):
    """现场, 电话授权."""

    IN_PERSON = "in_person"
    PHONE = "phone"
