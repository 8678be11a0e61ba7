"""Commands of contacts: ``contacts find``; files of them are `contact_import`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli import contact_card, contact_import, responsibility
from dutydesk.cli.answer import Answer
from dutydesk.cli.contact_document import contact_document, contact_line
from dutydesk.cli.context import Context
from dutydesk.cli.number_option import limit


def register(commands: Any) -> None:
    """Add the commands."""
    contacts = commands.add_parser("contacts", help="通讯录").add_subparsers(
        dest="action", required=True
    )
    contact_import.register(contacts)
    find = contacts.add_parser("find", help="查找")
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=20)
    find.set_defaults(run=find_contacts)
    contact_card.register(contacts)
    responsibility.register(contacts)


def find_contacts(context: Context, args: Namespace) -> Answer:
    """Find contacts by name, pinyin, initials, unit, role or the end of a number."""
    cards = context.reading_room().contacts.find(args.text, limit(args.limit))
    return Answer(
        {"contacts": [contact_document(card) for card in cards]},
        [contact_line(card) for card in cards] or ["没有找到"],
    )
