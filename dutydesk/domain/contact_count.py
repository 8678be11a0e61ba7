"""Counting the people of an import: somebody named in several rows is one person."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum


class Outcome(IntEnum):
    """What became of a person, the strongest last."""

    UNCHANGED = 1
    UPDATED = 2
    ADDED = 3


class PeopleCount:
    """What became of whom, by the id of the contact."""

    def __init__(self) -> None:
        self._outcomes: dict[str, Outcome] = {}

    def note(self, contact_id: str, outcome: Outcome) -> None:
        """Note what a row did to a person; of several rows the strongest outcome stays."""
        self._outcomes[contact_id] = max(self._outcomes.get(contact_id, outcome), outcome)

    def __len__(self) -> int:
        return len(self._outcomes)

    def of(self, outcome: Outcome) -> int:
        """Return how many people it happened to."""
        return Counter(self._outcomes.values())[outcome]
