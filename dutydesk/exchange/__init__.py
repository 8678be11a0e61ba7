"""Files in and out, and readers of foreign text."""
