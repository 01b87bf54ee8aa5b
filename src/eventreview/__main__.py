"""`python -m eventreview` and the `eventreview` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; gives its exit code."""
    import gc

    gc.disable()  # nothing made while the program loads is garbage: a fifth of a short run went into looking for some
    from eventreview.cli.entry import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
