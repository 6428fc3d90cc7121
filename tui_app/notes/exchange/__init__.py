"""Notes in and out: Web Annotation, Markdown, CSV and HTML.

Every form carries the notes whole, so that each can be read back without loss.
"""

from tui_app.notes.exchange.arriving import Arrival, settle
from tui_app.notes.exchange.forms import Form, form_of, read_notes, write_notes

__all__ = ["Arrival", "Form", "form_of", "read_notes", "settle", "write_notes"]
