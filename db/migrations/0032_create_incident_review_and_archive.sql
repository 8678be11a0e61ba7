-- What follows the end of an incident: answers to what was still open, review, rectification, archive.

CREATE TABLE incident_loose_end (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    kind TEXT NOT NULL CHECK (kind IN ('directive', 'report_draft', 'clock', 'open_item')),
    record_id TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    answer TEXT NOT NULL CHECK (answer <> ''),
    step TEXT NOT NULL CHECK (step IN ('close', 'archive')),
    answered_at TEXT NOT NULL CHECK (length(answered_at) = 20),
    answered_by TEXT NOT NULL
) STRICT;

CREATE INDEX incident_loose_end_by_incident ON incident_loose_end (incident_id);

CREATE TRIGGER incident_loose_end_is_append_only_update BEFORE UPDATE ON incident_loose_end
BEGIN
    SELECT RAISE(ABORT, 'incident_loose_end is append-only');
END;

CREATE TRIGGER incident_loose_end_is_append_only_delete BEFORE DELETE ON incident_loose_end
BEGIN
    SELECT RAISE(ABORT, 'incident_loose_end is append-only');
END;

CREATE TABLE incident_review (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    went_well TEXT NOT NULL,
    problems TEXT NOT NULL,
    lessons TEXT NOT NULL,
    attendees TEXT NOT NULL,
    reviewed_at TEXT NOT NULL CHECK (length(reviewed_at) = 20),
    reviewed_by TEXT NOT NULL,
    CHECK (went_well <> '' OR problems <> '' OR lessons <> '')
) STRICT;

CREATE INDEX incident_review_by_incident ON incident_review (incident_id);

CREATE TRIGGER incident_review_is_append_only_update BEFORE UPDATE ON incident_review
BEGIN
    SELECT RAISE(ABORT, 'incident_review is append-only');
END;

CREATE TRIGGER incident_review_is_append_only_delete BEFORE DELETE ON incident_review
BEGIN
    SELECT RAISE(ABORT, 'incident_review is append-only');
END;

-- The open item lives on by itself; this is where it came from.
CREATE TABLE rectification (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    item_id TEXT NOT NULL REFERENCES open_item (id),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL
) STRICT;

CREATE INDEX rectification_by_incident ON rectification (incident_id);

CREATE TRIGGER rectification_is_append_only_update BEFORE UPDATE ON rectification
BEGIN
    SELECT RAISE(ABORT, 'rectification is append-only');
END;

CREATE TRIGGER rectification_is_append_only_delete BEFORE DELETE ON rectification
BEGIN
    SELECT RAISE(ABORT, 'rectification is append-only');
END;

CREATE TABLE incident_archive (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL UNIQUE REFERENCES incident (id),
    archived_at TEXT NOT NULL CHECK (length(archived_at) = 20),
    archived_by TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TRIGGER incident_archive_is_append_only_update BEFORE UPDATE ON incident_archive
BEGIN
    SELECT RAISE(ABORT, 'incident_archive is append-only');
END;

CREATE TRIGGER incident_archive_is_append_only_delete BEFORE DELETE ON incident_archive
BEGIN
    SELECT RAISE(ABORT, 'incident_archive is append-only');
END;
