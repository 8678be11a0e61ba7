from datetime import timedelta
from itertools import product

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import RollCall, RollCallMethod, RollCallTarget, UnitRecord
from tests.reporting_builders import DUE, found, plan, unit


def roll_call(name: str, **changes: object) -> RollCall:
    values = {
        "id": name, "title": name, "method": RollCallMethod.PHONE, "is_random": False,
        "started_at": DUE, "started_by": "甲某",
    }  # fmt: skip
    return RollCall(**{**values, **changes})  # type: ignore[arg-type]


def target(call: str, of: str) -> RollCallTarget:
    return RollCallTarget(
        id=f"{call}-{of}", roll_call_id=call, unit_id=of, order_no=1, name=of, phone="1",
        contact="",
    )  # fmt: skip


def test_a_roll_call_is_read_with_every_try_and_what_was_before(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="roll_call.start") as work:
        table = work.tables.roll_call
        work.tables.reporting_unit.put(unit("甲"))
        old = roll_call("一", ended_at=DUE, is_random=True)
        new = roll_call("二", started_at=DUE + timedelta(days=1))
        for one in (old, new):
            table.put(one)
            table.append_target(target(one.id, "甲"))
        silent = found("一-甲", result=ReachResult.NO_ANSWER)
        again = [found("二-甲", result=ReachResult.WRONG_NUMBER), found("二-甲")]
        for result in (silent, *again):
            table.append_result(result)
        assert table.all() == [new, old]
        assert table.running() == new
        (line,) = table.sheet(new).lines
        assert (line.tries, line.record) == (tuple(again), UnitRecord(1, 1, 0))
        assert table.sheet(new, with_records=False).lines[0].record == UnitRecord()
        assert table.records() == {"甲": UnitRecord(2, 1, 0)}
        assert table.drawn_counts() == {"甲": 1}
        assert table.result(silent.id) == silent
        assert table.target("二-甲") == target("二", "甲")


def test_the_record_of_a_unit_counts_as_faulty_what_its_results_call_so(room: DutyRoom) -> None:
    answers = [
        found(
            f"{number}-甲",
            result=result,
            lead_on_post=lead,
            officer_on_post=officer,
            knows_situation=knows,
            finding=finding,
        )
        for number, (result, lead, officer, knows, finding) in enumerate(
            product(ReachResult, *[(None, True, False)] * 3, ("", "值班表未上墙"))
        )
    ]
    with room.store.writing(actor="cli", action="roll_call.start") as work:
        table = work.tables.roll_call
        work.tables.reporting_unit.put(unit("甲"))
        for number, result in enumerate(answers):
            table.put(roll_call(str(number), ended_at=DUE))
            table.append_target(target(str(number), "甲"))
            table.append_result(result)
        unanswered = sum(not one.is_answered for one in answers)
        faulty = sum(one.is_answered and not one.is_in_order for one in answers)
        assert table.records() == {"甲": UnitRecord(len(answers), unanswered, faulty)}


def test_plans_are_read_in_order_and_what_followed_them(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="roll_call_plan.put") as work:
        table = work.tables.roll_call
        table.put_plan(plan())
        table.put_plan(plan(title="夜查"))
        table.put(roll_call("一", plan_id="plan", planned_at=DUE))
        table.put(roll_call("二", ended_at=DUE))
        assert table.plans() == [plan(title="夜查")]
        assert table.made() == [("plan", DUE)]
