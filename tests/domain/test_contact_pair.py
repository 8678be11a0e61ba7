"""Pairs are written at both or at none, whatever was there before."""

from __future__ import annotations

import random
from dataclasses import replace

from dutydesk.domain.contact_pair import partners
from dutydesk.domain.contacts import Contact, RolePair


def test_the_other_points_back_with_the_other_letter() -> None:
    saved = Contact("1", "甲", role_pair=RolePair.A, pair_contact_id="2")
    assert partners(saved, {"2": Contact("2", "乙")}, []) == [
        Contact("2", "乙", role_pair=RolePair.B, pair_contact_id="1")
    ]


def test_after_any_number_of_changes_pairs_are_symmetrical() -> None:
    chance = random.Random(5)  # noqa: S311 -- a sample, no secret
    people = {str(n): Contact(str(n), f"某{n}") for n in range(6)}
    for _ in range(500):
        one = chance.choice(list(people))
        other = chance.choice([None, *(key for key in people if key != one)])
        letter = chance.choice([RolePair.A, RolePair.B])
        saved = replace(people[one], pair_contact_id=other, role_pair=letter)
        people[one] = saved
        pointing = [
            key
            for key, who in people.items()
            if key != one and who.pair_contact_id in {one, other} and who.pair_contact_id
        ]
        for changed in partners(saved, people, pointing):
            people[changed.id] = changed
        for who in people.values():
            if who.pair_contact_id:
                other_one = people[who.pair_contact_id]
                assert other_one.pair_contact_id == who.id
                assert {who.role_pair, other_one.role_pair} == {RolePair.A, RolePair.B}
