import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.verification import Problem, ProblemKind, Verification, head_from_text

HEAD = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        (HEAD, HEAD),
        (HEAD.upper(), HEAD),
        ("0123 4567 89AB CDEF", HEAD[:16]),
        (" 0123456789abcdef\n", HEAD[:16]),
    ],
)
def test_a_head_is_read_as_people_copy_it(text: str, digits: str) -> None:
    assert head_from_text(text) == digits


@pytest.mark.parametrize("text", ["", "0123", HEAD[:17], HEAD[:63], HEAD + "0", "g" * 16])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        head_from_text(text)


def test_a_check_is_ok_when_nothing_was_found() -> None:
    assert Verification(1, HEAD, ()).ok
    assert not Verification(1, HEAD, (Problem(ProblemKind.FILE),)).ok
