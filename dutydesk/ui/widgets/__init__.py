"""Small widgets that every room may use; they know the theme and no feature."""
