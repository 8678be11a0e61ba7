"""The one door to the record: a writing transaction that ends in one journal row, or a snapshot.

Rules of this file: whatever is written inside ``writing`` is committed together with exactly one
journal row, or not at all; nothing is acknowledged before COMMIT has returned.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from dutydesk.domain.changes import Changes
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import StoreError, StoreReadOnly
from dutydesk.domain.permission import check_may
from dutydesk.store import database, driver, replica
from dutydesk.store.driver_errors import translated
from dutydesk.store.journal import JournalTable, JournalWriter, Stamp
from dutydesk.store.place import can_write
from dutydesk.store.rows import Rows, WritingRows
from dutydesk.store.tables import Tables

FILE_NAME = "room.db"

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Work:
    """One writing transaction: its tables, and after COMMIT what it changed."""

    tables: Tables
    rows: WritingRows
    note: dict[str, object] = field(default_factory=dict)

    @property
    def changes(self) -> Changes:
        """Return the rows written, by table."""
        touched: dict[str, set[str]] = {}
        for table, record_id, _ in self.rows.images:
            touched.setdefault(table, set()).add(record_id)
        return Changes({table: frozenset(ids) for table, ids in touched.items()})


def _check_may(tables: Tables, actor: str, action: str) -> None:
    """Let programs pass, and officers as far as their role goes."""
    officer = tables.officer.by_id(actor)
    if officer is not None:
        check_may(officer, action)


BeforeFirstWrite = Callable[[Work, str], None]
"""What is written in front of the first write, in its transaction; is given its action."""


class Store:
    """One room's file. Each thread gets its own reader; the writer stays on its first thread."""

    def __init__(self, path: Path, clock: Clock, ids: Ids, *, is_read_only: bool = False) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._clock = clock
        self._ids = ids
        self._writer: driver.Connection | None = None
        self._readers = threading.local()
        self._replica: str | None = None
        self._journal = JournalWriter(database.schema_version())
        self.before_first_write: BeforeFirstWrite | None = None

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.path.parent

    @contextmanager
    def writing(self, *, actor: str, action: str) -> Iterator[Work]:
        """Begin IMMEDIATE, let the caller write through ``work.tables``, seal, COMMIT.

        Nothing written and no note: nothing is recorded. Raises StoreError subclasses, and for an
        officer whose role does not allow the use case what ``check_may`` raises.
        """
        if self.is_read_only:
            raise StoreReadOnly(str(self.path))
        with self._transaction() as connection:
            rows = WritingRows(connection)
            work = Work(Tables(rows), rows)
            _check_may(work.tables, actor, action)
            first = self.before_first_write
            if first is not None:
                first(work, action)
            yield work
            bound = self._seal(work, (actor, action)) if rows.images or work.note else None
        if bound is not None:
            # What was refused or rolled back wrote nothing: the next write is the first.
            self.before_first_write = None
        if bound is not None and bound != self._replica:
            self._bind(bound)

    @contextmanager
    def unjournalled(self) -> Iterator[Tables]:
        """Write what is not part of the record (drafts, keys); same durability, no journal row."""
        if self.is_read_only:
            raise StoreReadOnly(str(self.path))
        with self._transaction() as connection:
            yield Tables(WritingRows(connection))

    @contextmanager
    def _transaction(self) -> Iterator[driver.Connection]:
        """Begin IMMEDIATE and COMMIT, or take everything back."""
        connection = self._open_writer()
        try:
            with translated(self.path):
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    # After some failures SQLite has rolled back by itself.
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
        except StoreReadOnly:
            # Opened while the disk could not be written, it never could: the next try opens anew.
            self._writer = None
            connection.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        """Give one consistent snapshot to read from; raises StoreError subclasses.

        Inside another reading of the same thread it is the same snapshot.
        """
        connection = self._open_reader()
        with translated(self.path):
            if connection.in_transaction:
                yield Tables(Rows(connection))
                return
            connection.execute("BEGIN")
            try:
                yield Tables(Rows(connection))
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def note_head(self) -> None:
        """Note which head this folder has seen, after a check and when it is closed.

        Only where this program wrote: the note binds the folder to a replica. A note that cannot
        be written costs a new replica at most.
        """
        if self._replica is None:
            return
        with self.reading() as tables:
            seen = tables.journal.count(), tables.journal.head()
        try:
            replica.write_note(self.folder, replica.note_for(self.folder, self._replica, seen))
        except OSError:
            _LOG.warning("the replica note could not be written")

    def close(self) -> None:
        """Close what this thread opened; the last writer leaves no side files behind.

        Never raises for the disk: what was committed is on record, and a closing that fails must
        not make it look lost, or a script would record it twice.
        """
        if self._writer is not None:
            self._try_to_note_head()
        self.close_reader()
        if self._writer is not None:
            self._try_to_empty_side_file(self._writer)
            self._writer.close()
            self._writer = None

    def _try_to_empty_side_file(self, writer: driver.Connection) -> None:
        # Readers of other threads may outlive the writer, and then SQLite would leave the
        # newest entries in the side file, where a copy of the room alone would miss them.
        try:
            with translated(self.path):
                writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except StoreError:
            # A full disk cannot take the pages; they stay in the side file, which every reader
            # reads, and the next closing tries again.
            _LOG.warning("the side file could not be emptied into the room's file")

    def _try_to_note_head(self) -> None:
        try:
            self.note_head()
        except StoreError:
            # What is damaged is told by whoever reads it; closing must come to its end.
            _LOG.warning("the head could not be noted")

    def close_reader(self) -> None:
        """Close the reader of this thread, which may not be the one that writes."""
        reader = getattr(self._readers, "connection", None)
        if reader is not None:
            reader.close()
            self._readers.connection = None

    def adopt(self, writer: driver.Connection) -> None:
        """Take over the writer of a file that was just created."""
        self._writer = writer

    def _open_writer(self) -> driver.Connection:
        if self._writer is None:
            self._writer = database.open_writer(self.path)
        return self._writer

    def _open_reader(self) -> driver.Connection:
        connection: driver.Connection | None = getattr(self._readers, "connection", None)
        if connection is not None and self._is_outdated(connection):
            self.close_reader()
            connection = None
        if connection is None:
            self._readers.is_frozen = not can_write(self.folder)
            connection = self._readers.connection = database.open_reader(self.path)
        return connection

    def _is_outdated(self, reader: driver.Connection) -> bool:
        """Tell whether a reader sees nothing of what is written: opened while nobody could."""
        return self._readers.is_frozen and not reader.in_transaction and can_write(self.folder)

    def _seal(self, work: Work, signed: tuple[str, str]) -> str:
        """Append the journal row and return the replica it was written as."""
        name = self._replica or self._bound_replica(work)
        self._append(work.rows, name, signed, work.note)
        return name

    def _bind(self, name: str) -> None:
        """Remember the replica, once its first row is on disk: a failed COMMIT binds nothing.

        Where the note cannot be written the next start takes a new replica, which is harmless;
        the entry itself is on record and must not look lost.
        """
        self._replica = name
        self._try_to_note_head()

    def _bound_replica(self, work: Work) -> str:
        """Return the replica this folder writes as; asked once, at the first write."""
        journal = JournalTable(work.rows)
        newest, note = journal.newest(), replica.read_note(self.folder)
        if newest and replica.is_bound(note, self.folder, newest.replica, journal.head_at):
            return newest.replica
        return self._new_replica(work, newest.hash.hex() if newest else None)

    def _new_replica(self, work: Work, continues: str | None) -> str:
        """Begin a new replica; a copied or restored room says what it continues."""
        name = self._ids.new()
        if continues is not None:
            images, work.rows.images = work.rows.images, []
            facts = {"continues": continues, "machine": replica.machine_name()}
            self._append(work.rows, name, ("program", "room.new_replica"), facts)
            work.rows.images = images
        return name

    def _append(
        self, rows: WritingRows, name: str, signed: tuple[str, str], note: Mapping[str, object]
    ) -> None:
        self._journal.append(
            rows,
            Stamp(name, self._clock.now(), self._clock.tick(), *signed),
            note,
        )
