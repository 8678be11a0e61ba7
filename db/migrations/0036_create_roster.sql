-- The roster: posts and who may keep them, wishes, key periods, months, slots and how they changed.

CREATE TABLE roster_post (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 9),
    turn TEXT NOT NULL CHECK (turn IN ('shift', 'week')),
    is_needed INTEGER NOT NULL CHECK (is_needed IN (0, 1)),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    order_no INTEGER NOT NULL
) STRICT;

CREATE TABLE roster_member (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    contact_id TEXT REFERENCES contact (id),
    posts TEXT NOT NULL CHECK (json_valid(posts)),
    is_night_free INTEGER NOT NULL CHECK (is_night_free IN (0, 1)),
    starts_on TEXT CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    past TEXT NOT NULL CHECK (json_valid(past)),
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    order_no INTEGER NOT NULL
) STRICT;

CREATE TABLE roster_wish (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    member_id TEXT NOT NULL REFERENCES roster_member (id),
    kind TEXT NOT NULL CHECK (kind IN ('fixed', 'unavailable', 'preferred')),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    post_id TEXT REFERENCES roster_post (id),
    reason TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (ends_on >= starts_on)
) STRICT;

CREATE TABLE key_period (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    note TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (ends_on >= starts_on)
) STRICT;

CREATE TABLE roster_month (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 7),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    version INTEGER NOT NULL CHECK (version >= 0),
    prepared_by TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    published_at TEXT CHECK (length(published_at) = 20),
    published_by TEXT NOT NULL,
    note TEXT NOT NULL,
    CHECK (state = 'draft' OR published_at IS NOT NULL)
) STRICT;

CREATE TABLE roster_slot (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    duty_date TEXT NOT NULL CHECK (length(duty_date) = 10),
    shift TEXT NOT NULL CHECK (shift IN ('day', 'night', 'full')),
    post_id TEXT NOT NULL REFERENCES roster_post (id),
    seat INTEGER NOT NULL CHECK (seat > 0),
    person TEXT NOT NULL CHECK (person <> ''),
    member_id TEXT REFERENCES roster_member (id),
    contact_id TEXT REFERENCES contact (id),
    source TEXT NOT NULL CHECK (source IN ('generated', 'typed', 'imported', 'swapped')),
    phone TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX roster_slot_by_place ON roster_slot (duty_date, shift, post_id, seat);

CREATE TABLE roster_swap (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('swap', 'substitute', 'undo')),
    slot_id TEXT NOT NULL,
    from_person TEXT NOT NULL CHECK (from_person <> ''),
    to_person TEXT NOT NULL CHECK (to_person <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    agreed_by TEXT NOT NULL CHECK (agreed_by <> ''),
    filed_at TEXT NOT NULL CHECK (length(filed_at) = 20),
    recorder TEXT NOT NULL,
    other_slot_id TEXT,
    undoes TEXT UNIQUE REFERENCES roster_swap (id),
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;

CREATE INDEX roster_swap_by_slot ON roster_swap (slot_id);

CREATE TRIGGER roster_swap_is_append_only_update BEFORE UPDATE ON roster_swap
BEGIN
    SELECT RAISE(ABORT, 'roster_swap is append-only');
END;

CREATE TRIGGER roster_swap_is_append_only_delete BEFORE DELETE ON roster_swap
BEGIN
    SELECT RAISE(ABORT, 'roster_swap is append-only');
END;
