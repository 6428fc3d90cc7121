"""Which packages a coverage-guided fuzzer follows, target by target.

By itself, for these packages must not be imported before they are instrumented.
"""

_FORMATS = ("tui_app.core.formats", "tui_app.core.segmentation", "tui_app.core.text")
_CORE = ("tui_app.core",)
_NOTES = ("tui_app.notes", "tui_app.disk", "tui_app.core.formats")

PACKAGES = {
    "any-document": _FORMATS,
    "plain-text": _FORMATS,
    "markdown": (*_FORMATS, "markdown_it", "mdit_py_plugins"),
    "web-page": (*_FORMATS, "readability"),
    "word": _FORMATS,
    "open-document": _FORMATS,
    "epub": _FORMATS,
    "subtitles": (*_FORMATS, "pysubs2"),
    "pdf-file": _FORMATS,
    "pdf-pages": _FORMATS,
    "segmenter": ("tui_app.core.segmentation", "tui_app.core.text"),
    "aligner": _CORE,
    "comparison": _CORE,
    "translation": _CORE,
    "differences": _CORE,
    "wrapping": ("tui_app.core.layout",),
    "lines": _CORE,
    "journal": _NOTES,
    "journal-written": _NOTES,
    "imports": _NOTES,
    "configuration": ("tui_app.settings", "tomllib"),
    "memory": ("tui_app.settings",),
    "word-lists": ("tui_app.core.dictionaries", "tui_app.core.formats"),
    "passim-output": ("tui_app.library",),
    "kept-alignment": ("tui_app.review", "tui_app.core.joined_bytes"),
}
