"""The running shift on screen: taking over a new room, posts, weather, general situation."""
