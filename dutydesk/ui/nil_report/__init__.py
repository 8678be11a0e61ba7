"""The room of zero reports."""
