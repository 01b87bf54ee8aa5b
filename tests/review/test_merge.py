"""Populations that share an outcome share a finding, and nothing that was found for one of them is lost in it."""

from __future__ import annotations

from tests.review.conftest import one, plan, reviewed


def test_what_is_found_besides_for_the_second_population_alone_is_listed_too() -> None:
    # Both need a way in; of the second nobody says either what part its organisation has.
    at_the_door = (
        plan("", stage="published", concerns='["sex-workers", "trans-people"]')
        .replace('scope = "global"', 'mode = "hybrid", accreditation_needed = true')
        .replace('led_by = ["sex-workers"]', 'led_by = ["sex-workers"]\nroles = ["lead"]')
    )
    finding = one(reviewed(at_the_door), "INC-1", "event")
    assert (finding.message_id, finding.populations) == ("no-accreditation", ("sex-workers", "trans-people"))
    assert [(part.message_id, part.params["organisations"]) for part in finding.parts] == [("roles-missing", ("tide",))]
