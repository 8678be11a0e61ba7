-- Of a report that left: who reviewed it, and how its signature was given.

ALTER TABLE incident_report ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';

ALTER TABLE incident_report ADD COLUMN signature_form TEXT
    CHECK (signature_form IN ('in_person', 'phone'));
