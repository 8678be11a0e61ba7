"""The text of reports, made of statements that know where they come from."""
