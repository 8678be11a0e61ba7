-- Absence notices of leaders, and what was reported anew about each of them.

CREATE TABLE absence_notice (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL CHECK (person <> ''),
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    contact_id TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 20),
    ends_at TEXT NOT NULL CHECK (length(ends_at) = 20),
    place TEXT NOT NULL CHECK (place <> ''),
    acting_person TEXT NOT NULL CHECK (acting_person <> ''),
    acting_phone TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    filed_at TEXT NOT NULL CHECK (length(filed_at) = 20),
    recorder TEXT NOT NULL,
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    version INTEGER NOT NULL CHECK (version > 0),
    back_at TEXT CHECK (length(back_at) = 20),
    is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
    CHECK (ends_at > starts_at),
    CHECK (back_at IS NULL OR is_cancelled = 0)
) STRICT;

-- Asked with every lookup of a caller and every minute: who is away, who is not back.
CREATE INDEX absence_notice_by_running ON absence_notice (starts_at)
    WHERE back_at IS NULL AND is_cancelled = 0;

CREATE TABLE absence_change (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    notice_id TEXT NOT NULL REFERENCES absence_notice (id),
    version INTEGER NOT NULL CHECK (version > 1),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
    recorder TEXT NOT NULL,
    change_reason TEXT NOT NULL CHECK (change_reason <> ''),
    is_cancellation INTEGER NOT NULL CHECK (is_cancellation IN (0, 1)),
    before TEXT NOT NULL CHECK (json_valid(before))
) STRICT;

CREATE UNIQUE INDEX absence_change_by_version ON absence_change (notice_id, version);

CREATE TRIGGER absence_change_is_append_only_update BEFORE UPDATE ON absence_change
BEGIN
    SELECT RAISE(ABORT, 'absence_change is append-only');
END;

CREATE TRIGGER absence_change_is_append_only_delete BEFORE DELETE ON absence_change
BEGIN
    SELECT RAISE(ABORT, 'absence_change is append-only');
END;
