"""What was made last, so that it is not made again at once."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Latest(dict[Key, Value]):
    """At most so many values; of too many the one that was put in first goes.

    What has gone is free at once. The caches of Textual tie their values into rings,
    which stay until somebody looks for garbage.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self) >= self._most and key not in self:
            del self[next(iter(self))]
        super().__setitem__(key, value)
