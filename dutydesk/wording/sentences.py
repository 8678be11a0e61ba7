"""The sentence for every refusal and store error: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.wording import (
    alarm,
    backup,
    contacts,
    handover,
    incident,
    paper,
    refusals,
    store_errors,
)

Sentences = Mapping[type[Exception], Callable[[Any], str]]

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    **refusals.SENTENCES,
    **store_errors.SENTENCES,
    **paper.SENTENCES,
    **contacts.SENTENCES,
    **incident.SENTENCES,
    **handover.SENTENCES,
    **backup.SENTENCES,
    **alarm.SENTENCES,
}


def sentence(error: Refusal | StoreError) -> str:
    """Return the Chinese sentence of an expected failure; KeyError is a bug, a test finds it."""
    return SENTENCES[type(error)](error)
