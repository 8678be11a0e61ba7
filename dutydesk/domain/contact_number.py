"""How a number typed into the form is kept: as read where it is sound, else as typed."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.contacts import ContactNumber
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.phone import NumberDoubt, NumberKind, numbers_in


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Which number of whom it becomes, and in which place."""

    id: str
    contact_id: str
    order_no: int


def number_typed(typed: str, kind: NumberKind, label: str, place: NumberPlace) -> ContactNumber:
    """Return a number as it is kept; a doubtful one is never refused."""
    read_numbers = numbers_in(typed, kind)
    is_single = len(read_numbers) == 1
    first = read_numbers[0]
    is_sound = is_single and first.doubt is not NumberDoubt.MALFORMED
    return ContactNumber(
        id=place.id,
        contact_id=place.contact_id,
        kind=first.kind if is_single else NumberKind.OTHER,
        number=first.number if is_sound else typed.strip(),
        label=label or (first.label if is_sound else ""),
        order_no=place.order_no,
        is_doubtful=not is_sound,
    )


def removed(before: Sequence[ContactNumber], kept: Sequence[ContactNumber]) -> list[ContactNumber]:
    """Return the numbers that are no longer there."""
    ids = {one.id for one in kept}
    return [one for one in before if one.id not in ids]
