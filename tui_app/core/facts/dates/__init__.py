"""Dates: reading them field by field, comparing them.

What days and months are called is told by ``text/calendar``.
"""
