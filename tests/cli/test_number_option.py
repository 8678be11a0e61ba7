"""Numbers beyond what the record can hold are refused in words."""

import pytest

from dutydesk.cli.number_option import figure, limit
from dutydesk.domain.errors import BadInput
from tests.builders import Command
from tests.cli.asking import NOW, head, refused

OPEN = (
    *("incident", "open", "--title", "火情", "--category", "accident", "--kind", "火灾"),
    *("--place", "安和路", "--received-at", NOW),
)


@pytest.mark.parametrize(
    "fact",
    [
        ("--deaths", "99999999999999999999"),
        ("--loss-yuan", "9223372036854775808"),
        ("--burnt-area-m2", "1000000000000001"),
        ("--deaths", "三"),
        ("--deaths", "1_000"),
    ],
)
def test_a_figure_that_no_incident_has_is_refused(on_duty: Command, fact: tuple[str, str]) -> None:
    before = head(on_duty)
    assert refused(on_duty, *OPEN, *fact) == (2, "bad_input")
    assert head(on_duty) == before


@pytest.mark.parametrize(
    "words", [("log", "list"), ("log", "find", "火"), ("contacts", "find", "甲")]
)
@pytest.mark.parametrize("wanted", ["0", "-1", "99999999999999999999"])
def test_a_limit_that_makes_no_sense_is_refused(
    practice: Command, words: tuple[str, ...], wanted: str
) -> None:
    assert refused(practice, *words, f"--limit={wanted}") == (2, "bad_input")


def test_what_fits_is_taken() -> None:
    assert figure("loss_yuan", "1000000000000000") == 10**15
    assert figure("deaths", "-1") == -1, "the domain has a sentence of its own for this"
    assert limit(1) == 1
    with pytest.raises(BadInput):
        limit(0)
