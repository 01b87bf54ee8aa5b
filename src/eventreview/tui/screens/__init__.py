"""The screens of the desk, each with its styles beside it."""
