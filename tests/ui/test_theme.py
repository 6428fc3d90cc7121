"""Text is easy to read in every theme; no mark lives by its colour alone."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui_app.cli.main import main
from tui_app.errors import UserError
from tui_app.review.looks import LOOKS
from tui_app.review.session import Environment
from tui_app.settings.config_file import Configuration
from tui_app.settings.memory import Memory, WhatIsRemembered
from tui_app.settings.preferences import Settings
from tui_app.settings.this_run import ThisRun
from tui_app.ui import theme as colours
from tui_app.ui.app import DiptychApp
from tui_app.ui.styles import mark_styles
from tui_app.ui.theme import (
    AUTO,
    DARK,
    LIGHT,
    OWN_THEMES,
    TERMINAL,
    ThemeKeeper,
    choose_theme,
    mark_variables,
    refuse_unknown_theme,
)

THEMES = {theme.name: theme for theme in colours.THEMES} | BUILTIN_THEMES
COLOURED = sorted(name for name, theme in THEMES.items() if not theme.ansi)
WORDS = ("left", "right", "left-soft", "right-soft", "title-text")


def contrast(one: Color, other: Color) -> float:
    """Return the contrast as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def colours(name):
    theme = THEMES[name]
    generated = theme.to_color_system().generate()
    return generated | mark_variables(theme) | theme.variables


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_running_text_has_high_contrast_in_the_own_themes(name):
    found = colours(name)
    text, ground = Color.parse(found["foreground"]), Color.parse(found["background"])
    assert contrast(text, ground) >= 10
    assert contrast(text, Color.parse(found["mark-row"])) >= 10
    for words in WORDS:
        assert contrast(Color.parse(found[f"mark-{words}"]), ground) >= 5.5
    for side in ("left", "right"):
        strong = Color.parse(found[f"mark-{side}-strong"])
        assert contrast(strong, Color.parse(found[f"mark-{side}-ground"])) >= 7


@pytest.mark.parametrize("name", COLOURED)
def test_marked_words_can_be_read_in_every_theme(name):
    found = colours(name)
    for ground in ("background", "mark-row", "mark-row-other", "mark-chosen"):
        for words in WORDS:
            seen = contrast(
                Color.parse(found[f"mark-{words}"]), Color.parse(found[ground])
            )
            assert seen >= 3.9, (name, words, ground)


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_the_line_chosen_in_a_list_stands_out_and_can_be_read(name):
    found = colours(name)
    chosen, list_ = Color.parse(found["mark-chosen"]), Color.parse(found["surface"])
    assert contrast(chosen, list_) >= 1.15
    assert distance(chosen, list_) > 2 * distance(Color.parse(found["mark-row"]), list_)
    for words in ("foreground", "mark-left", "mark-right", "mark-note"):
        assert contrast(Color.parse(found[words]), chosen) >= 4.5, words


SHADES = ("", "-soft", "-strong", "-ground")


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_left_is_orange_and_right_is_blue(name):
    found = colours(name)
    for mark in (f"mark-left{shade}" for shade in SHADES):
        colour = Color.parse(found[mark])
        assert colour.r > colour.g > colour.b
    for mark in (f"mark-right{shade}" for shade in SHADES):
        colour = Color.parse(found[mark])
        assert colour.b > colour.g > colour.r


WORD_MARKS = ("fact", "word", "moved", "small")
KINDS = ("fact-left", "removed", "word-left", "moved-left", "small-left")


def attributes(name, **terminal):
    return {
        mark: str(style.without_color)
        for mark, style in mark_styles(colours(name), **terminal).items()
    }


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_the_softest_mark_is_a_shade_of_its_colour_and_nothing_more(name):
    found = colours(name)
    text = Color.parse(found["foreground"])
    for side in ("left", "right"):
        assert attributes(name)[f"word-{side}"] == "none"
        soft, full = (Color.parse(found[f"mark-{side}{end}"]) for end in ("-soft", ""))
        assert distance(text, soft) < distance(text, full)


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_other_words_are_as_easy_to_see_on_either_side(name):
    found = colours(name)
    for ground in ("background", "mark-row"):
        left, right = (
            contrast(
                Color.parse(found[f"mark-{side}-soft"]), Color.parse(found[ground])
            )
            for side in ("left", "right")
        )
        assert left == pytest.approx(right, rel=0.1)


def distance(one: Color, other: Color) -> int:
    return sum(abs(a - b) for a, b in zip(one.rgb, other.rgb, strict=True))


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_every_louder_mark_has_a_style_or_a_ground_beside_its_colour(name):
    found = mark_styles(colours(name))
    for kind in KINDS:
        more = found[kind].bgcolor or str(found[kind].without_color) != "none"
        assert bool(more) == (kind != "word-left")


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", COLOURED)
def test_a_passage_stands_on_a_tint_that_can_be_seen_and_read_on(name, side):
    names = (f"mark-{side}", f"mark-{side}-tint", "background", "mark-row")
    colour, tint, ground, row = (Color.parse(colours(name)[key]) for key in names)
    assert contrast(colour, tint) >= 3.5
    assert min(distance(tint, ground), distance(tint, row)) >= 15


@pytest.mark.parametrize("terminal", [{"no_color": True}, {"ansi": True}])
def test_without_colours_the_styles_tell_the_kinds_apart(terminal):
    found = attributes(TERMINAL, **terminal)
    kinds = [found[kind] for kind in KINDS]
    assert "none" not in kinds
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize("terminal", [{}, {"no_color": True}, {"ansi": True}])
@pytest.mark.parametrize("side", ["left", "right"])
def test_of_all_changes_only_the_one_that_one_is_at_is_reversed(side, terminal):
    theme = TERMINAL if terminal else DARK
    styles = mark_styles(colours(theme), **terminal)
    current = styles[f"current-{side}"]
    assert current.reverse
    assert current.bold
    assert current.color == styles["removed" if side == "left" else "added"].color
    for kind in (*KINDS, "fact-right", "letters"):
        assert not styles[kind].reverse


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", COLOURED)
def test_what_one_is_at_is_the_loudest_of_all_in_its_sides_colour(name, side):
    """Its ground, the side's colour, is farther from the row's than a fact's ground."""
    names = ("mark-row", f"mark-{side}", f"mark-{side}-ground", "background")
    row, ground, of_a_fact, text = (Color.parse(colours(name)[key]) for key in names)
    assert contrast(ground, row) > contrast(of_a_fact, row)
    assert contrast(text, ground) >= 3.9


@pytest.mark.parametrize("terminal", [{}, {"no_color": True}, {"ansi": True}])
def test_the_rest_of_a_long_change_is_never_louder_than_a_fact(terminal):
    theme = TERMINAL if terminal else DARK
    styles = mark_styles(colours(theme), **terminal)
    for side in ("left", "right"):
        rest, fact = styles[f"current-rest-{side}"], styles[f"fact-{side}"]
        assert not rest.reverse
        assert not rest.bold
        assert terminal or (rest.color, rest.bgcolor) == (fact.color, fact.bgcolor)


def test_both_sides_of_a_mark_have_the_same_weight():
    found = attributes(DARK)
    for kind in WORD_MARKS:
        assert found[f"{kind}-left"] == found[f"{kind}-right"]


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_theme_has_a_style_for_every_mark(name):
    assert set(mark_styles(colours(name), ansi=THEMES[name].ansi)) == set(LOOKS)


def test_the_theme_chosen_in_the_reader_holds_until_the_settings_change():
    state = WhatIsRemembered(theme="nord", theme_over=AUTO)
    assert choose_theme(THEMES, AUTO, state).name == "nord"
    assert choose_theme(THEMES, LIGHT, state).name == LIGHT


def test_a_theme_that_does_not_exist_is_named_with_those_that_do():
    choice = choose_theme(THEMES, "nrod", WhatIsRemembered())
    assert choice.name == DARK
    assert "'nrod'" in choice.complaint
    assert all(name in choice.complaint for name in OWN_THEMES)


def test_a_terminal_of_few_colours_gets_its_own_ones_unless_told_otherwise():
    assert (
        choose_theme(THEMES, AUTO, WhatIsRemembered(), few_colours=True).name
        == TERMINAL
    )
    assert (
        choose_theme(THEMES, "nord", WhatIsRemembered(), few_colours=True).name
        == "nord"
    )


def test_diptych_config_names_a_theme_that_does_not_exist(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "diptych").mkdir()
    (tmp_path / "diptych" / "config.toml").write_text('theme = "nrod"\n')
    assert main(["config"]) == 0
    said = capsys.readouterr().out
    assert "wrong:    theme: no theme 'nrod'; allowed:" in said
    assert DARK in said


def _worn(app):
    """Return all that a theme decides in an App."""
    ground = app.screen.styles.background
    filters = [type(line_filter) for line_filter in app.get_line_filters()]
    return app.classes, app.get_css_variables(), ground, filters


async def test_an_app_that_begins_in_a_theme_is_as_one_that_changed_to_it():
    wanted = {}
    changed = DiptychApp()
    async with changed.run_test() as pilot:
        for name in ("nord", DARK, LIGHT, TERMINAL, "ansi-dark"):
            changed.theme = name
            await pilot.pause()
            wanted[name] = _worn(changed)
    for name, worn in wanted.items():
        settings = Settings(theme=name)
        configuration = Configuration.unread()._replace(settings=settings)
        begun = DiptychApp(None, Environment(configuration))
        async with begun.run_test():
            assert _worn(begun) == worn, name


class Keeper:
    """A keeper of themes on an App, and the file that it remembers them in."""

    def __init__(self, folder, wanted=AUTO, **around):
        self.app = App()
        self.memory = Memory(folder / "state.json")
        settings = Settings(theme=wanted)
        configuration = Configuration.unread()._replace(settings=settings)
        environment = Environment(
            configuration, self.memory, self.memory.read(), **around
        )
        self.keeper = ThemeKeeper(self.app, environment)


@pytest.mark.parametrize("name", [DARK, LIGHT, TERMINAL, "nord"])
def test_the_theme_asked_for_is_put_on(tmp_path, name):
    made = Keeper(tmp_path, name)
    assert made.keeper.begin() == ""
    assert made.app.theme == name


def test_a_theme_for_one_run_wins_and_is_not_kept(tmp_path):
    Keeper(tmp_path).keeper.keep("nord")
    made = Keeper(tmp_path, few_colours=True, asked=ThisRun(theme=LIGHT))
    assert made.keeper.begin() == ""
    assert made.app.theme == LIGHT
    later = Keeper(tmp_path)
    later.keeper.begin()
    assert later.app.theme == "nord"
    made.keeper.keep("dracula")
    later = Keeper(tmp_path)
    later.keeper.begin()
    assert later.app.theme == "dracula"


def test_an_unknown_theme_for_one_run_is_trouble():
    refuse_unknown_theme("")
    refuse_unknown_theme("nord")
    with pytest.raises(UserError, match=r"--theme: .* 'nrod', did you mean nord\?"):
        refuse_unknown_theme("nrod")
    with pytest.raises(UserError, match=r"use one of .*diptych-dark"):
        refuse_unknown_theme("x")


def test_what_is_wrong_with_the_theme_asked_for_is_told(tmp_path):
    made = Keeper(tmp_path, "nrod")
    assert "'nrod'" in made.keeper.begin()
    assert made.app.theme == DARK


def test_a_theme_that_is_kept_is_put_on_from_then_on(tmp_path):
    Keeper(tmp_path).keeper.keep("nord")
    again = Keeper(tmp_path)
    again.keeper.begin()
    assert again.app.theme == "nord"
    other = Keeper(tmp_path, LIGHT)
    other.keeper.begin()
    assert other.app.theme == LIGHT


def test_who_chose_no_theme_has_the_one_before(tmp_path):
    made = Keeper(tmp_path)
    made.keeper.begin()
    made.keeper.keep(None)
    assert made.app.theme == DARK
    assert made.memory.read() == WhatIsRemembered()


@pytest.mark.parametrize(("light", "name"), [(True, LIGHT), (False, DARK)])
def test_the_ground_of_the_terminal_decides_where_nobody_chose(tmp_path, light, name):
    made = Keeper(tmp_path)
    made.keeper.begin()
    assert made.keeper.by_ground
    made.keeper.suit(light=light)
    assert made.app.theme == name
    assert made.memory.read() == WhatIsRemembered()


@pytest.mark.parametrize(
    ("wanted", "around"),
    [
        ("nord", {}),
        (DARK, {}),
        (AUTO, {"few_colours": True}),
        (AUTO, {"asked": ThisRun(theme=DARK)}),
    ],
)
def test_a_theme_that_was_chosen_stays_whatever_the_ground(tmp_path, wanted, around):
    made = Keeper(tmp_path, wanted, **around)
    made.keeper.begin()
    before = made.app.theme
    made.keeper.suit(light=True)
    assert made.app.theme == before
    chosen = Keeper(tmp_path)
    chosen.keeper.begin()
    chosen.keeper.keep("nord")
    chosen.keeper.suit(light=True)
    assert chosen.app.theme == "nord"
