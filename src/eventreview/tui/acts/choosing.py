"""How the whole desk looks and speaks: its language, its colours; and putting it to sleep."""

from __future__ import annotations

from textual import work
from textual.app import App
from textual.screen import ModalScreen, Screen

from eventreview import language
from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui import theme


class Choosing(App[None]):
    """The commands that concern the desk as a whole, whatever is shown on it."""

    def use_themes(self, name: str) -> None:
        """Makes the desk's own themes known, and takes one; the dark one where there is none of this name."""
        for each in theme.OWN:
            self.register_theme(each)
        self.theme = name if name in self.available_themes else theme.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tints that Textual's own themes lack."""
        return theme.defaults(self.current_theme)

    @work(group="asking")
    async def action_choose_theme(self) -> None:
        """Asks for a theme, and keeps it for this run."""
        from eventreview.tui.form_options import Option
        from eventreview.tui.modals.pick import PickModal

        options = [Option(name, label_of_theme(name)) for name in theme.names()]
        picked = await self.push_screen_wait(PickModal(_("Colours"), options, [self.theme], bare=True))
        if picked:
            self.theme = picked[0]

    @work(group="speaking")
    async def action_switch_language(self) -> None:
        """Goes on in the next language; every screen says everything anew, with its cursor where it was."""
        at = language.LANGUAGES.index(language.current())
        language.use(language.LANGUAGES[(at + 1) % len(language.LANGUAGES)])
        for screen in self.screen_stack:
            if not isinstance(screen, ModalScreen):
                await say_anew(screen)

    def action_suspend_desk(self) -> None:
        """Puts the desk to sleep, back to the shell."""
        self.action_suspend_process()


async def say_anew(screen: Screen[object]) -> None:
    """Lets a screen say everything in the language in use: one that knows how does it, any other is made anew."""
    from textual.widgets import Input, OptionList

    from eventreview.tui.messages import LanguageSwitched

    event = LanguageSwitched()
    if callable(getattr(screen, event.handler_name, None)):
        screen.post_message(event)
        return
    words = {each.id: each.value for each in screen.query(Input) if each.id}
    cursors = {each.id: each.highlighted for each in screen.query(OptionList) if each.id}
    focused = screen.focused.id if screen.focused is not None else None
    await screen.recompose()
    begin = getattr(screen, "on_mount", None)
    if callable(begin):
        begin()
    for id, value in words.items():
        screen.query_one(f"#{id}", Input).value = value

    def go_back() -> None:
        for id, row in cursors.items():
            found = screen.query_one(f"#{id}", OptionList)
            if row is not None and row < found.option_count:
                found.highlighted = row
        if focused is not None:
            for widget in screen.query(f"#{focused}"):
                widget.focus()

    # What was typed in a search narrows its list down only with the next messages.
    screen.call_after_refresh(go_back)


def label_of_theme(name: str) -> str:
    """A theme as people read it: the desk's own in words, others by their names."""
    return {
        theme.DARK.name: pgettext("theme", "dark"),
        theme.LIGHT.name: pgettext("theme", "light"),
        theme.CONTRAST.name: pgettext("theme", "high contrast"),
    }.get(name, name)
