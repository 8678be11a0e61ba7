"""简报, the room of bulletins: drafts, signing, the papers that were sent."""
