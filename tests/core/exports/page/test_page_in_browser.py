"""The page in a real browser: keys, switches, the map, nothing from elsewhere."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.page import page
from tui_app.core.exports.report import Remark, Report
from tui_app.core.model import Span

FILLING = "The valley was quiet in those years and the mill went on as it always had"
LEFT = "\n\n".join(
    [
        "The mill by the river",
        "The mill stood by the river for five years.",
        *(f"{FILLING}, in spring number {number}." for number in range(20)),
        "Nobody in the village remembered who had built the wheel.",
        "The owner sold it on Monday, May 2.",
        *(f"{FILLING}, in autumn number {number}." for number in range(20)),
        "It was not rebuilt.",
    ]
)
RIGHT = (
    LEFT.replace("five", "seven")
    .replace("May 2", "May 3")
    .replace("The owner sold it", "The owner parted with it")
    .replace("It was not rebuilt.", "It was rebuilt.")
    .replace("Nobody in the village remembered who had built the wheel.\n\n", "")
)
NOTE = Remark(
    "n1",
    "See the <b>deed</b>.",
    (1,),
    (Span(LEFT.index("five"), LEFT.index("five") + 4),),
    tags=("deed",),
    by="Ada",
    annotation='{"type": "Annotation"}',
)


@pytest.fixture
def shown(browser, tmp_path):
    """Show the page of two texts; return the browser."""
    report = Report(compare_texts(LEFT, RIGHT), (NOTE,), reviewed=frozenset({2}))
    file = tmp_path / "page.html"
    file.write_text("".join(page(report)), "utf-8")
    browser.open(file.as_uri())
    yield browser
    assert browser.said == []
    assert browser.asked == [file.as_uri()]


HERE = "[...document.querySelectorAll('.here')].map(mark => mark.textContent).join('|')"
IN_VIEW = (
    "(() => { const box = document.querySelector('.here').getBoundingClientRect();"
    " return box.top >= 0 && box.bottom <= innerHeight; })()"
)


def test_the_brackets_go_from_fact_to_fact_and_back(shown):
    told = []
    for key in "]]][[":
        shown.press(key)
        shown.until(IN_VIEW)
        told.append(shown.run(HERE))
    assert told == ["five|seven", "2|3", "not", "2|3", "five|seven"]
    shown.press("[")
    assert shown.run("document.querySelector('#told').textContent") == (
        "No fact before this"
    )


def test_n_goes_through_all_changes_and_the_buttons_do_as_the_keys(shown):
    told = []
    for _ in range(4):
        shown.press("n")
        told.append(shown.run(HERE))
    assert told[0] == "five|seven"
    assert "Nobody in the village remembered who had built the wheel." in told
    shown.click("document.querySelector('[data-go=change][data-by=\"-1\"]')")
    assert shown.run(HERE) == told[-2]


def test_going_on_begins_at_what_is_in_view(shown):
    shown.run("scrollTo(0, document.body.scrollHeight)")
    shown.run("new Promise(done => requestAnimationFrame(() => done(1)))")
    shown.press("[")
    assert shown.run(HERE) == "2|3"


def test_a_key_with_ctrl_is_left_to_the_browser(shown):
    shown.call("Input.dispatchKeyEvent", type="keyDown", key="]", modifiers=2)
    assert shown.run(HERE) == ""


def test_a_bracket_made_with_alt_gr_goes_too(shown):
    shown.call("Input.dispatchKeyEvent", type="keyDown", key="]", modifiers=3)
    assert shown.run(HERE) == "five|seven"


FACT_LOOKS = (
    "(() => { const look = getComputedStyle(document.querySelector('{}'));"
    " return [look.fontWeight, look.backgroundColor]; })()"
)


def looks_of(browser, selector):
    return browser.run(FACT_LOOKS.replace("{}", selector))


def test_a_kind_switched_off_is_neither_marked_nor_gone_to(shown):
    mark = ".row mark.number"
    assert looks_of(shown, mark)[0] == "700"
    shown.run("document.querySelector('#k-number').click()")
    assert looks_of(shown, mark) == ["400", "rgba(0, 0, 0, 0)"]
    shown.press("]")
    assert shown.run(HERE) == "2|3"
    shown.run("document.querySelector('#k-number').click()")
    assert looks_of(shown, mark)[0] == "700"


def test_a_mark_is_as_large_as_the_text_it_stands_in(shown):
    assert shown.run(
        "[...document.querySelectorAll('.side .u:not(.title) mark')].every(mark =>"
        " getComputedStyle(mark).fontSize === getComputedStyle("
        "mark.closest('.u')).fontSize)"
    )


def test_only_rows_of_the_kind_asked_for_are_shown(shown):
    def rows():
        return shown.run(
            "[...document.querySelectorAll('.row:not(.head)')].filter("
            "row => getComputedStyle(row).display !== 'none').length"
        )

    everything = rows()
    shown.run("document.querySelector('#rows-fact').click()")
    assert rows() == 3
    shown.run("document.querySelector('#rows-noted').click()")
    assert rows() == 1
    shown.run("document.querySelector('#rows-unreviewed').click()")
    assert rows() == everything - 1


def test_a_click_on_the_map_goes_to_the_row(shown):
    shown.click("[...document.querySelectorAll('.map path.fact')].at(-1)")
    shown.until("location.hash !== ''")
    row = shown.run("document.querySelector(':target').textContent")
    assert "rebuilt" in row
    shown.until(
        "document.querySelector(':target').getBoundingClientRect().top < innerHeight"
    )


def test_the_map_has_a_bar_a_text_and_a_ribbon_a_row(shown):
    assert shown.run("document.querySelectorAll('.map .bar').length") == 2
    assert shown.run("document.querySelectorAll('.map path.changed').length") == 3
    assert shown.run("document.querySelectorAll('.map path.left:not(.fact)').length")
    assert shown.run(
        "[...document.querySelectorAll('.map a')].every("
        "link => document.getElementById(link.getAttribute('href').slice(1)))"
    )


def test_rows_are_level_side_by_side_and_stacked_on_a_narrow_screen(shown):
    box = "document.querySelector('#r2 .{}').getBoundingClientRect().{}"
    assert shown.run(box.format("left", "top")) == shown.run(box.format("right", "top"))
    shown.call(
        "Emulation.setDeviceMetricsOverride",
        width=400,
        height=800,
        deviceScaleFactor=1,
        mobile=False,
    )
    below = shown.run(box.format("left", "bottom"))
    assert shown.run(box.format("right", "top")) >= below
    assert shown.run("document.documentElement.scrollWidth") <= 400


def test_dark_and_light_follow_the_system_and_the_switch(shown):
    def ground():
        return shown.run("getComputedStyle(document.body).backgroundColor")

    def system(colours):
        given = [{"name": "prefers-color-scheme", "value": colours}]
        shown.call("Emulation.setEmulatedMedia", features=given)

    system("light")
    light = ground()
    system("dark")
    dark = ground()
    assert light != dark
    shown.run("document.querySelector('#light').click()")
    assert ground() == light
    system("light")
    shown.run("document.querySelector('#dark').click()")
    assert ground() == dark


def test_on_paper_facts_are_told_without_colour(shown):
    shown.call("Emulation.setEmulatedMedia", media="print")
    look = "getComputedStyle(document.querySelector('.row mark.{}')).{}"
    assert shown.run(look.format("fact", "textDecorationLine")) == "underline"
    assert shown.run(look.format("fact", "fontWeight")) == "700"
    assert shown.run(look.format("wording", "textDecorationStyle")) == "dotted"
    tools = "getComputedStyle(document.querySelector('.tools')).display"
    assert shown.run(tools) == "none"


def test_a_note_stands_beside_its_row_and_its_markup_is_words(shown):
    assert shown.run("document.querySelector('#r2 .note .body').textContent") == (
        "See the <b>deed</b>."
    )
    assert shown.run("document.querySelector('#r2 mark.noted').textContent") == ("five")
    shown.press("}")
    assert "deed" in shown.run(HERE)


def test_both_texts_and_the_notes_can_be_taken_from_the_page(shown):
    joined = (
        "[...document.querySelectorAll('.side.{} .u')]"
        ".sort((one, other) => one.dataset.at - other.dataset.at)"
        ".map(unit => unit.textContent).join('')"
    )
    assert shown.run(joined.replace("{}", "left")) == LEFT
    assert shown.run(joined.replace("{}", "right")) == RIGHT
    assert shown.run(
        "JSON.parse(document.getElementById('diptych-notes').textContent).items.length"
    )


HOSTILE = (
    "The mill </script><script>document.title = 'taken'</script> stood here.\n\n"
    "<img src=https://example.org/x onerror=\"document.title = 'taken'\"> it said.\n\n"
    "--> \x1b[31m red \u202e turned \x00 nothing \ufeff '\"> <style>*{display:none}"
)


def test_words_of_a_text_or_a_note_do_nothing(browser, tmp_path):
    note = Remark("n1", HOSTILE, (0,), tags=(HOSTILE,), by=HOSTILE, created=HOSTILE)
    comparison = compare_texts(HOSTILE, HOSTILE.replace("mill", "barn"))
    file = tmp_path / "page.html"
    file.write_text("".join(page(Report(comparison, (note,)))), "utf-8")
    browser.open(file.as_uri())
    assert "taken" not in browser.run("document.title").split("|")[0][:6]
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert browser.run("document.querySelectorAll('.row script').length") == 0
    browser.press("n")
    assert browser.run("document.querySelectorAll('.here').length") >= 1
    assert browser.said == []
    assert browser.asked == [file.as_uri()]


def test_scripts_put_into_the_page_later_are_refused(shown):
    page_alone = list(shown.asked)
    shown.run(
        "(() => { const script = document.createElement('script');"
        " script.textContent = 'window.taken = 1'; document.body.append(script);"
        " const image = new Image(); image.src = 'https://example.org/x';"
        " document.body.append(image); })()"
    )
    assert shown.comes(lambda: shown.refused and shown.said)
    assert shown.run("window.taken ?? null") is None
    assert shown.refused == ["csp"]
    assert all("Content Security Policy" in one for one in shown.said)
    shown.said.clear()
    shown.asked[:] = page_alone


def test_a_long_page_is_gone_through_as_a_short_one(browser, tmp_path):
    lines = [f"Line {number} of a book in many lines." for number in range(1200)]
    changed = [*lines[:1100], "Line 1100 of a book in several lines.", *lines[1101:]]
    changed[20] = "Line 21 of a book in many lines."
    changed[1150] = "Line 7 of a book in many lines."
    comparison = compare_texts("\n".join(lines), "\n".join(changed), "line")
    file = tmp_path / "long.html"
    file.write_text("".join(page(Report(comparison))), "utf-8")
    browser.open(file.as_uri())
    told = []
    for key in "]]][[":
        browser.press(key)
        browser.until(IN_VIEW)
        told.append(browser.run(HERE))
    there = ["20|21", "many|several", "1150|7"]
    assert told == [*there, *there[1::-1]]
    assert browser.said == []


def test_a_click_on_the_map_of_a_long_page_goes_there(browser, tmp_path):
    lines = [f"Line {number} of a book in many lines." for number in range(1200)]
    file = tmp_path / "long.html"
    comparison = compare_texts("\n".join(lines), "\n".join(lines), "line")
    file.write_text("".join(page(Report(comparison))), "utf-8")
    browser.open(file.as_uri())
    browser.click("document.querySelectorAll('.map path')[900]")
    top = "document.querySelector(':target')?.getBoundingClientRect().top"
    browser.until(f"{top} > 0 && {top} < innerHeight")
    row = int(browser.run("location.hash.slice(2)"))
    assert abs(row - 900) < 5
    tools = "document.querySelector('.row.head').getBoundingClientRect().bottom"
    assert browser.run(f"{top} >= {tools} - 2")


def test_a_menu_closes_where_one_clicks_elsewhere_and_by_escape(shown):
    open_ones = "document.querySelectorAll('details[open]').length"
    shown.click("document.querySelectorAll('summary')[0]")
    assert shown.run(open_ones) == 1
    shown.click("document.querySelectorAll('summary')[1]")
    assert shown.run(open_ones) == 1
    shown.press("Escape")
    assert shown.run(open_ones) == 0
