"""Contacts on screen: find a number and use it; keep people and units; import and export."""
