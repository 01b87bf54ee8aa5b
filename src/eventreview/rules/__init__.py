"""The rules: one module a family, one self-contained block a rule."""
