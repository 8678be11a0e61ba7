"""What the rules of equipment say no to."""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


@dataclass(eq=False)
class EquipmentNameMissing(Refusal):
    """A thing on the list has a name."""


@dataclass(eq=False)
class EquipmentTextTooLong(Refusal):
    """A field holds more than is kept."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class EquipmentRuleUnfit(Refusal):
    """A number of the item's rule lies outside what makes sense."""

    field: str
    value: int
    least: int
    most: int


@dataclass(eq=False)
class EquipmentRetired(Refusal):
    """What is no longer used is not checked."""

    name: str


@dataclass(eq=False)
class FaultNoteMissing(Refusal):
    """A fault says what it is."""

    name: str


@dataclass(eq=False)
class FaultReceiverMissing(Refusal):
    """It does not say to whom the fault was reported."""

    name: str


@dataclass(eq=False)
class ChargeMissing(Refusal):
    """The charge of this item is read at every check."""

    name: str


@dataclass(eq=False)
class ChargeUnfit(Refusal):
    """A charge lies between 0 and 100 percent."""

    charge: int


@dataclass(eq=False)
class EquipmentNumberUnclear(Refusal):
    """The text is no whole number: ``field`` says of what."""

    field: str
    text: str
