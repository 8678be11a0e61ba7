"""Domain values in, PDF bytes out."""
