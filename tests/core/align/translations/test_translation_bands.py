import numpy as np

from tui_app.core.align.translations.translation_anchors import Points
from tui_app.core.align.translations.translation_bands import band_between


class Sized:
    """What the band asks of a text in numbers."""

    def __init__(self, count):
        self.sizes = np.full(count, 60.0)

    def __len__(self):
        return len(self.sizes)


def test_a_long_stretch_of_one_side_alone_widens_nothing_before_and_behind():
    anchors = np.array([1000, 1001])
    chain = Points(anchors, np.array([1000, 4000]))
    low, high = band_between(Sized(2000), Sized(5000), chain)
    widths = np.array(high) - np.array(low)
    assert low[0] == 0
    assert high[-1] == 5000
    assert (widths > 1000).sum() < 10
    assert np.median(widths) < 300
