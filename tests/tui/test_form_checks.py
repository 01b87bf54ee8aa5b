"""A form says what is wrong with it as the plan's reader would, and what keeps it from being applied."""

from __future__ import annotations

import datetime

from tests.tui.form_plans import PLAN, S1, file_of, row_of

from eventreview.plan.positions import Path
from eventreview.tui.form_checks import problems
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.forms import form_of


def found(text: str, path: Path, values: dict[str, object], **new: int) -> dict[str, tuple[str, bool]]:
    """What is wrong, by key: the first words, and whether it blocks."""
    file = file_of(text)
    form = form_of(file, path, insert_index=new.get("at"))
    by_path = {row_of(form, name).path: value for name, value in values.items()}
    return {
        ".".join(map(str, at[len(form.path) :])): (problem.sentence, problem.blocks)
        for at, problem in problems(file, form, by_path).items()
    }


def test_a_sound_form_has_no_problem() -> None:
    assert found(PLAN, S1, {"minutes": 9, "chosen_by": "net"}) == {}


def test_a_required_key_cant_be_emptied() -> None:
    assert found(PLAN, S1, {"id": ABSENT}) == {"id": ("This is needed.", True)}


def test_a_required_key_of_a_fee_is_needed_only_where_there_is_a_fee() -> None:
    assert found(PLAN, S1, {"fee.amount": ABSENT}) == {"fee.amount": ("This is needed.", True)}
    assert found(PLAN, S1, {"fee.amount": ABSENT, "fee.currency": ABSENT}) == {}


def test_a_new_entry_needs_its_required_keys() -> None:
    wrong = found(PLAN, ("sponsors",), {"organisation": "net"}, at=0)
    assert wrong == {"conditions": ("This is needed.", True)}


def test_an_id_that_is_taken_blocks() -> None:
    [(key, (sentence, blocks))] = found(PLAN, S1, {"id": "net"}).items()
    assert key == "id"
    assert sentence == "The id net is taken in this plan."
    assert blocks


def test_a_number_out_of_range_blocks() -> None:
    assert found(PLAN, S1, {"minutes": -1})["minutes"][1]
    assert found(PLAN, ("budget",), {"community_share": 1.5})["community_share"][1]


def test_dates_that_cant_both_be_true_are_told_and_let_through() -> None:
    wrong = found(PLAN, ("event",), {"ends": datetime.date(2027, 3, 9)})
    assert [(key, blocks) for key, (_, blocks) in wrong.items()] == [("ends", False)]


def test_what_was_wrong_before_is_told_and_blocks_nothing() -> None:
    text = PLAN.replace('organisation = "net"', 'organisation = "nett"')
    wrong = found(text, S1, {"minutes": 9})
    assert list(wrong) == ["organisation"]
    assert not wrong["organisation"][1]


def test_of_two_equal_ids_the_one_that_was_typed_blocks() -> None:
    [(key, (_sentence, blocks))] = found(PLAN.replace('replaces = "s1"\n', ""), S1, {"id": "s2"}).items()
    assert key == "id"
    assert blocks


def test_a_new_id_tells_how_many_keys_still_name_the_old_one() -> None:
    wrong = found(PLAN, ("organisations", 0), {"id": "lantern"})
    assert wrong == {"id": ("1 key elsewhere names the id that this had; it changes with it.", False)}
