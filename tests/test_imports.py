"""What a command imports is what it needs: the headless ones never load the desk, the network or an event loop."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLANS = Path(__file__).parent.parent / "plans"
HEAVY = ("textual", "rich", "httpx", "asyncio", "truststore")
NOT_ON_THE_COLD_PATH = ("dataclasses", "typing", "inspect", "logging", "pydantic", "msgspec")
SCRIPT = """
import sys
from eventreview.cli.entry import run
sys.argv[0] = "eventreview"
code = run({arguments!r})
sys.stdout.flush()
print(*sorted(set(name.partition(".")[0] for name in sys.modules)), file=sys.stderr)
"""


def modules_after(*arguments: str) -> set[str]:
    script = SCRIPT.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("name", ["full", "line", "json"])
def test_check_imports_no_desk_and_no_network(name: str) -> None:
    loaded = modules_after("check", str(PLANS), "--format", name)
    assert loaded.isdisjoint(HEAVY)


def test_check_in_french_imports_no_desk_either() -> None:
    assert modules_after("check", str(PLANS), "--lang", "fr").isdisjoint(HEAVY)


def test_rule_imports_no_desk_and_no_network() -> None:
    assert modules_after("rule", "FORM-5").isdisjoint(HEAVY)


def test_a_clean_plan_is_checked_without_the_slow_parts_of_the_standard_library() -> None:
    loaded = modules_after("check", str(PLANS / "csw-side-event.toml"), "--format", "line")
    assert loaded.isdisjoint((*NOT_ON_THE_COLD_PATH, "json", "hashlib"))


def test_the_version_needs_nothing_but_the_command_line() -> None:
    loaded = modules_after("--version")
    assert loaded.isdisjoint((*HEAVY, "tomli", "datetime", "argparse", "gettext"))
