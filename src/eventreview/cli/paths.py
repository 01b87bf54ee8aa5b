"""MOVED: import from eventreview.plan.folder (the desk may not import cli). This shim goes away."""

from eventreview.plan.folder import Found, find_plans, is_plan

__all__ = ["Found", "find_plans", "is_plan"]
