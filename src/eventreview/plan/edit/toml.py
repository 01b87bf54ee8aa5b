"""The writer stands in `plan.toml`; reports ask for it here."""

from eventreview.plan.toml import written as written
