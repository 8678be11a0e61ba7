"""The command ``contacts who``: whom to ring for what happened there."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, choice
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.responsibility import Responsible
from dutydesk.wording.responsibility import line_words


def register(contacts: Any) -> None:
    """Add the command to those of contacts."""
    who = contacts.add_parser("who", help="谁管这事：按地点和种类找人")
    who.add_argument("text", help="什么地方、什么事，如 安和一社区燃气泄漏")
    who.add_argument("--kind", default="", help="突发事件种类；不写就从文字里读")
    who.add_argument("--category", help="类别；不写就从文字里读")
    who.set_defaults(run=find_responsible)


def find_responsible(context: Context, args: Namespace) -> Answer:
    """Name whom to ring, the place first; nobody named is an empty list."""
    service = context.reading_room().responsibility
    asked = service.asked(args.text)
    category = choice("category", IncidentCategory, args.category)
    if category is not None:
        asked = replace(asked, category=category)
    if args.kind:
        asked = replace(asked, kind=args.kind)
    found = service.who(asked)
    document: dict[str, object] = {
        "category": asked.category.value if asked.category else None,
        "kind": asked.kind or None,
        "responsible": [_document(one) for one in found],
    }
    return Answer(document, [line_words(one) for one in found] or ["没有找到管这事的人"])


def _document(one: Responsible) -> dict[str, object]:
    return {
        "why": one.why.value,
        "said": one.said,
        "name": one.name,
        "unit": one.unit,
        "phone": one.phone,
        "contact_id": one.card.contact.id if one.card else None,
    }
