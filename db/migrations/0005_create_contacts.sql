-- Units, the people in them and their numbers; and the keys they are looked up by.

CREATE TABLE unit (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    parent_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent_id <> id),
    order_no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'superior', 'district_leaders', 'department', 'street', 'community', 'command_hq', 'team',
        'key_unit', 'public_service', 'hospital', 'military', 'experts', 'volunteers', 'media',
        'other'))
) STRICT;

CREATE TABLE contact (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    post TEXT NOT NULL,
    duty_role TEXT CHECK (duty_role IN (
        'head', 'deputy_in_charge', 'liaison', 'duty_room', 'info_officer', 'grid_worker',
        'first_responder', 'safety_officer', 'team_leader', 'store_keeper')),
    role_pair TEXT CHECK (role_pair IN ('A', 'B')),
    pair_contact_id TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
        CHECK (pair_contact_id <> id),
    other_posts TEXT NOT NULL CHECK (json_valid(other_posts)),
    address TEXT NOT NULL,
    area TEXT NOT NULL,
    category TEXT NOT NULL,
    training_days INTEGER CHECK (training_days >= 0),
    note TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    last_verified_at TEXT CHECK (length(last_verified_at) = 20),
    verified_by TEXT NOT NULL,
    updated_at TEXT CHECK (length(updated_at) = 20)
) STRICT;

CREATE INDEX contact_by_unit ON contact (unit_id);

CREATE TABLE contact_number (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contact_id TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN (
        'mobile', 'office', 'duty', 'fax', 'home', 'satellite', 'radio', 'other')),
    number TEXT NOT NULL CHECK (number <> ''),
    label TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_doubtful INTEGER NOT NULL CHECK (is_doubtful IN (0, 1))
) STRICT;

CREATE INDEX contact_number_by_contact ON contact_number (contact_id);

-- Not part of the record: made from the tables above, and made again when they are missing.
CREATE TABLE contact_key (
    kind TEXT NOT NULL CHECK (kind IN (
        'tail', 'number', 'name', 'initials', 'pinyin', 'unit', 'unit_initials', 'unit_pinyin',
        'upper_unit', 'post')),
    key TEXT NOT NULL CHECK (key <> ''),
    contact_rowid INTEGER NOT NULL,
    PRIMARY KEY (kind, key, contact_rowid)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_key_by_contact ON contact_key (contact_rowid);

CREATE TABLE contact_text (
    contact_rowid INTEGER PRIMARY KEY,
    plain TEXT NOT NULL,
    typed TEXT NOT NULL
) STRICT;

-- Pairs of neighbouring characters of contact_text.plain, as in the search of the log.
CREATE VIRTUAL TABLE contact_search USING fts5 (
    body, tokenize = 'ascii', content = '', contentless_delete = 1, detail = none, prefix = '1'
);
