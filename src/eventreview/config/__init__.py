"""Thresholds and sets: what RULES.md part D calls the configuration."""
