"""The help window and its pages, which lie in `resources/help`."""
