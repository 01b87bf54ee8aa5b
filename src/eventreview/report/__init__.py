"""A finished review in bytes: one module a format."""
