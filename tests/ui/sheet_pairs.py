"""Reads a style sheet as Qt does: which ink stands on which ground in which state."""

import re
from itertools import chain, combinations

_SELECTOR = re.compile(r"^(\w+)((?:::[\w-]+)?)((?:\[[^\]]+\])*)((?:::[\w-]+)?)((?::[\w-]+)*)$")


def states(sheet):
    """Return (widget, properties, states) -> what the sheet says of it, for every mix it names."""
    rules = list(_rules(sheet))
    said = {}
    for kind in {rule[0] for rule in rules}:
        of_kind = [rule for rule in rules if rule[0] == kind]
        marks = {frozenset()} | {rule[1] for rule in of_kind}
        pseudos = {one for rule in of_kind for one in rule[2]}
        for mark in marks:
            for mix in chain(*(combinations(sorted(pseudos), n) for n in range(3))):
                said[kind, mark, frozenset(mix)] = _cascade(of_kind, mark, frozenset(mix))
    return said


def _cascade(rules, mark, mix):
    def fits(rule):
        any_value = {one.split("=")[0] for one in mark}
        return all(one in mark or one in any_value for one in rule[1]) and rule[2] <= mix

    found = {}
    # Sorting is stable: of two rules as exact as each other the later one holds.
    for rule in sorted(filter(fits, rules), key=lambda rule: len(rule[1]) + len(rule[2])):
        found.update(rule[3])
    return found


def _rules(sheet):
    for heads, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        said = dict(
            (part.strip() for part in line.split(":", 1))
            for line in body.split(";")
            if ":" in line
        )
        if "border" in said:
            said["border-color"] = said["border"].split()[-1]
        for head in heads.split(","):
            *above, last = head.strip().split(" ")
            found = _SELECTOR.match(last)
            assert found, head
            kind, part, marks, late_part, mix = found.groups()
            yield (
                " ".join([*above, kind + part + late_part]),
                frozenset(re.findall(r"\[([^\]]+)\]", marks)),
                frozenset(re.findall(r":([\w-]+)", mix)),
                said,
            )
