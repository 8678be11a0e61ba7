"""Whatever happens in a night, every item and directive not closed is on the next handover."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.directive_step import Chase, Closing, Feedback, PassOn
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.officer import Actor
from dutydesk.services.handover import Signing
from tests.builders import PIN, Staff, draft, item_draft, progress_draft

STEPS = (
    "record",
    "record_open",
    "record_directive",
    "list",
    "correct",
    "progress",
    "close",
    "reopen",
    "pass_on",
    "chase",
    "feed_back",
    "close_directive",
    "handover",
)


@dataclass
class Night:
    """A room over some shifts, and what ought to be open in it."""

    room: DutyRoom
    by: Actor
    officers: list[str]
    entries: list[str] = field(default_factory=list)
    items: dict[str, bool] = field(default_factory=dict)
    lines: dict[str, bool] = field(default_factory=dict)

    def do(self, step: str, pick: int) -> None:
        self.room.clock.forward(minutes=1)  # type: ignore[attr-defined]  # FixedClock
        getattr(self, f"_{step}")(pick)
        facts = self.room.handover.draft().facts
        assert {one.id for one in facts.open_items} == self.open(self.items)
        assert {one.id for one in facts.directives} == self.open(self.lines)

    @staticmethod
    def open(known: dict[str, bool]) -> set[str]:
        return {one for one, is_open in known.items() if is_open}

    def _one(self, known: dict[str, bool], pick: int, *, is_open: bool) -> str | None:
        fitting = [one for one, state in known.items() if state is is_open]
        return fitting[pick % len(fitting)] if fitting else None

    def _write(self, kind: EntryKind, *, open_item: bool = False) -> str:
        typed = draft(self.room, "塌陷，已围挡。", kind=kind, person="区长")
        self.room.duty_log.record(typed, by=self.by, open_item=open_item)
        self.entries.append(typed.id)
        return typed.id

    def _record(self, _: int) -> None:
        self._write(EntryKind.OTHER)

    def _record_open(self, _: int) -> None:
        entry = self._write(EntryKind.OTHER, open_item=True)
        (item,) = [o for o in self.room.open_item.open_items() if o.origin_entry_id == entry]
        self.items[item.id] = True

    def _record_directive(self, _: int) -> None:
        line = self.room.directive.of_entry(self._write(EntryKind.DIRECTIVE))
        assert line is not None
        self.lines[line.id] = True

    def _list(self, _: int) -> None:
        item = self.room.open_item.open(item_draft("路灯不亮", "市政"), by=self.by).value
        self.items[item.id] = True

    def _correct(self, pick: int) -> None:
        if not self.entries:
            return
        place = pick % len(self.entries)
        kind = (EntryKind.OTHER, EntryKind.DIRECTIVE, EntryKind.VISIT)[pick % 3]
        before = {line.id for line in self.room.directive.open_lines()}
        change = Correction(
            self.room.duty_log.new_id(),
            "错",
            text=f"更正 {self.room.clock.now():%d %H:%M}",
            kind=kind,
        )
        new = self.room.duty_log.correct(self.entries[place], change, by=self.by).value
        self.entries[place] = new.id
        # A correction into a directive begins a line; none ends by a correction.
        after = {line.id for line in self.room.directive.open_lines()}
        assert before <= after
        self.lines |= dict.fromkeys(after - before, True)

    def _progress(self, pick: int) -> None:
        item = self._one(self.items, pick, is_open=True)
        if item:
            self.room.open_item.note(progress_draft(self.room, item, "在办"), by=self.by)

    def _close(self, pick: int) -> None:
        item = self._one(self.items, pick, is_open=True)
        if item:
            self.room.open_item.close(item, "已修好", by=self.by)
            self.items[item] = False

    def _reopen(self, pick: int) -> None:
        item = self._one(self.items, pick, is_open=False)
        if item:
            self.room.open_item.reopen(item, "又塌了", by=self.by)
            self.items[item] = True

    def _pass_on(self, pick: int) -> None:
        line = self._one(self.lines, pick, is_open=True)
        service, now = self.room.directive, self.room.clock.now()
        if line and self._status(line) != "fed_back":
            step = PassOn(unit="应急办", at=now)
            service.pass_on(line, service.new_id(), step, by=self.by)

    def _chase(self, pick: int) -> None:
        line = self._one(self.lines, pick, is_open=True)
        service, now = self.room.directive, self.room.clock.now()
        if line and self._status(line) != "noted":
            service.chase(line, service.new_id(), Chase("请抓紧", now), by=self.by)

    def _feed_back(self, pick: int) -> None:
        line = self._one(self.lines, pick, is_open=True)
        service, now = self.room.directive, self.room.clock.now()
        if line and self._status(line) != "noted":
            service.feed_back(line, service.new_id(), Feedback("已办", now), by=self.by)

    def _close_directive(self, pick: int) -> None:
        line = self._one(self.lines, pick, is_open=True)
        service = self.room.directive
        if line:
            closing = Closing("已办", needs_no_feedback=True)
            service.close(line, service.new_id(), closing, by=self.by)
            self.lines[line] = False

    def _handover(self, _: int) -> None:
        for side, officer in zip(
            (HandoverSide.OUTGOING, HandoverSide.INCOMING), self.officers, strict=True
        ):
            signed = self.room.handover.sign(
                Signing(side=side, officer_id=officer, pin=PIN), by=self.by
            ).value
        assert {one.id for one in signed.facts.open_items} == self.open(self.items)
        assert {one.id for one in signed.facts.directives} == self.open(self.lines)
        self.officers.reverse()
        self.by = Actor(self.officers[0], self.officers[0])
        # What was passed on reads the same when it is read again.
        again = self.room.handover.view(signed.handover.id)
        assert again.facts == signed.facts

    def _status(self, line: str) -> str:
        found = {one.id: one.status.value for one in self.room.directive.open_lines()}
        return found[line]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 99)), min_size=8, max_size=24)
)
def test_whatever_happens_what_is_open_is_on_the_next_handover(
    staffed: Staff, steps: list[tuple[str, int]]
) -> None:
    room = staffed.room
    night = Night(room, staffed.by, [staffed.admin.id, staffed.officer.id])
    with room.store.reading() as tables:
        running = tables.shift.running()
    if running is not None and running.primary_officer_id != staffed.admin.id:
        night.officers.reverse()
        night.by = Actor(night.officers[0], night.officers[0])
    # The room goes on from example to example, as a real one does from night to night.
    night.items = {item.id: item.closed_at is None for item in room.open_item.all_items()}
    night.lines = {
        one.directive.id: not one.directive.is_closed for one in room.directive.ledger()
    }
    for step, pick in steps:
        night.do(step, pick)
    assert room.verification.verify().ok
