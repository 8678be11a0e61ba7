"""Use cases of bulletins: what one begins with, drafting, signing, dropping, its paper."""

from __future__ import annotations

from datetime import date
from typing import cast

from dutydesk.domain import bulletin as domain
from dutydesk.domain.bulletin import Bulletin, BulletinKind, BulletinState, DraftBulletin
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import DraftEntry, in_order
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import Incident
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.room import Room
from dutydesk.store import casebook, duty_dates, logbook
from dutydesk.store.daily_facts import facts_of
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import bulletin as words
from dutydesk.wording import bulletin_proposal as proposal
from dutydesk.wording import daily


@dataclass(frozen=True, slots=True)
class BulletinHead:
    """What the paper of a bulletin takes from the room, for a preview while it is typed."""

    room: Room
    phone: str


@dataclass(frozen=True, slots=True)
class BulletinSource:
    """What a bulletin may begin with: an incident, or the duty days at hand."""

    incidents: tuple[Incident, ...]
    days: tuple[date, ...]


class BulletinService:
    """What an officer does with bulletins."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def bulletins(self) -> list[Bulletin]:
        """Return every bulletin, the newest first; what was sent as it may be shown."""
        with self._store.reading() as tables:
            return [_shown(tables, one) for one in tables.bulletin.all()]

    def bulletin(self, bulletin_id: str) -> Bulletin:
        """Return one; raises RecordUnknown."""
        with self._store.reading() as tables:
            return _shown(tables, _known(tables, bulletin_id))

    def newest(self, kind: BulletinKind) -> Bulletin | None:
        """Return the one of a kind signed last, before any the newest draft."""
        with self._store.reading() as tables:
            return tables.bulletin.newest(kind)

    def head(self) -> BulletinHead:
        """Return what a preview needs of the room."""
        with self._store.reading() as tables:
            return BulletinHead(tables.room.get(), _phone(tables))

    def sources(self) -> BulletinSource:
        """Return the incidents, newest first, and the last two duty days."""
        with self._store.reading() as tables:
            incidents = sorted(_incidents(tables), key=lambda one: one.received_at)
            newest = duty_dates.newest(tables, self._clock.now())
        return BulletinSource(
            tuple(reversed(incidents)), (newest, newest.fromordinal(newest.toordinal() - 1))
        )

    def proposal(
        self,
        kind: BulletinKind,
        *,
        incident_id: str | None = None,
        duty_date: date | None = None,
    ) -> DraftBulletin:
        """Return a draft with the text made from an incident or from the log of a duty day.

        Without either a 快报 tells of the incident received last, the others of the running or
        last duty day. Raises RecordUnknown.
        """
        with self._store.reading() as tables:
            if kind is BulletinKind.DAILY:
                return self._daily(tables, duty_date)
            incident = self._told(tables, kind, incident_id, duty_date)
            if incident is not None:
                title, body = proposal.incident_title(incident), proposal.incident_body(incident)
            else:
                title, body = self._period(tables, kind, duty_date)
            return DraftBulletin(
                id=self._ids.new(),
                kind=kind,
                title=title,
                body=body,
                report_to=_names(tables, "report_to"),
                copy_to=_names(tables, "copy_to"),
                incident_id=incident.id if incident else None,
            )

    def daily(self, duty_date: date | None) -> tuple[str, SpecialReport]:
        """Return the id of the 值班日报 of a day, or the day where none is kept, and its page.

        What nobody wrote yet is printed as the record has it, without a number.
        """
        with self._store.reading() as tables:
            now = self._clock.now()
            of = duty_date or duty_dates.newest(tables, now)
            kept = tables.bulletin.daily_of(of)
            if kept is not None:
                page = words.bulletin_paper(tables.room.get(), kept, phone=_phone(tables), now=now)
                return kept.id, page
            page = words.typed_paper(
                tables.room.get(),
                self._daily(tables, of),
                drafted_by="",
                phone=_phone(tables),
                now=now,
            )
        return of.isoformat(), page

    def put(self, draft: DraftBulletin, *, by: Actor) -> Done[Bulletin]:
        """Keep a draft, or write one that is kept anew; one that is the same already stays so.

        Raises RecordUnknown for its incident, BulletinFrozen, BulletinTextMissing and
        BulletinTextTooLong.
        """
        with self._store.writing(actor=by.name, action="bulletin.put") as work:
            tables = work.tables
            if draft.incident_id is not None:
                casebook.incident_file(tables, draft.incident_id)
            known = tables.bulletin.by_id(draft.id)
            if known is None:
                recorder = logbook.recorder_for(tables, by, tables.shift.running())
                name = recorder.name if recorder.officer_id else ""
                made = domain.accept(draft, drafted_by=name, now=self._clock.now())
            else:
                made = domain.rewrite(known, draft)
            if made == known:
                return Done(known, Changes())
            tables.bulletin.put(made)
            tables.draft.drop(draft.id)
        return Done(made, work.changes)

    def sign(self, bulletin_id: str, signed_by: str, *, by: Actor) -> Done[Bulletin]:
        """Sign a draft: it gets its number, an entry in the log, and is frozen.

        Signed already by the same person it is returned as it stands. Raises RecordUnknown,
        BulletinFrozen, BulletinSignerMissing and BulletinReceiverMissing.
        """
        with self._store.writing(actor=by.name, action="bulletin.sign") as work:
            tables = work.tables
            known, now = _known(tables, bulletin_id), self._clock.now()
            if known.state is BulletinState.SIGNED and known.signed_by == signed_by.strip():
                return Done(known, Changes())
            year = china(now).year
            number = tables.bulletin.next_issue_no(known.kind, year)
            signed = domain.sign(known, signed_by, issue=(year, number), now=now)
            tables.bulletin.put(signed)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            line = DraftEntry(
                id=self._ids.new(),
                kind=EntryKind.OTHER,
                text=words.signed_entry(signed),
                at=now,
                incident_id=signed.incident_id,
            )
            casebook.log_line(tables, line, recorder, now, self._ids)
        return Done(signed, work.changes)

    def drop(self, bulletin_id: str, reason: str, *, by: Actor) -> Done[Bulletin]:
        """Put on record that a draft is not sent.

        Raises RecordUnknown, BulletinFrozen, BulletinReasonMissing.
        """
        with self._store.writing(actor=by.name, action="bulletin.drop") as work:
            tables = work.tables
            dropped = domain.drop(_known(tables, bulletin_id), reason)
            tables.bulletin.put(dropped)
        return Done(dropped, work.changes)

    def paper(self, bulletin_id: str) -> SpecialReport:
        """Return a bulletin as it is printed; raises RecordUnknown."""
        with self._store.reading() as tables:
            found, room = _known(tables, bulletin_id), tables.room.get()
            now = self._clock.now()
            paper = words.bulletin_paper(room, found, phone=_phone(tables), now=now)
            about = found.incident_id
            return tables.incident_masking.shown(about, paper) if about else paper

    def lead_name(self) -> str:
        """Return who would sign now: the leader of the running shift, empty when there is none."""
        with self._store.reading() as tables:
            return casebook.lead_name(tables)

    def _daily(self, tables: Tables, duty_date: date | None) -> DraftBulletin:
        now = self._clock.now()
        facts = facts_of(tables, duty_date or duty_dates.newest(tables, now), now)
        return DraftBulletin(
            id=self._ids.new(),
            kind=BulletinKind.DAILY,
            title=daily.title(facts),
            body=daily.body(facts),
            report_to=_names(tables, "report_to"),
            copy_to=_names(tables, "copy_to"),
            duty_date=facts.duty_date,
        )

    def _told(
        self,
        tables: Tables,
        kind: BulletinKind,
        incident_id: str | None,
        duty_date: date | None,
    ) -> Incident | None:
        if incident_id is not None:
            return casebook.incident_file(tables, incident_id).incident
        if kind is not BulletinKind.BULLETIN or duty_date is not None:
            return None
        found = _incidents(tables)
        return max(found, key=lambda one: (one.received_at, one.incident_no), default=None)

    def _period(
        self, tables: Tables, kind: BulletinKind, duty_date: date | None
    ) -> tuple[str, str]:
        now = self._clock.now()
        of = duty_date or duty_dates.newest(tables, now)
        slots = unit_pattern(tables).slots_of(of)
        since, ends_at = slots[0].starts_at, slots[-1].ends_at
        entries = [
            listed.entry
            for shift in tables.shift.of_duty_date(of)
            for listed in in_order(
                tables.incident_masking.entries(tables.duty_log.of_shift(shift.id))
            )
            if not (listed.is_struck or listed.entry.is_withdrawal or listed.entry.is_automatic)
        ]
        received = [one for one in tables.incident.all() if since <= one.received_at < ends_at]
        incidents = [file.incident for file in casebook.files_of(tables, received)]
        title = proposal.period_title(kind, of)
        return title, proposal.period_body(kind, (since, min(now, ends_at)), incidents, entries)


def _known(tables: Tables, bulletin_id: str) -> Bulletin:
    found = tables.bulletin.by_id(bulletin_id)
    if found is None:
        raise RecordUnknown("bulletin", bulletin_id)
    return found


def _shown(tables: Tables, bulletin: Bulletin) -> Bulletin:
    """Return it as it may be shown; a draft is still written, so it stands as it is."""
    if bulletin.incident_id is None or bulletin.is_draft:
        return bulletin
    return tables.incident_masking.shown(bulletin.incident_id, bulletin)


def _incidents(tables: Tables) -> list[Incident]:
    """Return every incident as it may be shown."""
    return [file.incident for file in casebook.files_of(tables, tables.incident.all())]


def _phone(tables: Tables) -> str:
    return cast("str", tables.setting.get("duty_phone"))


def _names(tables: Tables, setting: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", tables.setting.get(setting)))
