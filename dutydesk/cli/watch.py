"""Commands of the keyword watch: ``watch list|add|switch|offers|dismiss|link``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice
from dutydesk.cli.entry_document import entry_document, entry_line
from dutydesk.domain.errors import NotAmong
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.incident_offer import DISMISSALS, IncidentOffer, OfferOutcome
from dutydesk.domain.instants import to_json
from dutydesk.domain.watch_word import WatchWord
from dutydesk.wording.incident import CATEGORY
from dutydesk.wording.incident_offer import OFFER_OUTCOME, offer_mark


def register(commands: Any) -> None:
    """Add the commands."""
    watch = commands.add_parser("watch", help="关注词和待核")
    verbs = watch.add_subparsers(dest="action", required=True)
    listing = verbs.add_parser("list", help="列出关注词")
    listing.set_defaults(run=list_words)
    add = verbs.add_parser("add", help="加一个关注词")
    add.add_argument("word")
    for name in ("category", "incident-kind", "officer"):
        add.add_argument(f"--{name}")
    add.set_defaults(run=add_word)
    switch = verbs.add_parser("switch", help="停用或启用一个关注词")
    switch.add_argument("id")
    switch.add_argument("--inactive", action="store_true")
    switch.add_argument("--officer")
    switch.set_defaults(run=switch_word)
    offers = verbs.add_parser("offers", help="列出待核的记录")
    offers.set_defaults(run=list_offers)
    dismiss = verbs.add_parser("dismiss", help="待核的记录不建突发事件")
    dismiss.add_argument("id")
    dismiss.add_argument("--outcome", required=True)
    for name in ("note", "officer"):
        dismiss.add_argument(f"--{name}")
    dismiss.set_defaults(run=dismiss_offer)
    link = verbs.add_parser("link", help="记录与突发事件为同一事件")
    link.add_argument("id")
    link.add_argument("--incident", required=True)
    link.add_argument("--officer")
    link.set_defaults(run=link_entry)


def list_words(context: Context, _args: Namespace) -> Answer:
    """List the words in the unit's order."""
    words = context.reading_room().watch_word.words()
    return Answer({"words": [_word(one) for one in words]}, [_word_line(one) for one in words])


def add_word(context: Context, args: Namespace) -> Answer:
    """Put a word on the list."""
    room = context.writing_room()
    category = choice("category", IncidentCategory, args.category)
    word = room.watch_word.new(args.word, category, args.incident_kind or "")
    done = room.watch_word.put(word, by=actor(room, args.officer)).value
    return Answer(_word(done), [f"已加上：{done.word}"])


def switch_word(context: Context, args: Namespace) -> Answer:
    """Let a word count or not."""
    room = context.writing_room()
    by = actor(room, args.officer)
    done = room.watch_word.switch(args.id, is_active=not args.inactive, by=by).value
    return Answer(_word(done), [_word_line(done)])


def list_offers(context: Context, _args: Namespace) -> Answer:
    """List the entries that wait for a word."""
    found = context.reading_room().incident_offer.open_offers()
    return Answer(
        {"offers": [{**_offer(offer), "entry": entry_document(one)} for offer, one in found]},
        [entry_line(one) for _, one in found] or ["无"],
    )


def dismiss_offer(context: Context, args: Namespace) -> Answer:
    """Say why no incident is made of an entry."""
    room = context.writing_room()
    known = tuple(one.value for one in DISMISSALS)
    if args.outcome not in known:
        raise NotAmong("outcome", args.outcome, known)
    outcome = OfferOutcome(args.outcome)
    by = actor(room, args.officer)
    done = room.incident_offer.dismiss(args.id, outcome, args.note or "", by=by).value
    return Answer(_offer(done), [f"已核：{OFFER_OUTCOME[outcome]}（{offer_mark(done.words)}）"])


def link_entry(context: Context, args: Namespace) -> Answer:
    """Say that an entry is about an incident on record."""
    room = context.writing_room()
    service = room.incident_offer
    by = actor(room, args.officer)
    entry = service.link(args.id, args.incident, service.new_id(), by=by).value
    listed = room.duty_log.entry(entry.id)
    return Answer(entry_document(listed), [entry_line(listed)])


def _word(word: WatchWord) -> dict[str, object]:
    return {
        "id": word.id,
        "word": word.word,
        "category": word.category.value if word.category else None,
        "kind": word.kind,
        "is_active": word.is_active,
    }


def _word_line(word: WatchWord) -> str:
    category = CATEGORY[word.category] if word.category else ""
    state = "" if word.is_active else "（已停用）"
    return " ".join(part for part in (word.word, category, word.kind, word.id) if part) + state


def _offer(offer: IncidentOffer) -> dict[str, object]:
    return {
        "entry_id": offer.entry_id,
        "words": list(offer.words),
        "offered_at": to_json(offer.offered_at),
        "outcome": offer.outcome.value if offer.outcome else None,
        "incident_id": offer.incident_id,
        "note": offer.note,
        "settled_at": to_json(offer.settled_at) if offer.settled_at else None,
        "settled_by": offer.settled_by,
    }
