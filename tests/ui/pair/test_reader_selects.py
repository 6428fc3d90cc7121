from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp

LEFT = "The first witness spoke. The second kept silent.\n\nNobody wrote it down."
RIGHT = "The first witness talked. The second was silent.\n\nNobody wrote it down."


def reader() -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (LEFT, RIGHT)]
    return DiptychApp(Session(*documents, compare(*documents)))


def chosen(app: DiptychApp) -> str:
    return app.screen.get_selected_text()


async def test_v_selects_word_sentence_paragraph_and_nothing():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        found = []
        for _ in range(4):
            await pilot.press("v")
            found.append(chosen(app))
        assert found == [
            "The",
            "The first witness spoke.",
            "The first witness spoke. The second kept silent.",
            None,
        ]


async def test_arrows_draw_by_words_and_rows_by_sentences():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("v", "right", "l")
        assert chosen(app) == "The first witness"
        await pilot.press("h")
        assert chosen(app) == "The first"
        await pilot.press("j", "j")
        assert chosen(app) == "The first witness spoke. The second kept silent."
        await pilot.press("escape")
        assert chosen(app) is None


async def test_y_copies_the_selection_or_the_passage_as_plain_text():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("y")
        assert app.clipboard == "The first witness spoke."
        await pilot.press("tab", "v", "l", "y")
        assert app.clipboard == "The first"


async def test_a_drag_selects_on_the_side_where_it_began():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        columns = view.columns
        y = next(at for at in range(20) if "first witness" in view.render_line(at).text)
        await pilot.mouse_down(view, offset=(columns.left + 6, y))
        await pilot.hover(view, offset=(columns.right + 8, y))
        await pilot.mouse_up(view, offset=(columns.right + 8, y))
        selection = view.attention.selection
        assert selection.side == "left"
        assert chosen(app).strip() in LEFT
        await pilot.mouse_down(view, offset=(columns.right + 6, y))
        await pilot.hover(view, offset=(columns.right + 12, y))
        await pilot.mouse_up(view, offset=(columns.right + 12, y))
        assert view.attention.selection.side == "right"


async def test_a_double_click_selects_a_word_and_a_click_lets_go():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        y = next(at for at in range(20) if "first witness" in view.render_line(at).text)
        x = view.render_line(y).text.index("witness") + 2
        await pilot.click(view, offset=(x, y), times=2)
        assert chosen(app) == "witness"
        await pilot.click(view, offset=(x, y))
        assert chosen(app) is None
