-- Which files were taken into the contacts, so that one can be taken back; how a sheet of known
-- headings is read; and into whom somebody on file twice was merged.

CREATE TABLE contact_import (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    imported_at TEXT NOT NULL CHECK (length(imported_at) = 20),
    imported_by TEXT NOT NULL,
    read INTEGER NOT NULL CHECK (read >= 0),
    added INTEGER NOT NULL CHECK (added >= 0),
    updated INTEGER NOT NULL CHECK (updated >= 0),
    unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
    skipped INTEGER NOT NULL CHECK (skipped >= 0),
    undone_at TEXT CHECK (length(undone_at) = 20),
    undone_by TEXT NOT NULL DEFAULT ''
) STRICT;

-- `id` is the hash of the headings as compared; `fields` holds field and person of each column.
CREATE TABLE import_mapping (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sheet TEXT NOT NULL,
    fields TEXT NOT NULL,
    more_heading_rows INTEGER NOT NULL,
    is_ignored INTEGER NOT NULL CHECK (is_ignored IN (0, 1)),
    kept_at TEXT NOT NULL CHECK (length(kept_at) = 20)
) STRICT;

ALTER TABLE contact ADD COLUMN merged_into TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    CHECK (merged_into <> id);
