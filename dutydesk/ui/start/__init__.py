"""The start on screen: the first room, trouble with opening one, and what guards the seat."""
