-- The room itself, its settings, and the journal that every write ends in.

CREATE TABLE room (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL CHECK (unit <> ''),
    is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 20)
) STRICT;

CREATE TABLE setting (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- hash = SHA-256 over prev and every other column, each behind its length (domain/journal.py).
CREATE TABLE journal (
    rowid INTEGER PRIMARY KEY,
    replica TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    tick INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END;

-- Which journal rows hold a state of a record that can change; not journalled, rebuilt from the journal.
CREATE TABLE journal_touch (
    record_id TEXT NOT NULL,
    journal_rowid INTEGER NOT NULL,
    PRIMARY KEY (record_id, journal_rowid)
) STRICT, WITHOUT ROWID;

-- What is being typed and not yet on record; not journalled.
CREATE TABLE draft (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 20)
) STRICT;
