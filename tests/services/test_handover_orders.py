"""Any order of signing, taking back and logging keeps one shift on duty and old records still."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import NewRoom
from dutydesk.domain.errors import Refusal
from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import OfficerRole
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.domain.shift import Posts, ShiftStatus
from dutydesk.services.handover import Filling, Signing
from dutydesk.store.pin import PinGate
from tests.builders import PIN, QUICK_HASHER, item_draft
from tests.handover_builders import BY, INCOMING, LEAD, OUTGOING

NAMES = ("甲某", "乙某", "丙某")
PARTIES = {OUTGOING, INCOMING}


class Signatures(RuleBasedStateMachine):
    """Three officers at one desk, doing handovers in any order."""

    @initialize()
    def open_room(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FixedClock(from_iso("2026-11-20T08:30"))
        new = NewRoom("值班室", is_practice=True)
        self.room = create_room(self.folder / "room", new, self.clock, seeded_ids(self.clock, 1))
        self.room.pins = PinGate(self.room.store, self.clock, QUICK_HASHER)
        self.ids = [
            self.room.officer.add(name, OfficerRole.ADMIN, PIN, by=BY).value.id for name in NAMES
        ]
        self.room.shift.start(Posts(self.ids[0]), PIN, by=BY)
        self.primary = self.ids[0]
        self.signed: dict[HandoverSide, str] = {}
        self.ownerless: list[str] = []
        self.papers: dict[str, HandoverRecord] = {}

    @rule(side=st.sampled_from(sorted(PARTIES)), who=st.integers(0, 2))
    def sign(self, side: HandoverSide, who: int) -> None:
        officer_id = self.ids[who]
        is_right = officer_id == self.primary if side is OUTGOING else officer_id != self.primary
        allowed = is_right and side not in self.signed and not self.ownerless
        handover_id = self.room.handover.draft().handover.id
        try:
            self.room.handover.sign(Signing(side=side, officer_id=officer_id, pin=PIN), by=BY)
        except Refusal:
            assert not allowed
            return
        assert allowed
        self.signed[side] = officer_id
        if set(self.signed) >= PARTIES:
            self.primary = self.signed[INCOMING]
            self.signed = {}
            self.papers[handover_id] = self.room.handover.record(handover_id)

    @rule(side=st.sampled_from(sorted(PARTIES)), who=st.integers(0, 2))
    def take_back(self, side: HandoverSide, who: int) -> None:
        try:
            self.room.handover.take_back(side, self.ids[who], PIN, by=BY)
        except Refusal:
            assert side not in self.signed
            return
        del self.signed[side]

    @rule()
    def fill(self) -> None:
        try:
            self.room.handover.fill(Filling(remarks="交代"), by=BY)
        except Refusal:
            assert self.signed
            return
        assert not self.signed

    @rule()
    def open_item_without_owner(self) -> None:
        item = self.room.open_item.open(item_draft("塌陷", ""), by=BY).value
        self.ownerless.append(item.id)

    @rule()
    def find_owners(self) -> None:
        for item_id in self.ownerless:
            self.room.open_item.change(item_draft("塌陷", "市政处", id=item_id), by=BY)
        self.ownerless = []

    @rule(minutes=st.integers(0, 1500))
    def wait(self, minutes: int) -> None:
        self.clock.at += timedelta(minutes=minutes)

    @invariant()
    def one_shift_runs_and_its_state_tells_the_signatures(self) -> None:
        if not hasattr(self, "room"):
            return
        shift = self.room.shift.view().shift
        assert shift is not None
        assert shift.primary_officer_id == self.primary
        waiting = ShiftStatus.HANDING_OVER if self.signed else ShiftStatus.ON_DUTY
        assert shift.status is waiting
        given = {one.side: one.officer_id for one in self.room.handover.draft().signatures}
        assert {side: given[side] for side in given if side is not LEAD} == self.signed

    @invariant()
    def old_papers_stand_still(self) -> None:
        for handover_id, paper in getattr(self, "papers", {}).items():
            assert self.room.handover.record(handover_id) == paper

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.close()
            shutil.rmtree(self.folder)


TestSignatures = Signatures.TestCase
TestSignatures.settings = settings(
    max_examples=20,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
