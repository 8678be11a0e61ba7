"""How an entry is recognised at a glance: icon and colour role of each kind, and its marks."""

from __future__ import annotations

from dutydesk.domain.attachment import in_force
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.widgets.tag import TagLook
from dutydesk.wording import duty_log as words
from dutydesk.wording.attachment import count_word
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident_offer import offer_mark
from dutydesk.wording.withdrawal import correction_word, struck_mark

_ICONS = {
    EntryKind.INCOMING_CALL: ("phone-incoming", "accent"),
    EntryKind.OUTGOING_CALL: ("phone-outgoing", "accent"),
    EntryKind.INCOMING_DOCUMENT: ("file-input", "muted"),
    EntryKind.FAX: ("printer", "muted"),
    EntryKind.SUPERIOR_NOTICE: ("megaphone", "accent"),
    EntryKind.VISIT: ("user", "muted"),
    EntryKind.PATROL: ("footprints", "muted"),
    EntryKind.INCIDENT: ("siren", "overdue"),
    EntryKind.WARNING: ("triangle-alert", "soon"),
    EntryKind.CONSULTATION: ("users", "muted"),
    EntryKind.DIRECTIVE: ("stamp", "accent"),
    EntryKind.EQUIPMENT: ("hard-drive", "muted"),
    EntryKind.DUTY_CHECK: ("badge-check", "muted"),
    EntryKind.OTHER: ("ellipsis", "muted"),
}

LATE = TagLook(words.LATE, "clock-alert", "soon")
OPEN = TagLook("未办结", "circle-alert", "soon")
LINKED = TagLook("突发事件", "link", "overdue")
AUTOMATIC = TagLook("自动", "settings", "muted")


def kind_look(kind: EntryKind) -> TagLook:
    """Return the tag of a kind."""
    icon, role = _ICONS[kind]
    return TagLook(ENTRY_KIND[kind], icon, role)


def kind_icon(kind: EntryKind) -> str:
    """Return the icon of a kind, for the list of kinds."""
    return _ICONS[kind][0]


def marks(listed: ListedEntry, *, is_open: bool) -> list[TagLook]:
    """Return the small marks of an entry, each a word and an icon."""
    entry = listed.entry
    link = TagLook(words.continues(listed), "corner-down-right", "muted")
    is_back, held = entry.is_withdrawal, in_force(listed.attachments)
    found = [
        (link, listed.continues is not None),
        (LATE, entry.is_late),
        (TagLook(struck_mark(listed), "history", "muted"), listed.is_struck),
        (
            TagLook(correction_word(listed), "undo-2" if is_back else "pencil", "accent"),
            entry.correction_of is not None,
        ),
        (TagLook(offer_mark(listed.offered), "siren", "soon"), bool(listed.offered)),
        (OPEN, is_open),
        (TagLook(count_word(listed.attachments), "paperclip", "muted"), bool(held)),
        (LINKED, entry.incident_id is not None and entry.kind is not EntryKind.INCIDENT),
        (AUTOMATIC, entry.is_automatic),
    ]
    return [look for look, holds in found if holds]
