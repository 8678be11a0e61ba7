from dataclasses import replace
from datetime import UTC, datetime

from dutydesk.domain.verification import HeadFound, Problem, ProblemKind, Verification
from dutydesk.wording.verify import PROBLEM, problem_text, verification_lines

HEAD = "0123456789abcdef" * 4


def test_every_kind_of_problem_has_its_words() -> None:
    assert set(PROBLEM) == set(ProblemKind)
    for kind in ProblemKind:
        text = problem_text(Problem(kind, "log_entry", "id1", "text", 7, "细节"))
        assert any("一" <= sign <= "鿿" for sign in text)
        assert not text.endswith("。")


def test_a_sound_room_is_told_with_its_head() -> None:
    assert verification_lines(Verification(9, HEAD, ())) == [
        "核对无误。底账9笔，记录校验码 0123 4567 89AB CDEF。"
    ]


def test_a_room_with_problems_says_which_and_what_to_do() -> None:
    problem = Problem(ProblemKind.JOURNAL_HASH, journal_rowid=7)
    first, second, last = verification_lines(Verification(9, HEAD, (problem,)))
    assert first.startswith("核对发现1处问题。")
    assert second == "底账第7笔的内容与其校验值不符。"
    assert "备份" in last


def test_a_head_of_old_says_what_it_proves_only_in_a_chain_that_checks() -> None:
    at = datetime(2026, 11, 21, 0, 34, tzinfo=UTC)
    found = HeadFound(120, at, "2026-324")
    sound = Verification(150, "0" * 64, (), against=found)
    said = "\n".join(verification_lines(sound))
    assert "交接班记录2026-324上的校验码与底账第120笔相符，记于2026年11月21日 08:34" in said
    assert "没有被改动、删除或插入。之后又记了30笔" in said
    broken = replace(sound, problems=(Problem(ProblemKind.JOURNAL_HASH, journal_rowid=3),))
    assert "没有被改动" not in "\n".join(verification_lines(broken))
