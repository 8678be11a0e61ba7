"""Every value and every refusal of contacts has its Chinese words."""

from __future__ import annotations

import inspect

from dutydesk.domain import contact_refusals
from dutydesk.domain.contact_file import ContactField, Problem, ProblemCode
from dutydesk.domain.contact_refusals import FileDanger, ForeignFileDangerous, ForeignFileTooLarge
from dutydesk.domain.contacts import ContactRole, RolePair, UnitKind
from dutydesk.domain.errors import Refusal
from dutydesk.domain.phone import NumberKind
from dutydesk.wording import contacts as words


def test_every_value_has_a_word() -> None:
    assert set(words.UNIT_KINDS) == set(UnitKind)
    assert set(words.CONTACT_ROLES) == set(ContactRole)
    assert set(words.ROLE_PAIRS) == set(RolePair)
    assert set(words.NUMBER_KINDS) == set(NumberKind)
    assert set(words.CONTACT_FIELDS) == set(ContactField)


def test_every_problem_has_a_sentence() -> None:
    for code in ProblemCode:
        sentence = words.problem_sentence(Problem(code, "表", 3, "F 手机", "1", "post"))
        assert len(sentence) > 5


def test_every_refusal_has_a_sentence_that_says_what_to_do() -> None:
    declared = {
        cls
        for _, cls in inspect.getmembers(contact_refusals, inspect.isclass)
        if issubclass(cls, Refusal) and cls is not Refusal
    }
    assert set(words.SENTENCES) == declared
    too_large = words.SENTENCES[ForeignFileTooLarge](
        ForeignFileTooLarge("大.xlsx", 60 * 1048576, 50 * 1048576)
    )
    assert "60MB" in too_large
    assert "50MB" in too_large


def test_every_danger_has_words() -> None:
    for danger in FileDanger:
        sentence = words.SENTENCES[ForeignFileDangerous](ForeignFileDangerous("a", danger, 7))
        assert "7" in sentence
