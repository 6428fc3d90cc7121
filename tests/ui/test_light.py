"""Opening the reader loads only what the first screen needs."""

import subprocess
import sys

READER = (
    "import tui_app.cli.main, tui_app.cli.read, tui_app.ui.launch, tui_app.ui.app, "
    "tui_app.ui.reader.screen"
)
LATER = (
    "tui_app.core.align",
    "tui_app.core.segmentation",
    "tui_app.core.loading",
    "tui_app.core.differences.row_differences",
    "tui_app.notes.notebook",
    "tomllib",
    "tui_app.ui.screens.help_and_palette",
    "tui_app.ui.note_screens.note_box",
    "tui_app.ui.note_screens.notes_list",
    "rapidfuzz",
    "numpy",
    "textual.widgets._text_area",
    "textual.widgets._markdown",
)


def loaded_by(program):
    names = f"import sys; {program}; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", names], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split())


def test_the_parent_leaves_all_other_work_to_the_child_and_to_later():
    assert not loaded_by(READER) & set(LATER)


def test_textual_waits_until_the_child_is_under_way():
    before = loaded_by("import tui_app.cli.main, tui_app.cli.read, tui_app.ui.launch")
    assert not {"textual", "rich", "tui_app.review.session"} & before
