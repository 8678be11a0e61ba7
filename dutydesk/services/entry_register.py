"""Composes the register of one kind of entries: rows with their corrections and what followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count, pairwise

from dutydesk.domain.clock import Clock
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.entry_detail import DETAILS
from dutydesk.domain.entry_matter import Matter
from dutydesk.domain.entry_register import PARTED_BY, REGISTER_KINDS, part_of, stands_in
from dutydesk.domain.paper_entry_register import (
    EntryRegister,
    RegisterAddition,
    RegisterPart,
    RegisterRow,
)
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.domain.paper_span import PaperSpan, span_of
from dutydesk.store import duty_dates
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.entry_detail import CHOICE
from dutydesk.wording.entry_register import (
    corrected_into,
    corrected_mark,
    said_in_row,
    withdrawn_mark,
)
from dutydesk.wording.joining import joined

_TYPED = ("source", "person", "phone", "text", "handling", "instruction", "recorder")


class EntryRegisterService:
    """Reads what stands on a register."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def register(self, request: PaperRequest) -> EntryRegister:
        """Return the register asked for; raises SpanUnclear, SpanReversed.

        An entry that another one in the register went on from has no row of its own.
        """
        kind = request.kind
        with self._store.reading() as tables:
            span = span_of(request, duty_dates.newest(tables, self._clock.now()))
            room = tables.room.get()
            found = sorted(
                (
                    pair
                    for matter in tables.entry_matter.matters(REGISTER_KINDS[kind], span)
                    for pair in _standing(kind, span, matter)
                ),
                key=lambda pair: pair[0].order,
            )
            numbers = count(1)
            parts = tuple(
                RegisterPart(
                    name,
                    tuple(
                        row
                        for matter, versions in found
                        if _part(kind, versions) == name
                        for row in _rows(tables, kind, matter, versions, next(numbers))
                    ),
                )
                for name in _part_names(kind, found)
            )
        return EntryRegister(kind, room.unit, span, room.is_practice, parts)


def _standing(
    kind: PaperKind, span: PaperSpan, matter: Matter
) -> Iterator[tuple[Matter, list[ListedEntry]]]:
    """Yield what of a matter has rows here, each with the versions that stand in the register.

    What went on with an entry that does not hold here (withdrawn, made another kind, in order)
    holds all the same: where it is one for this register it has a row of its own and counts,
    else it is told in full in the struck row.
    """
    versions = _versions(kind, matter)
    if versions and versions[-1] is matter.versions[-1]:
        yield matter, versions
        return
    own = [
        later
        for later in matter.continuations
        if _versions(kind, later) and span.since <= later.versions[0].duty_date <= span.until
    ]
    if versions:
        rest = tuple(later for later in matter.continuations if later not in own)
        yield replace(matter, continuations=rest), versions
    known = {
        one.entry.id: one for each in (matter, *matter.continuations) for one in each.versions
    }
    for later in own:
        before = known.get(later.first.continuation_of or "")
        yield replace(later, continues=before), _versions(kind, later)


def _versions(kind: PaperKind, matter: Matter) -> list[ListedEntry]:
    return [one for one in matter.versions if stands_in(kind, one.entry)]


def _part_names(kind: PaperKind, found: list[tuple[Matter, list[ListedEntry]]]) -> list[str]:
    """Return the parts to print: all there are, and one for what nobody said if it is needed."""
    by = PARTED_BY.get(kind)
    if by is None:
        return [""]
    unsaid = any(not _part(kind, versions) for _, versions in found)
    return [*CHOICE[by], *([""] if unsaid else [])]


def _part(kind: PaperKind, versions: list[ListedEntry]) -> str:
    """Return the part that the version which holds stands in: a matter is never torn."""
    return part_of(kind, versions[-1].entry)


def _rows(
    tables: Tables, kind: PaperKind, matter: Matter, versions: list[ListedEntry], no: int
) -> list[RegisterRow]:
    marks = {old.entry.id: _struck(new, versions) for old, new in pairwise(matter.versions)}
    last = versions[-1].entry
    part = part_of(kind, last)
    rows = []
    for listed in versions:
        entry = listed.entry
        is_last = entry is last
        words = _words(entry)
        if part_of(kind, entry) == part:
            # The heading of the part says it.
            words.pop(PARTED_BY.get(kind, ""), None)
        if is_last:
            _add_results(tables, matter, words)
        rows.append(
            RegisterRow(
                no=no,
                at=entry.at,
                recorded_at=entry.recorded_at,
                words=words,
                is_late=entry.is_late,
                corrected_at=entry.recorded_at if entry.correction_of else None,
                correction_reason=entry.correction_reason,
                struck_mark=marks.get(entry.id, ""),
                continues=_reference(matter.continues) if entry is matter.first else None,
                # What was struck tells nothing: all that went on is told in full.
                additions=_additions(matter, {} if entry.id in marks else words)
                if is_last
                else (),
            )
        )
    return rows


def _struck(later: ListedEntry, rows: list[ListedEntry]) -> str:
    entry = later.entry
    if entry.is_withdrawal:
        return withdrawn_mark(entry)
    return corrected_mark() if later in rows else corrected_into(entry)


def _words(entry: LogEntry) -> dict[str, str]:
    """Return everything an entry says, as people read it, by the name of the field."""
    words = {"kind": ENTRY_KIND[entry.kind]}
    words |= {name: value for name in _TYPED if (value := getattr(entry, name))}
    words |= {
        field.name: said_in_row(field, entry.details[field.name], entry.at)
        for field in DETAILS[entry.kind]
        if field.name in entry.details
    }
    return words


def _add_results(tables: Tables, matter: Matter, words: dict[str, str]) -> None:
    """Put the results of the open items that began with any version beside its own result."""
    results = [words["result"]] if words.get("result") else []
    for listed in matter.versions:
        results += [
            item.result
            for item in tables.open_item.of_entry(listed.entry.id)
            if item.result and item.closed_at is not None
        ]
    if results:
        words["result"] = joined(dict.fromkeys(results))


def _additions(matter: Matter, said: Mapping[str, str]) -> tuple[RegisterAddition, ...]:
    """Return what went on later; what the row says already is not said again."""
    additions = []
    for one in matter.continuations:
        entry = one.latest
        if entry is None:
            continue
        words = {
            name: value
            for name, value in _words(entry).items()
            if name == "text" or said.get(name) != value
        }
        additions.append(RegisterAddition(entry.at, words, len(one.versions) > 1))
    return tuple(additions)


def _reference(listed: ListedEntry | None) -> EntryReference | None:
    return EntryReference(listed.entry.no, listed.duty_date) if listed else None
