"""LRN: reflection and learning."""
