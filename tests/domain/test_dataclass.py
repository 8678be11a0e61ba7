import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.dataclass import dataclass

OPTIONS = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True, "kw_only": True},
    {"eq": False},
    {},
]


def pair(options: dict[str, bool]) -> tuple[Any, Any]:
    """Return the same class made by the standard decorator and by ours."""

    def made(decorator: Callable[..., Any]) -> Any:
        @decorator(**options)
        class Sample:
            """A sample."""

            name: str
            count: int = 3
            words: list[str] = dataclasses.field(default_factory=list)
            pin: str = dataclasses.field(default="", repr=False)
            place: int = dataclasses.field(init=False, default=7)
            hidden: int = dataclasses.field(default=0, compare=False)

            @property
            def twice(self) -> int:
                return self.count * 2

        return Sample

    return made(dataclasses.dataclass), made(dataclass)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_what_is_made_looks_and_compares_like_the_standard_one(options: dict[str, bool]) -> None:
    standard, ours = pair(options)
    for cls in (standard, ours):
        one, same = cls(name="甲", pin="2468"), cls(name="甲", pin="2468")
        other = cls(name="甲", count=4, pin="2468")
        assert repr(one).endswith("Sample(name='甲', count=3, words=[], place=7, hidden=0)")
        assert (one == same, one == other, one == "甲") == (
            (True, False, False) if options.get("eq", True) else (False, False, False)
        )
        assert one.words is not same.words
        assert one.twice == 6
        changed = dataclasses.replace(one, count=5)
        assert (changed.name, changed.count, changed.pin) == ("甲", 5, "2468")
        assert dataclasses.asdict(one)["count"] == 3
        assert dataclasses.is_dataclass(cls)
        assert [field.name for field in dataclasses.fields(cls)][:2] == ["name", "count"]
    assert (standard.__hash__ is None) == (ours.__hash__ is None)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_wrong_arguments_are_refused_by_both(options: dict[str, bool]) -> None:
    for cls in pair(options):
        for wrong in ({}, {"name": "甲", "place": 1}, {"name": "甲", "unknown": 1}):
            with pytest.raises(TypeError):
                cls(**wrong)
        if options.get("kw_only"):
            with pytest.raises(TypeError):
                cls("甲")
        else:
            assert cls("甲", 2).count == 2


def test_what_is_frozen_cannot_be_changed() -> None:
    for options in ({"frozen": True}, {"frozen": True, "slots": True}):
        one = pair(options)[1](name="甲")
        with pytest.raises(dataclasses.FrozenInstanceError, match="count"):
            one.count = 4
        with pytest.raises(dataclasses.FrozenInstanceError, match="count"):
            del one.count
        assert one.count == 3


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Named(Point):
    """A point with a name."""

    name: str = ""

    def __post_init__(self) -> None:
        if self.name == "坏":
            raise ValueError(self.name)


@dataclass(eq=False)
class Trouble(Exception):
    """A refusal with a fact."""

    fact: int


@given(st.integers(), st.integers(), st.text())
def test_one_that_inherits_is_copied_compared_and_hashed_by_all_fields(
    x: int, y: int, name: str
) -> None:
    if name == "坏":
        return
    one = Named(x, y, name)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 -- our own bytes
    assert copy.deepcopy(one) == one
    assert hash(one) == hash(Named(x, y, name))
    assert one != Point(x, y)
    assert dataclasses.astuple(one) == (x, y, name)


def test_what_checks_itself_is_asked_and_an_exception_holds_its_facts() -> None:
    with pytest.raises(ValueError, match="坏"):
        Named(1, 2, "坏")
    with pytest.raises(Trouble) as caught:
        raise Trouble(5)
    assert caught.value.fact == 5
    assert Trouble(5) != Trouble(5)


def test_a_class_that_nobody_used_has_compiled_nothing() -> None:
    ours = pair({"frozen": True})[1]
    before = ours.__init__
    ours(name="甲")
    assert ours.__init__ is not before
    after = ours.__init__
    ours(name="乙")
    assert ours.__init__ is after
