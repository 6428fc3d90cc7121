"""One reader as the child of the server, for as long as its page is open."""

from __future__ import annotations

import asyncio
import sys

from textual_serve.app_service import AppService

_PATIENCE = 10.0
"""Seconds for a reader to keep what is being written and to end."""

_AT_ONCE = 1 << 16  # bytes


def shell_command(words: list[str]) -> str:
    """Return the command as the shell reads it, which it becomes: no shell stays."""
    import shlex
    import subprocess

    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    return f"exec {shlex.join(words)}"


class ReaderProcess(AppService):
    """A child that never outlives its page, and a page that tells when it has ended."""

    async def run(self) -> None:
        """Hand what the reader paints to the page until there is no more of it."""
        try:
            await super().run()
        finally:
            await self.remote_close()
            await self._listen_no_more()

    async def _listen_no_more(self) -> None:
        """Take what still comes: a reader that cannot write cannot end."""
        output = self._process and self._process.stdout
        while output and await output.read(_AT_ONCE):
            pass

    async def stop(self) -> None:
        """Ask the reader to end, and see to it that it does."""
        late = asyncio.get_running_loop().call_later(_PATIENCE, self._kill)
        try:
            await super().stop()
            if self._process:
                await self._process.wait()
        except asyncio.CancelledError:  # nobody will wait for it
            self._kill()
            raise
        finally:
            late.cancel()

    def _kill(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.kill()
