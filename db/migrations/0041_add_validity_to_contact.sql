-- From when until when a person is to be reached, and the year the imported training days are of.

ALTER TABLE contact ADD COLUMN valid_from TEXT CHECK (length(valid_from) = 10);

ALTER TABLE contact ADD COLUMN valid_to TEXT
    CHECK (length(valid_to) = 10 AND (valid_from IS NULL OR valid_to >= valid_from));

ALTER TABLE contact ADD COLUMN training_year INTEGER CHECK (training_year BETWEEN 1900 AND 2200);
