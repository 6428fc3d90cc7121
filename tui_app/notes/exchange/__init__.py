"""How notes leave and come back: Web Annotation, Markdown, CSV and HTML."""
