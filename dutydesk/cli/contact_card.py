"""Commands of people and units: ``contacts show|verify|stale|training|train|units|unit``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.contact_document import contact_document, contact_line
from dutydesk.cli.contact_named import contact_named, unit_of
from dutydesk.cli.context import CLI, Context, day
from dutydesk.cli.number_option import limit
from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import ShownRole, Unit, in_tree_order
from dutydesk.domain.errors import BadInput
from dutydesk.domain.instants import to_json
from dutydesk.domain.officer import Actor
from dutydesk.domain.person_card import PersonCard
from dutydesk.domain.training import TrainingState
from dutydesk.domain.unit_card import UnitCard
from dutydesk.services.contact_unit import Telephones
from dutydesk.services.training import TrainingDraft
from dutydesk.wording.contact_card import (
    call_words,
    days_words,
    heads_words,
    training_words,
    validity_words,
    verified_words,
)

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def register(contacts: Any) -> None:
    """Add the commands."""
    for name, words, run in (
        ("show", "看一个人", show_contact),
        ("verify", "号码核实无误", verify_contact),
    ):
        one = contacts.add_parser(name, help=words)
        one.add_argument("contact")
        one.set_defaults(run=run)
    stale = contacts.add_parser("stale", help="待核实的人")
    stale.add_argument("--limit", type=int, default=20)
    stale.set_defaults(run=list_stale)
    training = contacts.add_parser("training", help="培训情况")
    training.add_argument("--year", type=int)
    training.set_defaults(run=list_training)
    train = contacts.add_parser("train", help="记一次培训")
    train.add_argument("contact")
    train.add_argument("--on", required=True)
    train.add_argument("--days", type=float, required=True)
    train.add_argument("--topic", default="")
    train.set_defaults(run=record_training)
    units = contacts.add_parser("units", help="单位")
    units.set_defaults(run=list_units)
    unit = contacts.add_parser("unit", help="看或改一个单位")
    unit.add_argument("unit")
    unit.add_argument("--under")
    unit.add_argument("--top", action="store_true")
    unit.add_argument("--before")
    unit.add_argument("--duty-phone")
    unit.add_argument("--fax")
    unit.set_defaults(run=show_unit)


def show_contact(context: Context, args: Namespace) -> Answer:
    """Show a person with everything that one card holds."""
    room = context.reading_room()
    return _answer(room.contact_card.person(contact_named(room, args.contact).contact.id))


def verify_contact(context: Context, args: Namespace) -> Answer:
    """Record that the numbers of a person hold."""
    room = context.writing_room()
    contact_id = contact_named(room, args.contact).contact.id
    room.contacts.verify(contact_id, by=Actor(CLI))
    return _answer(room.contact_card.person(contact_id))


def list_stale(context: Context, args: Namespace) -> Answer:
    """List whose numbers wait to be made sure of, who never was first."""
    room = context.reading_room()
    most = limit(args.limit)
    rowids = room.contacts.listing(listed=Listed.STALE)
    cards = list(room.contacts.page(rowids[:most]).values())
    document = {"count": len(rowids), "contacts": [contact_document(card) for card in cards]}
    lines = [f"待核实{len(rowids)}人", *map(contact_line, cards)]
    return Answer(document, lines)


def list_training(context: Context, args: Namespace) -> Answer:
    """List everybody of whom training is required in a year."""
    if args.year is not None and not _FIRST_YEAR <= args.year <= _LAST_YEAR:
        raise BadInput("year", str(args.year))
    found = context.reading_room().training.states(args.year)
    people = [
        {"id": card.contact.id, "name": card.contact.name, "unit": card.unit, **_training(state)}
        for card, state in found
    ]
    lines = [
        "  ".join((card.contact.name, card.unit, training_words(state))) for card, state in found
    ]
    return Answer({"people": people}, lines or ["没有人要培训"])


def record_training(context: Context, args: Namespace) -> Answer:
    """Record a training of a person."""
    trained_on = day("on", args.on)
    room = context.writing_room()
    contact = contact_named(room, args.contact).contact
    if trained_on is None:
        raise BadInput("on", str(args.on))
    draft = TrainingDraft(room.training.new_id(), contact.id, trained_on, args.days, args.topic)
    record = room.training.record(draft, by=Actor(CLI)).value
    document = {
        "id": record.id,
        "contact_id": record.contact_id,
        "trained_on": record.trained_on.isoformat(),
        "days": record.days,
        "topic": record.topic,
        "recorded_at": to_json(record.recorded_at),
        "recorder": record.recorder,
    }
    return Answer(document, [f"已记下：{contact.name} {args.on} {days_words(record.days)}"])


def list_units(context: Context, _args: Namespace) -> Answer:
    """List every unit in the order of the tree."""
    ordered = in_tree_order(context.reading_room().contacts.units())
    units = [{**_unit_document(unit), "depth": depth} for unit, depth in ordered]
    return Answer({"units": units}, [f"{'　' * depth}{unit.name}" for unit, depth in ordered])


def show_unit(context: Context, args: Namespace) -> Answer:
    """Show a unit; with options it is moved or its telephones are written first."""
    if args.top and args.under is not None:
        raise BadInput("under", args.under)
    is_moved = args.top or args.under is not None or args.before is not None
    is_rung = args.duty_phone is not None or args.fax is not None
    room = context.writing_room() if is_moved or is_rung else context.reading_room()
    unit = unit_of(room, args.unit)
    if is_moved:
        _move(room, unit, args)
    if is_rung:
        card = room.contact_unit.card(unit.id)
        held = (one.number if one else "" for one in (card.duty_phone, card.fax))
        typed = (args.duty_phone, args.fax)
        numbers = (old if new is None else new for old, new in zip(held, typed, strict=True))
        room.contact_unit.save_telephones(unit.id, Telephones(*numbers), by=Actor(CLI))
    card = room.contact_unit.card(unit.id)
    telephones = [f"{word} {one.number}" for word, one in _telephones(card) if one is not None]
    return Answer(_card_document(card), [" / ".join(card.path), *telephones, heads_words(card)])


def _move(room: DutyRoom, unit: Unit, args: Namespace) -> None:
    before = unit_of(room, args.before) if args.before is not None else None
    parent_id = before.parent_id if before else None
    if args.under is not None:
        parent_id = unit_of(room, args.under).id
    before_id = before.id if before else None
    room.contact_unit.move_unit(unit.id, parent_id, before_id, by=Actor(CLI))


def _telephones(card: UnitCard) -> tuple[tuple[str, Any], ...]:
    return ("值班电话", card.duty_phone), ("传真", card.fax)


def _answer(person: PersonCard) -> Answer:
    contact, dates = person.card.contact, person.dates
    document = {
        **contact_document(person.card),
        "roles": [_role_document(one) for one in person.card.roles],
        "pairs": [{"id": one.contact.id, "name": one.contact.name} for one in person.pairs],
        "valid_from": contact.valid_from.isoformat() if contact.valid_from else None,
        "valid_to": contact.valid_to.isoformat() if contact.valid_to else None,
        "is_retired": contact.is_retired,
        "verified_by": contact.verified_by,
        "training": _training(person.training) if person.training else None,
        "calls": [
            {"entry_id": one.entry_id, "at": to_json(one.at), "kind": one.kind.value}
            | {"text": one.text}
            for one in person.calls
        ],
    }
    lines = [contact_line(person.card)]
    if dates is not None:
        lines += [validity_words(contact, dates), verified_words(contact, dates)]
    if person.training is not None:
        lines.append(training_words(person.training))
    lines += [call_words(one) for one in person.calls]
    return Answer(document, [line for line in lines if line])


def _role_document(shown: ShownRole) -> dict[str, object]:
    role = shown.role
    return {
        "unit": shown.unit_path[-1] if shown.unit_path else "",
        "unit_path": list(shown.unit_path),
        "post": role.post,
        "duty_role": role.duty_role.value if role.duty_role else None,
        "role_pair": role.role_pair.value if role.role_pair else None,
        "pair_contact_id": role.pair_contact_id,
        "area": role.area,
    }


def _training(state: TrainingState) -> dict[str, object]:
    return {
        "year": state.year,
        "requirement": state.name,
        "required": state.required,
        "days": state.days,
        "missing": state.missing,
        "is_imported": state.is_imported,
    }


def _unit_document(unit: Unit) -> dict[str, object]:
    return {
        "id": unit.id,
        "name": unit.name,
        "parent_id": unit.parent_id,
        "kind": unit.kind.value,
    }


def _card_document(card: UnitCard) -> dict[str, object]:
    return {
        **_unit_document(card.unit),
        "unit_path": list(card.path),
        "duty_phone": card.duty_phone.number if card.duty_phone else "",
        "fax": card.fax.number if card.fax else "",
        "heads": [{"id": one.contact.id, "name": one.contact.name} for one in card.heads],
        "people": card.people,
        "stale": card.stale,
    }
