from tui_app.review.options import LayoutOptions


def test_the_layout_stacks_below_the_width_the_reader_set():
    options = LayoutOptions(stack_below=100)
    assert (options.view(99), options.view(100)) == ("stacked", "side")
    assert LayoutOptions(layout="merged").view(300) == "merged"
