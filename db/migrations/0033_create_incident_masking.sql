-- Whether the data of affected people are masked once an incident has ended, who decided and why;
-- the last decision holds. The journal keeps what was written.

CREATE TABLE incident_masking (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    decision TEXT NOT NULL CHECK (decision IN ('mask', 'keep', 'unmask')),
    words TEXT NOT NULL CHECK (json_valid(words)),
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL,
    CHECK (reason <> '' OR decision = 'mask'),
    CHECK ((words <> '[]') = (decision = 'mask'))
) STRICT;

CREATE INDEX incident_masking_by_incident ON incident_masking (incident_id);

CREATE TRIGGER incident_masking_is_append_only_update BEFORE UPDATE ON incident_masking
BEGIN
    SELECT RAISE(ABORT, 'incident_masking is append-only');
END;

CREATE TRIGGER incident_masking_is_append_only_delete BEFORE DELETE ON incident_masking
BEGIN
    SELECT RAISE(ABORT, 'incident_masking is append-only');
END;
