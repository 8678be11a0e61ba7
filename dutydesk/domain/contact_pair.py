"""A/B pairs of the first role: who stands in for whom is written at both, or at none.

Rules of this file: whoever is named as the other one gets the other letter and points back;
whoever was named before, by either of them, is alone again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dutydesk.domain.contacts import Contact, RolePair

_OTHER = {RolePair.A: RolePair.B, RolePair.B: RolePair.A}


def partners(
    saved: Contact, known: Mapping[str, Contact], pointing: Iterable[str]
) -> list[Contact]:
    """Return the others as they must be written so that pairs are symmetrical.

    ``known`` holds everybody involved by id, ``pointing`` who points at ``saved`` or the partner.
    """
    other_id = saved.pair_contact_id
    changed: list[Contact] = []
    for contact_id in dict.fromkeys(pointing):
        if contact_id not in {saved.id, other_id} and contact_id in known:
            changed.append(replace(known[contact_id], pair_contact_id=None))
    other = known.get(other_id or "")
    if other is not None:
        letter = _OTHER[saved.role_pair] if saved.role_pair else other.role_pair
        paired = replace(other, pair_contact_id=saved.id, role_pair=letter)
        if paired != other:
            changed.append(paired)
    return changed
