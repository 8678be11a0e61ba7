"""Opens a data folder and builds clock, store and services, once."""
