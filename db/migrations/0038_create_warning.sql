-- Warnings with what was done about them, and call rounds: targets and every attempt.

CREATE TABLE warning (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    warning_no TEXT NOT NULL UNIQUE CHECK (warning_no <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    color TEXT NOT NULL CHECK (color IN ('red', 'orange', 'yellow', 'blue')),
    title TEXT NOT NULL,
    issued_by TEXT NOT NULL CHECK (issued_by <> ''),
    doc_no TEXT NOT NULL,
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 20),
    received_at TEXT NOT NULL CHECK (length(received_at) = 20),
    valid_from TEXT CHECK (length(valid_from) = 20),
    valid_to TEXT CHECK (length(valid_to) = 20),
    area TEXT NOT NULL,
    content TEXT NOT NULL,
    measures TEXT NOT NULL,
    cause TEXT NOT NULL,
    period TEXT NOT NULL,
    impact TEXT NOT NULL,
    channels TEXT NOT NULL CHECK (json_valid(channels)),
    state TEXT NOT NULL CHECK (state IN ('in_force', 'replaced', 'lifted')),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id),
    replaces TEXT REFERENCES warning (id) CHECK (replaces <> id),
    reported_at TEXT CHECK (length(reported_at) = 20),
    reported_to TEXT NOT NULL,
    forwarded_at TEXT CHECK (length(forwarded_at) = 20),
    forwarded_to TEXT NOT NULL,
    response_level INTEGER CHECK (response_level BETWEEN 1 AND 4),
    response_matter TEXT NOT NULL,
    response_measures TEXT NOT NULL,
    response_until TEXT CHECK (length(response_until) = 20),
    response_started_at TEXT CHECK (length(response_started_at) = 20),
    response_ended_at TEXT CHECK (length(response_ended_at) = 20),
    ended_at TEXT CHECK (length(ended_at) = 20),
    CHECK ((state = 'in_force') = (ended_at IS NULL))
) STRICT;

CREATE INDEX warning_by_force ON warning (received_at) WHERE state = 'in_force';

CREATE UNIQUE INDEX warning_by_entry ON warning (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE warning_step (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    warning_id TEXT NOT NULL REFERENCES warning (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'reported', 'forwarded', 'response_started', 'response_ended', 'extended', 'changed',
        'lifted', 'noted')),
    at TEXT NOT NULL CHECK (length(at) = 20),
    to_whom TEXT NOT NULL,
    words TEXT NOT NULL,
    response_level INTEGER CHECK (response_level BETWEEN 1 AND 4),
    until TEXT CHECK (length(until) = 20),
    officer TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE INDEX warning_step_by_warning ON warning_step (warning_id);

CREATE TRIGGER warning_step_is_append_only_update BEFORE UPDATE ON warning_step
BEGIN
    SELECT RAISE(ABORT, 'warning_step is append-only');
END;

CREATE TRIGGER warning_step_is_append_only_delete BEFORE DELETE ON warning_step
BEGIN
    SELECT RAISE(ABORT, 'warning_step is append-only');
END;

CREATE TABLE call_round (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    words TEXT NOT NULL,
    warning_id TEXT REFERENCES warning (id),
    incident_id TEXT REFERENCES incident (id),
    superior TEXT NOT NULL,
    superior_phone TEXT NOT NULL,
    max_tries INTEGER NOT NULL CHECK (max_tries BETWEEN 1 AND 9),
    within_minutes INTEGER NOT NULL CHECK (within_minutes > 0),
    retry_pause_minutes INTEGER NOT NULL CHECK (retry_pause_minutes >= 0),
    started_at TEXT NOT NULL CHECK (length(started_at) = 20),
    started_by TEXT NOT NULL,
    ended_at TEXT CHECK (length(ended_at) = 20),
    ended_by TEXT NOT NULL,
    end_note TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id),
    end_entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE INDEX call_round_by_running ON call_round (started_at) WHERE ended_at IS NULL;

CREATE TABLE call_target (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    round_id TEXT NOT NULL REFERENCES call_round (id),
    order_no INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT NOT NULL,
    unit TEXT NOT NULL,
    area TEXT NOT NULL,
    role TEXT NOT NULL,
    contact_id TEXT REFERENCES contact (id),
    b_name TEXT NOT NULL,
    b_phone TEXT NOT NULL,
    b_contact_id TEXT REFERENCES contact (id),
    superior TEXT NOT NULL,
    superior_phone TEXT NOT NULL,
    party TEXT NOT NULL CHECK (party IN ('A', 'B', 'superior')),
    state TEXT NOT NULL CHECK (state IN (
        'waiting', 'trying', 'answered', 'answered_by_b', 'escalated', 'skipped')),
    reached_at TEXT CHECK (length(reached_at) = 20),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX call_target_by_round ON call_target (round_id, order_no);

CREATE TABLE call_attempt (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target_id TEXT NOT NULL REFERENCES call_target (id),
    attempt_no INTEGER NOT NULL CHECK (attempt_no > 0),
    party TEXT NOT NULL CHECK (party IN ('A', 'B', 'superior')),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN (
        'phone', 'wechat', 'sms', 'radio', 'broadcast', 'in_person')),
    result TEXT NOT NULL CHECK (result IN (
        'answered', 'no_answer', 'busy', 'unreachable', 'void')),
    words TEXT NOT NULL,
    officer TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id),
    corrects TEXT REFERENCES call_attempt (id) CHECK (corrects <> id),
    CHECK (result <> 'void' OR corrects IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX call_attempt_by_target ON call_attempt (target_id, attempt_no);

CREATE TRIGGER call_attempt_is_append_only_update BEFORE UPDATE ON call_attempt
BEGIN
    SELECT RAISE(ABORT, 'call_attempt is append-only');
END;

CREATE TRIGGER call_attempt_is_append_only_delete BEFORE DELETE ON call_attempt
BEGIN
    SELECT RAISE(ABORT, 'call_attempt is append-only');
END;
