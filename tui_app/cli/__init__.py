"""The thin command line; textual is imported only to open a screen."""
