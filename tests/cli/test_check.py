"""`check` from outside: formats, exit codes, what goes where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Command

PLAN = b"""format = 1
stage = "inviting"
as_of = 2026-12-01
[event]
title = "Rights and evidence"
concerns = ["sex-workers"]
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []
roles = ["lead"]
[[panels]]
id = "p"
title = "Panel"
[[panels.speakers]]
id = "s1"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "ally"
chosen_on = 2026-11-20
display = "Rosa M."
person = "rosa"
listed_as = "Lantern, Rio"
notes = "flies in on Monday"  # met her at the harbour
"""
SECRETS = ("Rosa", "rosa", "Lantern, Rio", "flies in", "harbour")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(PLAN)
    return path


def test_the_compliant_plan_alone_exits_0(command: Command, plans: Path) -> None:
    assert command("check", str(plans / "csw-side-event.toml")).code == 0


def test_the_folder_of_plans_exits_1(command: Command, plans: Path) -> None:
    ran = command("check", str(plans))
    assert ran.code == 1
    assert "not a plan" not in ran.err


def test_a_finding_is_printed_with_its_line_and_its_place(command: Command, plan: Path) -> None:
    out = command("check", str(plan)).out
    assert re.search(r"plan\.toml:23:1: error REP-1 chosen-by-community · place s1, held for net", out)
    assert '23 | chosen_by = "ally"' in out


def test_of_the_plan_as_a_whole_no_line_is_quoted(command: Command, plans: Path) -> None:
    out = command("check", str(plans / "virtual-prevention-meeting.toml"), "--select", "LRN-1").out
    assert "LRN-1 reflection-planned · the whole plan" in out
    assert "    1 | " not in out


def test_of_one_it_is_said_in_the_singular(command: Command, plans: Path) -> None:
    out = command("check", str(plans / "csw-side-event.toml"), "--lang", "fr").out
    assert "dont 1 gardé hors du fichier" in out


@pytest.mark.parametrize("name", ["full", "line", "json"])
def test_no_name_tag_note_or_comment_is_printed(command: Command, plan: Path, name: str) -> None:
    ran = command("check", str(plan), "--format", name, "--all")
    assert not [secret for secret in SECRETS if secret in ran.out + ran.err]


def test_json_is_as_the_contract_says(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), "--format", "json")
    document = json.loads(ran.out)
    assert document["version"] == 1
    assert document["today"] is None
    (one,) = document["plans"]
    assert {"path", "stage", "today", "today_from", "sets", "readable", "digest", "counts", "findings"} == set(one)
    assert one["sets"] == ["allyship", "safety", "sponsors"]
    finding = next(f for f in one["findings"] if f["rule"] == "REP-1")
    assert set(finding) == {
        "rule", "name", "result", "severity", "message_id", "params", "message", "question", "judged_by", "at", "path",
        "line", "column", "end_line", "end_column", "populations", "sources", "remedy", "related", "choices",
        "fingerprint", "waiver",
    }  # fmt: skip
    assert finding["path"] == "panels[0].speakers[0].chosen_by"
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (23, 1, 23, 19)
    assert finding["params"]["chosen_by"] == "ally"
    assert finding["question"] is None
    assert finding["sources"] == ["L2", "L4", "L6"]
    for choice in finding["choices"]:
        assert choice["kind"] in ("safe", "choice", "template")
        assert choice["edits"]
        assert all(set(edit) == {"op", "path", "toml", "index", "to"} for edit in choice["edits"])


def test_the_same_input_gives_the_same_bytes(command: Command, plans: Path) -> None:
    first = command("check", str(plans), "--format", "json", "--all").out
    assert first == command("check", str(plans), "--format", "json", "--all").out


def test_fingerprints_are_told_apart_and_survive_moved_lines(command: Command, plan: Path) -> None:
    before = json.loads(command("check", str(plan), "--format", "json").out)["plans"][0]["findings"]
    plan.write_bytes(b"# a line more\n\n" + PLAN)
    after = json.loads(command("check", str(plan), "--format", "json").out)["plans"][0]["findings"]
    assert [f["fingerprint"] for f in before] == [f["fingerprint"] for f in after]
    assert len({f["fingerprint"] for f in before}) == len(before)
    assert [f["line"] for f in before] != [f["line"] for f in after]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("never", 0)], ids=str)
def test_fail_on_is_a_ladder(command: Command, plan: Path, fail_on: str, code: int) -> None:
    assert command("check", str(plan), "--fail-on", fail_on).code == code


def test_fail_on_unstated_counts_what_error_does_not(command: Command, plans: Path) -> None:
    path = str(plans / "csw-side-event.toml")
    assert command("check", path, "--fail-on", "warning").code == 0
    assert command("check", path, "--fail-on", "unstated").code == 1


def test_select_changes_what_is_reported_and_no_verdict(command: Command, plan: Path) -> None:
    every = json.loads(command("check", str(plan), "--format", "json").out)["plans"][0]["findings"]
    some = json.loads(command("check", str(plan), "--format", "json", "--select", "REP,bal-1").out)
    chosen = some["plans"][0]["findings"]
    assert {f["rule"].split("-")[0] for f in chosen} <= {"REP", "BAL", "FORM", "SAF"}
    assert [f for f in every if f["rule"].startswith("REP")] == [f for f in chosen if f["rule"].startswith("REP")]


def test_ignore_wins_over_select(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), "--select", "REP", "--ignore", "chosen-by-community")
    assert "REP-1" not in ran.out


def test_ignoring_a_set_leaves_the_outing_rule_on(command: Command, plan: Path) -> None:
    plan.write_bytes(PLAN + b'email = "x"\n')
    ran = command("check", str(plan), "--ignore", "safety,SAF")
    assert ran.code == 1
    assert "SAF-1" in ran.out
    assert "SAF-3" not in ran.out


@pytest.mark.parametrize("word", ["FORM", "FORM-5", "SAF-1", "no-outing-data", "form"])
def test_form_and_the_outing_rule_cant_be_ignored(command: Command, plan: Path, word: str) -> None:
    assert command("check", str(plan), "--ignore", word).code == 2


def test_an_unknown_selector_gets_a_suggestion(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), "--select", "chosen-by-comunity")
    assert ran.code == 2
    assert "chosen-by-community" in ran.err
    assert ran.err.count("\n") == 1


def test_a_missing_file_exits_2_and_the_rest_is_checked(command: Command, plan: Path) -> None:
    ran = command("check", str(plan.parent / "nowhere.toml"), str(plan))
    assert ran.code == 2
    assert "nowhere.toml" in ran.err
    assert "REP-1" in ran.out


def test_an_unreadable_plan_exits_3_and_the_rest_is_checked(command: Command, plan: Path) -> None:
    broken = plan.parent / "broken.toml"
    broken.write_bytes(b"format = 1\nstage = \n")
    ran = command("check", str(plan.parent))
    assert ran.code == 3
    assert re.search(r"broken\.toml:2:9: error FORM-2", ran.out)
    assert "REP-1" in ran.out


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "FORM-1"),
        (b"\xef\xbb\xbf \n", "FORM-1"),
        (b'title = "caf\xe9"\n', "FORM-1"),
        (b"a\0b", "FORM-1"),
        ("format = 1".encode("utf-16"), "FORM-1"),
        (b"format = [[[[", "FORM-2"),
        (b"x = " + b"[" * 5000, "FORM-2"),
        (b"format = 2\n", "FORM-11"),
        (b"x = 2027-13-45\n", "FORM-2"),
    ],
)
def test_what_cant_be_read_is_said_in_a_finding(command: Command, tmp_path: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    ran = command("check", str(path), "--format", "json")
    assert ran.code == 3
    (one,) = json.loads(ran.out)["plans"]
    assert one["readable"] is False
    assert one["stage"] is None
    assert rule in [f["rule"] for f in one["findings"]]
    assert sum(one["counts"]["not-met"].values()) == len(one["findings"])
    assert one["counts"]["met"] == one["counts"]["not-stated"] == 0
    assert ran.err == ""


def test_a_plan_on_standard_input_has_the_name_it_is_given(command: Command) -> None:
    ran = command("check", "-", "--stdin-name", "draft.toml", "--format", "line", stdin=PLAN)
    assert ran.code == 1
    assert ran.out.startswith("draft.toml:")


def test_a_folder_without_plans_exits_2_unless_that_is_allowed(command: Command, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("name = 'no plan'\n")
    ran = command("check", str(tmp_path))
    assert ran.code == 2
    assert "1 TOML file is no plan" in ran.err
    assert command("check", str(tmp_path), "--allow-empty").code == 0


def test_folders_of_tools_are_not_searched(command: Command, tmp_path: Path) -> None:
    for folder in ("node_modules", ".hidden", "venv"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.toml").write_bytes(PLAN)
    (tmp_path / "venv" / "pyvenv.cfg").touch()
    assert command("check", str(tmp_path)).code == 2


def test_a_file_named_twice_is_checked_once(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), str(plan), str(plan.parent), "--format", "json")
    assert len(json.loads(ran.out)["plans"]) == 1


def test_today_on_the_command_line_wins(command: Command, plan: Path) -> None:
    document = json.loads(command("check", str(plan), "--format", "json", "--today", "2026-11-01").out)
    assert document["today"] == "2026-11-01"
    assert document["plans"][0]["today_from"] == "option"


def test_a_day_that_is_none_exits_2_in_one_line(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), "--today", "tomorrow")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_an_unknown_language_exits_2(command: Command, plan: Path) -> None:
    ran = command("check", str(plan), "--lang", "de")
    assert ran.code == 2
    assert "de" in ran.err


def test_a_review_in_french_speaks_french(command: Command, plan: Path) -> None:
    out = command("check", str(plan), "--lang", "fr").out
    assert "erreur REP-1" in out
    assert "place s1, tenue pour net" in out
    assert "This " not in out
    assert "The " not in out


def test_all_shows_what_is_met(command: Command, plan: Path) -> None:
    assert " met SAF-1" in command("check", str(plan), "--all", "--format", "line").out


def test_nothing_of_a_hostile_plan_reaches_the_terminal_as_a_command(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "hostile.toml"
    hostile = r"[/b][@click=app.quit]x[/] \u001b]52;c;aGk=\u0007 \u202e \u009b31m"
    path.write_text(
        f'format = 1\nstage = "inviting"\n[event]\ntitle = "{hostile}"\nconcerns = ["{hostile}"]\n'
        f'city = 3\n"{hostile}" = 1\n[[panels]]\nid = "{hostile}"\ntitle = "{hostile}"\n',
        encoding="utf-8",
    )
    for name in ("full", "line", "json"):
        ran = command("check", str(path), "--format", name)
        assert ran.code == 1
        for byte in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert byte not in ran.out + ran.err


def test_a_raw_escape_in_a_broken_plan_is_not_echoed(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "raw.toml"
    path.write_bytes(b'format = 1\ntitle = "\x1b]52;c;aGk=\x07"\n')
    ran = command("check", str(path))
    assert ran.code == 3
    assert "\x1b" not in ran.out + ran.err
