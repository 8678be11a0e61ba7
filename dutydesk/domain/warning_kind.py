"""Kinds of warnings and the colours each is issued in: data of the unit (notes §5.3).

Rules of this file: some signals have no blue, some only yellow to red; a kind that is not listed
or a colour it does not have is told, never refused, for the notice is what was issued.
"""

from __future__ import annotations

from collections.abc import Iterable

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning import (
    DraftWarning,
    WarningFinding,
    WarningNotice,
    missing,
)
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_refusals import WarningKindUnfit

MAX_NAME = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningKind:
    """One kind; ``colors`` from the highest down, ``order_no`` its place in the list."""

    id: str
    name: str
    colors: tuple[str, ...]
    order_no: int
    is_active: bool = True


def check_kind(kind: WarningKind, others: Iterable[WarningKind]) -> None:
    """Raise WarningKindUnfit for no name, a long one, one that another has, or no colour."""
    name = kind.name.strip()
    is_taken = any(one.name == name for one in others if one.id != kind.id)
    is_known = bool(kind.colors) and set(kind.colors) <= set(WarningColor)
    if not name or len(name) > MAX_NAME or is_taken or not is_known:
        raise WarningKindUnfit(name)


def findings(
    warning: DraftWarning, kinds: Iterable[WarningKind], in_force: Iterable[WarningNotice]
) -> tuple[WarningFinding, ...]:
    """Return what an officer should know of a warning before and after it is put on record."""
    found = list(missing(warning))
    known = {one.name: one.colors for one in kinds if one.is_active}
    name = warning.kind.strip()
    if name and name not in known:
        found.append(WarningFinding.KIND_UNLISTED)
    elif name and warning.color not in known[name]:
        found.append(WarningFinding.COLOR_UNUSUAL)
    if warning.issued_at.replace(second=0) > warning.received_at:
        found.append(WarningFinding.ISSUED_AFTER_RECEIVED)
    if any(_is_same(warning, one) for one in in_force):
        found.append(WarningFinding.SAME_IN_FORCE)
    return tuple(found)


def _is_same(warning: DraftWarning, other: WarningNotice) -> bool:
    is_itself = other.id in {warning.id, warning.replaces}
    is_alike = other.kind == warning.kind.strip() and other.issued_by == warning.issued_by.strip()
    return is_alike and not is_itself
