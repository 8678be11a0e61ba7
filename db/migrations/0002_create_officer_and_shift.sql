-- Officers with their roles, and the shifts they keep.

CREATE TABLE officer (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('duty_officer', 'lead_officer', 'admin', 'viewer')),
    phone TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    pin_set_at TEXT CHECK (length(pin_set_at) = 20),
    wrong_pins INTEGER NOT NULL CHECK (wrong_pins >= 0),
    last_wrong_pin_at TEXT CHECK (length(last_wrong_pin_at) = 20)
) STRICT;

-- Argon2id hashes stay out of the journal, which travels to other machines.
CREATE TABLE officer_pin (
    officer_id TEXT NOT NULL PRIMARY KEY REFERENCES officer (id),
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE shift (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    duty_date TEXT NOT NULL CHECK (length(duty_date) = 10),
    kind TEXT NOT NULL CHECK (kind IN ('day', 'night', 'full')),
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 20),
    ends_at TEXT NOT NULL CHECK (length(ends_at) = 20),
    status TEXT NOT NULL
        CHECK (status IN ('awaiting', 'on_duty', 'handing_over', 'handed_over', 'reviewed')),
    started_at TEXT CHECK (length(started_at) = 20),
    ended_at TEXT CHECK (length(ended_at) = 20),
    lead_officer_id TEXT REFERENCES officer (id),
    primary_officer_id TEXT REFERENCES officer (id),
    secondary_officer_id TEXT REFERENCES officer (id),
    standby_officer_id TEXT REFERENCES officer (id),
    presence TEXT NOT NULL CHECK (presence IN ('on_site', 'by_phone')),
    weather TEXT NOT NULL,
    general_situation TEXT NOT NULL,
    review TEXT NOT NULL,
    reviewed_by TEXT REFERENCES officer (id),
    reviewed_at TEXT CHECK (length(reviewed_at) = 20)
) STRICT;

CREATE INDEX shift_by_duty_date ON shift (duty_date);

-- At most one shift runs; a new room has one that waits for its first officer.
CREATE UNIQUE INDEX shift_by_running ON shift ((1))
    WHERE status IN ('awaiting', 'on_duty', 'handing_over');
