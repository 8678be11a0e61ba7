-- Files of log entries, kept as attachments/<2 hex>/<sha256> beside the room.

CREATE TABLE attachment (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL REFERENCES log_entry (id),
    position INTEGER NOT NULL CHECK (position > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    name TEXT NOT NULL CHECK (name <> ''),
    size INTEGER NOT NULL CHECK (size > 0),
    media_type TEXT NOT NULL CHECK (media_type <> ''),
    taken_at TEXT CHECK (length(taken_at) = 19),
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    added_at TEXT NOT NULL CHECK (length(added_at) = 20),
    added_by TEXT NOT NULL,
    is_later INTEGER NOT NULL CHECK (is_later IN (0, 1)),
    is_after_handover INTEGER NOT NULL CHECK (is_after_handover IN (0, 1)),
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    withdrawn_at TEXT CHECK (length(withdrawn_at) = 20),
    withdrawn_by TEXT NOT NULL,
    withdrawal_reason TEXT NOT NULL,
    CHECK ((is_withdrawn = 1) = (withdrawn_at IS NOT NULL)),
    CHECK ((is_withdrawn = 1) = (withdrawal_reason <> ''))
) STRICT;

CREATE UNIQUE INDEX attachment_by_entry ON attachment (entry_id, position);

CREATE TRIGGER attachment_stays_delete BEFORE DELETE ON attachment
BEGIN
    SELECT RAISE(ABORT, 'an attachment is withdrawn, not deleted');
END;
