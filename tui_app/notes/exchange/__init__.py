"""Notes in and out: Web Annotation, Markdown, CSV and HTML."""
