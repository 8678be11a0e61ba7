"""A person at a glance: card, who stands in, term, training, what the calls were about."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.contact_call import ContactCall
from dutydesk.domain.contact_masking import masked_card
from dutydesk.domain.contact_state import ContactDates
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_directory import masked
from dutydesk.domain.training import TrainingState


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything one card shows; ``pairs`` are the others of every pair, the first role's first.

    ``is_masked`` when mobiles are hidden from whoever looks.
    """

    card: ContactCard
    pairs: tuple[ContactCard, ...] = ()
    dates: ContactDates | None = None
    training: TrainingState | None = None
    calls: tuple[ContactCall, ...] = ()
    is_masked: bool = False

    @property
    def pair(self) -> ContactCard | None:
        """Return whoever stands in for the first role."""
        return self.pairs[0] if self.pairs else None


def hidden(person: PersonCard) -> PersonCard:
    """Return the card as who may only look sees it."""
    return replace(
        person,
        card=masked_card(person.card),
        pairs=tuple(map(masked_card, person.pairs)),
        calls=tuple(replace(one, text=masked(one.text)) for one in person.calls),
        is_masked=True,
    )
