-- What was done about an incident within a limit that is no report: published, held, delivered.

CREATE TABLE incident_task (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    task TEXT NOT NULL CHECK (task IN (
        'public_statement', 'press_conference', 'relief', 'nil_report', 'casualty_supplement')),
    done_at TEXT NOT NULL CHECK (length(done_at) = 20),
    done_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    note TEXT NOT NULL,
    rule_id TEXT,
    rule_text TEXT NOT NULL,
    starts_at TEXT CHECK (length(starts_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20 AND due_at > starts_at),
    is_met INTEGER CHECK (is_met IN (0, 1)),
    late_by_minutes INTEGER NOT NULL CHECK (late_by_minutes >= 0),
    late_reason TEXT NOT NULL,
    is_after_upgrade INTEGER NOT NULL CHECK (is_after_upgrade IN (0, 1)),
    CHECK ((due_at IS NULL) = (is_met IS NULL))
) STRICT;

CREATE INDEX incident_task_by_incident ON incident_task (incident_id);

CREATE TRIGGER incident_task_is_append_only_update BEFORE UPDATE ON incident_task
BEGIN
    SELECT RAISE(ABORT, 'incident_task is append-only');
END;

CREATE TRIGGER incident_task_is_append_only_delete BEFORE DELETE ON incident_task
BEGIN
    SELECT RAISE(ABORT, 'incident_task is append-only');
END;
