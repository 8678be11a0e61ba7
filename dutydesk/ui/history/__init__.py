"""The history of any record, one key away."""
