"""SRC: evidence."""
