from dataclasses import replace

from dutydesk.assembly.room import DutyRoom


def test_a_unit_edits_its_own_copies(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        table = work.tables.rule_set
        table.put_rule(replace(table.rules("district")[0], minutes=20))
        table.put_kind(replace(table.kinds()[0], name="本地地震"))
        table.put_criterion(replace(table.criteria()[0], at_least=25))
    with room.store.reading() as tables:
        table = tables.rule_set
        assert table.rules("district")[0].minutes == 20
        assert table.kinds()[0].name == "本地地震"
        assert table.criteria()[0].at_least == 25


def test_sets_are_kept_apart(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        assert tables.rule_set.rule_sets() == ["district", "province", "statute"]
        for name in tables.rule_set.rule_sets():
            assert {rule.rule_set for rule in tables.rule_set.rules(name)} == {name}
        assert tables.rule_set.rules("county") == []
