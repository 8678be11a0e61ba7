"""The dataclasses of this program: the standard ones, with their methods made when first needed.

The standard decorator compiles up to six functions a class while its module is loaded. The
desk loads some three hundred such classes before an officer can type, uses few of them by then and
spent a third of its start on that (``make bench``, start to a usable desk). Here ``__init__`` is
compiled at the first instance; comparing, hashing, showing and refusing changes are one function
each for all classes. Fields, ``replace``, ``astuple`` and inheritance are those of the standard.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # To whoever checks types it is the standard decorator.
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 -- exported
else:

    def dataclass(
        cls: type | None = None,
        /,
        *,
        eq: bool = True,
        frozen: bool = False,
        kw_only: bool = False,
        slots: bool = False,
    ) -> Any:
        """Make a class a dataclass; the options are those of the standard decorator."""

        def made(plain: type) -> type:
            return _made(plain, eq=eq, frozen=frozen, kw_only=kw_only, slots=slots)

        return made if cls is None else made(cls)


_READERS: dict[type, Callable[[Any], Any]] = {}


def _made(plain: type[Any], *, eq: bool, frozen: bool, kw_only: bool, slots: bool) -> Any:
    own = set(vars(plain))
    cls: Any = dataclasses.dataclass(
        init=False, repr=False, eq=False, kw_only=kw_only, slots=slots
    )(plain)
    methods: dict[str, Any] = {"__init__": _first_init(cls), "__repr__": _shown}
    if eq:
        # What compares by value and may change has no hash, as in the standard.
        methods |= {"__eq__": _is_equal, "__hash__": _hashed if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _put_state}
    for name, method in methods.items():
        if name not in own or (name == "__hash__" and "__eq__" not in own and eq):
            setattr(cls, name, method)
    return cls


def _first_init(cls: type) -> Callable[..., None]:
    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807 -- it becomes the method
        init = _compiled_init(cls)
        cls.__init__ = init  # type: ignore[misc]  # from now on the class has its own
        init(self, *args, **named)

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    return __init__


def _compiled_init(cls: type) -> Callable[..., None]:
    """Return an ``__init__`` that takes the fields as the standard one does."""
    fields = dataclasses.fields(cls)
    given: dict[str, Any] = {"_put": object.__setattr__, "_unset": MISSING}
    positional: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for at, field in enumerate(fields):
        value = field.name
        if field.default_factory is not MISSING:
            given[f"_make{at}"] = field.default_factory
            value = (
                f"_make{at}()"
                if not field.init
                else (f"_make{at}() if {field.name} is _unset else {field.name}")
            )
        elif field.default is not MISSING:
            given[f"_usual{at}"] = field.default
            value = field.name if field.init else f"_usual{at}"
        if field.init:
            (named if field.kw_only else positional).append(_parameter(field, at))
        elif value == field.name:
            continue
        lines.append(f"_put(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ["self", *positional, *(["*", *named] if named else [])]
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n {body}", given)  # noqa: S102 -- as the standard does
    init: Callable[..., None] = given["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parameter(field: dataclasses.Field[Any], at: int) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=_unset"
    return field.name if field.default is MISSING else f"{field.name}=_usual{at}"


def _values(one: Any) -> Any:
    """Return what an instance is compared by."""
    cls = type(one)
    reader = _READERS.get(cls)
    if reader is None:
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        reader = _READERS[cls] = attrgetter(*names) if names else _nothing
    return reader(one)


def _nothing(_one: Any) -> tuple[()]:
    return ()


def _is_equal(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    shown = [
        f"{field.name}={getattr(self, field.name)!r}"
        for field in dataclasses.fields(self)
        if field.repr
    ]
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _put_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
