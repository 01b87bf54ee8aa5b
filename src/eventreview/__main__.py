"""`python -m eventreview` and the `eventreview` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; gives its exit code."""
    from eventreview.cli.entry import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
