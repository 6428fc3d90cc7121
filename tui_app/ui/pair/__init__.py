"""Both texts in one widget that paints lines: pages in a window, and the mouse."""
