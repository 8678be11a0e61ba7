-- The duty log and its search index over pairs of characters.

CREATE TABLE log_entry (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    shift_id TEXT NOT NULL REFERENCES shift (id),
    no INTEGER NOT NULL CHECK (no > 0),
    at TEXT NOT NULL CHECK (length(at) = 20),
    kind TEXT NOT NULL CHECK (kind IN (
        'incoming_call', 'outgoing_call', 'incoming_document', 'fax', 'superior_notice', 'visit',
        'patrol', 'incident', 'warning', 'consultation', 'directive', 'equipment', 'duty_check',
        'other')),
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    handling TEXT NOT NULL,
    instruction TEXT NOT NULL,
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
    correction_of TEXT REFERENCES log_entry (id),
    correction_reason TEXT NOT NULL,
    incident_id TEXT,
    CHECK ((correction_of IS NULL) = (correction_reason = ''))
) STRICT;

CREATE UNIQUE INDEX log_entry_by_shift ON log_entry (shift_id, no);

-- An entry is corrected once; a further correction points at the correction.
CREATE UNIQUE INDEX log_entry_by_correction ON log_entry (correction_of)
    WHERE correction_of IS NOT NULL;

CREATE INDEX log_entry_by_incident ON log_entry (incident_id) WHERE incident_id IS NOT NULL;

CREATE TRIGGER log_entry_is_append_only_update BEFORE UPDATE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry is append-only');
END;

CREATE TRIGGER log_entry_is_append_only_delete BEFORE DELETE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry is append-only');
END;

-- rowid = log_entry.rowid; fed with the tokens of domain/search_text.py; rebuilt, never updated.
CREATE VIRTUAL TABLE log_search USING fts5 (
    body, tokenize = 'ascii', content = '', columnsize = 0, detail = none, prefix = '1'
);
