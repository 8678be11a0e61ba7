-- Of a telephone report: what the other side ordered, and whether the words were read back.

ALTER TABLE incident_report ADD COLUMN instruction TEXT NOT NULL DEFAULT '';

ALTER TABLE incident_report ADD COLUMN is_read_back INTEGER NOT NULL DEFAULT 0
    CHECK (is_read_back IN (0, 1));
