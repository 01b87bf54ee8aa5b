"""What also is concerned by a finding is a way to go there."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import Driver, desk

from eventreview.tui.widgets.related_list import RelatedList


async def at_related(ui: Driver) -> RelatedList:
    """Goes to an open finding with something related, and down to it in the detail."""
    finding = next(each for each in ui.findings._findings.values() if each.related)
    assert ui.findings.go_to(finding.key)
    await ui.pilot.pause()
    await ui.press("f4", "end", "down")
    related = ui.review.query_one(RelatedList)
    await ui.wait_for(lambda: related.has_focus, "the focus in what is related")
    return related


async def test_enter_goes_to_a_finding_on_the_object_or_to_the_object(meeting: Path) -> None:
    async with desk(meeting) as ui:
        related = await at_related(ui)
        path = related._paths[0]
        await ui.press("enter")
        await ui.wait_for(lambda: ui.findings.has_focus or ui.outline.has_focus, "the other pane")
        if ui.findings.has_focus:
            assert ui.findings.finding is not None
            assert ui.findings.finding.object_path[: len(path)] == path
        else:
            await ui.wait_for(lambda: ui.outline.path == path, "the object")


async def test_each_line_says_where_the_object_stands_in_the_file(meeting: Path) -> None:
    async with desk(meeting) as ui:
        related = await at_related(ui)
        where = ui.session.file.positions.where(related._paths[0])
        assert where is not None
        assert f"line {where[0]}" in ui.screen_text()


async def test_up_from_the_first_line_is_the_detail_again(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await at_related(ui)
        await ui.press("up")
        await ui.wait_for(lambda: ui.detail.has_focus, "the focus in the detail")
