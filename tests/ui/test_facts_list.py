"""The list of all changed facts."""

from tui_app.ui.screens.facts_list import FactsScreen


async def test_the_list_of_facts_filters_and_jumps(open_reader):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert isinstance(app.screen, FactsScreen)
        facts = [entry.value for entry in app.screen.picks.entries]
        assert [(fact.left, fact.right) for fact in facts] == [
            ("five", "seven"),
            ("must", "should"),
        ]
        await pilot.press(*"should", "enter")
        await pilot.pause()
        assert app.screen.review.row == facts[1].row
