"""Serious near misses 较大涉险事故: criteria as data, and what they suggest (domain notes §5.2).

Rules of this file: a figure reached only suggests, a person confirms with a reason; what no figure
tells (严重污染, 重要设施受威胁) is a circumstance that a person judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.incident import FIGURE_LIMIT, FIGURES, Figures, Incident, IncidentCategory
from dutydesk.domain.level import SUMS, stated

LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMissCriterion:
    """A figure with its least number, or a circumstance in words; never both."""

    id: str
    category: IncidentCategory
    figure: str | None = None
    at_least: int | None = None
    circumstance: str = ""
    source: str
    order_no: int


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What speaks for a serious near miss: the criterion and the number that reaches it."""

    criterion: NearMissCriterion
    value: int


@dataclass(frozen=True, slots=True)
class NearMissChoices:
    """What a person may give as the reason: the figure that speaks for it, and circumstances."""

    found: NearMiss | None = None
    circumstances: Sequence[NearMissCriterion] = ()


@dataclass(frozen=True, slots=True)
class NearMissDecision:
    """What a person says of it; without own words the program's reason is kept."""

    is_one: bool
    reason: str = ""

    def values(self, incident: Incident) -> dict[str, object]:
        """Return the facts that the decision changes, none where it says what is on record."""
        reason = self.reason.strip() if self.is_one else ""
        is_same = self.is_one is incident.is_serious_near_miss
        if is_same and reason in {"", incident.near_miss_reason}:
            return {}
        return {"is_serious_near_miss": self.is_one, "near_miss_reason": reason}


@dataclass(eq=False)
class NearMissReasonMissing(Refusal):
    """Who says that it is a serious near miss says why."""


@dataclass(eq=False)
class NearMissKept(Refusal):
    """One criterion stays: a list without any would be the shipped one again."""


def suggest_near_miss(
    category: IncidentCategory, figures: Figures, criteria: Iterable[NearMissCriterion]
) -> NearMiss | None:
    """Return the first criterion of the category that a stated figure reaches."""
    for one in criteria:
        if one.category is not category or one.figure is None or one.at_least is None:
            continue
        value = stated(one.figure, figures)
        if value is not None and value >= one.at_least:
            return NearMiss(one, value)
    return None


def circumstances(
    category: IncidentCategory, criteria: Iterable[NearMissCriterion]
) -> Sequence[NearMissCriterion]:
    """Return what a person may judge, in the order of the list."""
    return [one for one in criteria if one.category is category and one.circumstance]


def check_near_miss_criterion(one: NearMissCriterion) -> None:
    """Accept a criterion the program can use; raises BadInput naming the bad field."""
    if (one.figure is None) == (not one.circumstance.strip()):
        raise BadInput("figure", one.figure or "")
    if (one.figure is None) != (one.at_least is None):
        raise BadInput("at_least", str(one.at_least))
    if one.figure is not None and one.figure not in {*FIGURES, *SUMS}:
        raise BadInput("figure", one.figure)
    if one.at_least is not None and not 0 < one.at_least <= FIGURE_LIMIT:
        raise BadInput("at_least", str(one.at_least))
    if len(one.circumstance) > LONGEST or "\n" in one.circumstance:
        raise BadInput("circumstance", one.circumstance)
    if not one.source.strip():
        raise BadInput("source", one.source)
