"""The services beside the contacts: cards, units, trainings, command HQs, their papers.

A service is loaded when it is first asked for: the desk must paint before most of them are.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.store.store import Store

if TYPE_CHECKING:
    from dutydesk.services.contact_card import ContactCardService
    from dutydesk.services.contact_paper import ContactPaperService
    from dutydesk.services.contact_unit import ContactUnitService
    from dutydesk.services.hq_member import HqMemberService
    from dutydesk.services.training import TrainingService


@dataclass
class ContactServices:
    """What is known of people and units; each service is built when asked for."""

    store: Store
    clock: Clock
    ids: Ids

    @cached_property
    def contact_card(self) -> ContactCardService:
        """A person at a glance."""
        from dutydesk.services.contact_card import ContactCardService

        return ContactCardService(self.store, self.clock)

    @cached_property
    def contact_paper(self) -> ContactPaperService:
        """Lists of contacts on paper."""
        from dutydesk.services.contact_paper import ContactPaperService

        return ContactPaperService(self.store, self.clock)

    @cached_property
    def contact_unit(self) -> ContactUnitService:
        """The tree of units."""
        from dutydesk.services.contact_unit import ContactUnitService

        return ContactUnitService(self.store, self.clock, self.ids)

    @cached_property
    def hq_member(self) -> HqMemberService:
        """Members of command HQs."""
        from dutydesk.services.hq_member import HqMemberService

        return HqMemberService(self.store, self.ids)

    @cached_property
    def training(self) -> TrainingService:
        """Trainings and what is required."""
        from dutydesk.services.training import TrainingService

        return TrainingService(self.store, self.clock, self.ids)
