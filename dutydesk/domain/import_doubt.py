"""People of a file of whom it is not certain that they are, or are not, somebody on file.

Rules of this file: nothing is decided silently. What the rules of cli.md say stands until an
officer decides otherwise, and each decision is kept with the import.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from dutydesk.domain.contact_file import ContactField, ReadPerson
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass


class DoubtKind(StrEnum):
    """Why two may be one person, or one not quite the same."""

    SAME_MOBILE = "same_mobile"
    SAME_NAME = "same_name"
    FIELDS_DIFFER = "fields_differ"


class Decision(StrEnum):
    """What is done with a person of the file: fill gaps, let the file win, add, leave out."""

    FILL = "fill"
    FILE_WINS = "file_wins"
    APART = "apart"
    SKIP = "skip"


USUAL: Mapping[DoubtKind, Decision] = {
    DoubtKind.SAME_MOBILE: Decision.APART,
    DoubtKind.SAME_NAME: Decision.APART,
    DoubtKind.FIELDS_DIFFER: Decision.FILL,
}
"""What happens to a doubt that nobody decides."""


@dataclass(frozen=True, slots=True)
class PairDecision:
    """A decision; of one for the file `fields` are those in which it wins."""

    decision: Decision
    fields: frozenset[ContactField] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportDoubt:
    """One pair side by side; `at` is the place of the person among all people of the file."""

    at: int
    kind: DoubtKind
    person: ReadPerson
    known: ContactCard
    differing: tuple[ContactField, ...] = ()

    @property
    def usual(self) -> PairDecision:
        """Return what happens when nobody decides."""
        return PairDecision(USUAL[self.kind])


Decisions = Mapping[int, PairDecision]
"""What was decided, by the place of the person in the file."""

UNDECIDED: Decisions = {}
