"""Every expected failure of the whole package has a sentence an officer can act on."""

import dataclasses
import importlib
import pkgutil
import re
import types
import typing
from datetime import date
from enum import Enum
from typing import Any

import pytest

import dutydesk.domain
import dutydesk.wording
from dutydesk.domain.entry_detail import DETAILS, NO, YES
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.wording.sentences import sentence, sentences


def modules_of(package: types.ModuleType) -> list[types.ModuleType]:
    names = [found.name for found in pkgutil.iter_modules(package.__path__)]
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def failures() -> list[type[Exception]]:
    modules_of(dutydesk.domain)
    found: list[type[Exception]] = []
    pending: list[type[Exception]] = [Refusal, StoreError]
    while pending:
        below = [cls for cls in pending.pop().__subclasses__() if cls not in found]
        found += below
        pending += below
    return sorted(
        (
            cls
            for cls in found
            if cls.__module__.startswith("dutydesk.") and not cls.__subclasses__()
        ),
        key=lambda cls: (cls.__module__, cls.__name__),
    )


FAILURES = failures()

# What scripts are promised is one code, whether it is the room or a backup of it; what people are
# to do about it differs, so each has a sentence of its own.
SHARED_CODES = frozenset({"bad_input", "store_missing", "store_damaged", "not_a_room"})

# Latin letters that people of a duty room know: file kinds, units, and what is typed as it stands.
KNOWN_WORDS = frozenset(
    [
        "B",
        "Excel",
        "MB",
        "PDF",
        "U",
        "WPS",
        "Word",
        "docx",
        "pdf",
        "csv",
        "vcf",
        "xls",
        "xlsx",
        "help",
        "init",
        "restore",
        "t",
    ]
) | frozenset(kind.value for kind in PaperKind)
# The fields of each kind of entry and their values, as the command line takes them.
KNOWN_WORDS |= {
    word
    for asked in DETAILS.values()
    for field in asked
    for word in (field.name, *field.choices, YES, NO)
}

SAMPLES: dict[Any, list[Any]] = {
    str: ["安和", ""],
    int: [0, 1, 7, 60, 61],
    bool: [False, True],
    float: [0.5],
    date: [date(2026, 11, 20)],
    type(from_iso("2026-11-20")): [from_iso("2026-11-21T02:15")],
}


def values_for(hint: Any) -> list[Any]:
    """Sample facts of a field by its type, first the usual one."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return [value for part in inner for value in values_for(part)]
    if hint is type(None):
        return [None]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)
    if origin is not None:
        return _collections(origin, inner)
    if dataclasses.is_dataclass(hint):
        return samples_of(hint)[:1]
    return SAMPLES[hint]


def _collections(origin: Any, inner: tuple[Any, ...]) -> list[Any]:
    if origin is dict or issubclass(origin, typing.Mapping):
        return [{values_for(inner[0])[0]: values_for(inner[1])[0]}]
    if inner and inner[-1] is not Ellipsis and origin is tuple:
        return [tuple(values_for(part)[0] for part in inner)]
    return [origin([values_for(inner[0])[0]]), origin([])]


def samples_of(cls: Any) -> list[Any]:
    """Values of a dataclass: the usual one, then each field in turn with its other samples."""
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls) if field.init]
    usual = {name: values_for(hints[name])[0] for name in names}
    made = [cls(**usual)]
    for name in names:
        made += [cls(**{**usual, name: value}) for value in values_for(hints[name])[1:]]
    return made


def test_the_walk_finds_both_families() -> None:
    names = {cls.__name__ for cls in FAILURES}
    assert {"EntryTextMissing", "StoreLocked", "PinWrong", "PaperNotWritten"} <= names
    assert len(FAILURES) > 40


@pytest.mark.parametrize("cls", FAILURES, ids=lambda cls: cls.__name__)
def test_every_failure_has_a_sentence_for_all_its_facts(cls: type[Exception]) -> None:
    assert cls in sentences(), f"{cls.__name__} has no sentence in dutydesk/wording"
    for failure in samples_of(cls):
        words = sentence(failure)
        assert words.strip(), cls
        assert words.endswith(("。", "？")), words
        for banned in ("您", "！", "系统", "数据库", "None"):
            assert banned not in words, words
        assert set(re.findall(r"[A-Za-z][A-Za-z_]*", words)) <= KNOWN_WORDS, words


@pytest.mark.parametrize("cls", FAILURES, ids=lambda cls: cls.__name__)
def test_every_failure_has_facts_as_fields_and_a_code_of_its_own(cls: Any) -> None:
    assert dataclasses.is_dataclass(cls)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", cls.code)
    same = [other.__name__ for other in FAILURES if other.code == cls.code]  # type: ignore[attr-defined]  # both families have one
    assert same == [cls.__name__] or cls.code in SHARED_CODES


def test_no_sentence_is_left_behind() -> None:
    assert set(sentences()) - set(FAILURES) == set()


def word_tables() -> list[Any]:
    """Every mapping in the wording package whose keys are members of one enum."""
    return [
        pytest.param(table, id=f"{module.__name__.rpartition('.')[2]}.{name}")
        for module in modules_of(dutydesk.wording)
        for name, table in vars(module).items()
        if isinstance(table, dict)
        and table
        and all(isinstance(key, Enum) for key in table)
        and len({type(key) for key in table}) == 1
    ]


@pytest.mark.parametrize("table", word_tables())
def test_every_member_of_an_enum_has_its_words(table: dict[Enum, Any]) -> None:
    enum = type(next(iter(table)))
    assert set(table) == set(enum)
    assert all(words for words in table.values())


@pytest.mark.parametrize("table", word_tables())
def test_no_two_members_of_an_enum_share_their_words(table: dict[Enum, Any]) -> None:
    words = [str(value) for value in table.values() if isinstance(value, str)]
    assert len(words) == len(set(words))
